import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import { languages } from '@probant/shared/questionnaires/document';
import {
  Day,
  Email,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

export class OpenLinkRequest {
  @Pattern(secretPattern, { description: 'From the fragment of the address' }) secret!: string;
}

export class OpenedLinkResponse {
  @Text({ description: 'Where the code goes, with all but its first letter hidden' }) maskedAddress!: string;
  @OneOf(languages, { description: 'Of the recipient' }) language!: string;
}

export class CodeSentResponse {
  @Text() maskedAddress!: string;
  @Instant() expiresAt!: string;
}

export class VerifyCodeRequest extends OpenLinkRequest {
  @Text({ max: 20, description: 'Eight digits; spaces are no mistake' }) code!: string;
}

export class WorkspaceResponse {
  @Uuid() organisationId!: string;
  @Text() name!: string;
}

export class AskedQuestionnaireResponse {
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Whole() number!: number;
  @Text({ description: 'Of what the supplier is asked, frozen when it was sent' }) sha256!: string;
  @Whole() themes!: number;
  @Whole() questions!: number;
}

export class RequestContactResponse {
  @Text({ min: 0 }) name!: string;
  @Email() email!: string;
}

export class RequestSummaryResponse {
  @Uuid() id!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
  @OneOf(assessmentStatuses) status!: string;
  @Instant() statusAt!: string;
  @Day() dueOn!: string;
  @Flag() overdue!: boolean;
  @Whole() answered!: number;
  @Whole() questions!: number;
  @Whole() submissions!: number;
  @Instant({ nullable: true }) receivedAt!: string | null;
  @Instant({ nullable: true }) lastSavedAt!: string | null;
}

export class RequestResponse extends RequestSummaryResponse {
  @Text({ min: 0 }) message!: string;
  @Nested(() => AskedQuestionnaireResponse) questionnaire!: AskedQuestionnaireResponse;
  @Nested(() => RequestContactResponse, { nullable: true }) contact!: RequestContactResponse | null;
  @Text({ nullable: true, description: 'Who accepted the request in this workspace' })
  acceptedByName!: string | null;
  @Instant({ nullable: true }) acceptedAt!: string | null;
}

export class HeldRequestResponse {
  @Nested(() => RequestResponse) request!: RequestResponse;
  @Text() recipientName!: string;
  @Email() recipientEmail!: string;
  @Nested(() => WorkspaceResponse, { nullable: true, description: 'The workspace that answers, once chosen' })
  workspace!: WorkspaceResponse | null;
  @ListOf(() => WorkspaceResponse, { description: 'Those the person already belongs to' })
  workspaces!: WorkspaceResponse[];
  @Text({ nullable: true, description: 'How the buyer names whom it asks, until a workspace answers' })
  namedByBuyer!: string | null;
}

export class NewWorkspaceRequest {
  @Text({ max: maxLengths.name }) name!: string;
}

export class AcceptRequest {
  @Uuid({ optional: true, description: 'A workspace that the person belongs to' }) organisationId?: string;
  @Nested(() => NewWorkspaceRequest, { optional: true }) newWorkspace?: NewWorkspaceRequest;
}

export class AcceptedResponse {
  @Uuid() assessmentId!: string;
  @Nested(() => WorkspaceResponse) workspace!: WorkspaceResponse;
}

export class DeclineRequest {
  @Text({ max: maxLengths.longText }) reason!: string;
  @Text({ optional: true, max: maxLengths.name, description: 'Of the right person' }) name?: string;
  @Email({ optional: true, description: 'Of the right person' }) email?: string;
}

export class RequestsQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In buyer or title' }) search?: string;
  @OneOf(['to-answer', 'with-buyer', 'closed'], { optional: true }) state?: string;
  @OneOf(sortNames('dueOn', 'receivedAt', 'buyer'), { optional: true }) sort?: string;
}

export class RequestsResponse {
  @ListOf(() => RequestSummaryResponse) items!: RequestSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}
