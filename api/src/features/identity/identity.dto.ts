import { timeZones, type TimeZone } from '@probant/shared/calendar';
import { languages } from '@probant/shared/questionnaires/document';
import { maxLengths, minLengths } from '@probant/shared/limits';
import { actions, organisationKinds, roles } from '@probant/shared/permissions';
import {
  Email,
  Flag,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Secret,
  SomeOf,
  Text,
  Uuid,
  Instant,
} from '../../platform/http/fields.js';

const token = /^[A-Za-z0-9_-]{43}$/;
const memberRoles = roles.filter((role) => role !== 'recipient' && role !== 'delegate');

export class SignInRequest {
  @Email() email!: string;
  @Secret() password!: string;
}

export class AccountResponse {
  @Uuid() id!: string;
  @Text({ max: maxLengths.name }) name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: string;
  @Flag({ description: 'Whether it opens with a password; one that came by a link alone does not' })
  hasPassword!: boolean;
}

export class OrganisationResponse {
  @Uuid() id!: string;
  @Text({ max: maxLengths.name }) name!: string;
  @OneOf(organisationKinds) kind!: string;
  @OneOf(languages) language!: string;
  @OneOf(timeZones, { description: 'In which its days are counted' }) timeZone!: TimeZone;
}

export class MembershipResponse {
  @Uuid() organisationId!: string;
  @Text() name!: string;
  @OneOf(organisationKinds) kind!: string;
  @SomeOf(memberRoles) roles!: string[];
}

export class LinkResponse {
  @Uuid() assessmentId!: string;
}

export class SessionResponse {
  @Nested(() => AccountResponse) account!: AccountResponse;
  @Nested(() => OrganisationResponse, { nullable: true }) organisation!: OrganisationResponse | null;
  @SomeOf(roles) roles!: string[];
  @SomeOf(actions, { description: 'What the roles allow' }) permissions!: string[];
  @ListOf(() => MembershipResponse) memberships!: MembershipResponse[];
  @Nested(() => LinkResponse, { nullable: true, description: 'Set when a link opened this session' })
  link!: LinkResponse | null;
  @Nested(() => LinkResponse, {
    nullable: true,
    description: 'Set for a colleague who was handed a part of that request',
  })
  part!: LinkResponse | null;
  @Flag() demo!: boolean;
}

export class ChooseOrganisationRequest {
  @Uuid() organisationId!: string;
}

export class PasswordResetRequest {
  @Email() email!: string;
  @OneOf(languages, { optional: true }) language?: 'fr' | 'en';
}

export class PasswordResetResponse {
  @Email({ description: 'Whose password it is' }) email!: string;
}

export class ConsumePasswordResetRequest {
  @Pattern(token) token!: string;
  @Secret({ min: minLengths.password }) password!: string;
}

export class ConsumeInvitationRequest {
  @Pattern(token) token!: string;
  @Text({ max: maxLengths.name, optional: true, description: 'Needed when the address has no account yet' })
  name?: string;
  @Secret({
    min: minLengths.password,
    optional: true,
    description: 'Needed when the address has no account yet',
  })
  password?: string;
}

export class InspectTokenRequest {
  @Pattern(token) token!: string;
}

export class InvitationResponse {
  @Text() organisationName!: string;
  @Email() email!: string;
  @Flag({ description: 'The address has an account with a password: joining needs no more' }) known!: boolean;
}

export class FirstAdministratorRequest {
  @Pattern(token) token!: string;
  @Text({ max: maxLengths.name }) organisationName!: string;
  @Text({ max: maxLengths.name }) name!: string;
  @Email() email!: string;
  @Secret({ min: minLengths.password }) password!: string;
  @OneOf(languages, { optional: true }) language?: 'fr' | 'en';
}

export class ChangeAccountRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @OneOf(languages) language!: 'fr' | 'en';
}

export class ChangePasswordRequest {
  @Secret({ min: 0, description: 'Empty when the account has no password yet' }) current!: string;
  @Secret({ min: minLengths.password }) password!: string;
}

export class MemberResponse {
  @Uuid() accountId!: string;
  @Text() name!: string;
  @Email() email!: string;
  @SomeOf(memberRoles) roles!: string[];
  @Instant() joinedAt!: string;
}

export class PendingInvitationResponse {
  @Email() email!: string;
  @SomeOf(memberRoles) roles!: string[];
  @Instant() expiresAt!: string;
}

export class MembersResponse {
  @ListOf(() => MemberResponse) members!: MemberResponse[];
  @ListOf(() => PendingInvitationResponse) invitations!: PendingInvitationResponse[];
}

export class InviteRequest {
  @Email() email!: string;
  @SomeOf(memberRoles, { min: 1 }) roles!: string[];
  @OneOf(languages) language!: 'fr' | 'en';
}

export class WithdrawInvitationRequest {
  @Email() email!: string;
}

export class ChangeRolesRequest {
  @SomeOf(memberRoles, { min: 1 }) roles!: string[];
}

export class ChangeOrganisationRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @OneOf(languages) language!: 'fr' | 'en';
  @OneOf(timeZones, { optional: true, description: 'As it is when left out' }) timeZone?: TimeZone;
}
