import { funnelStages } from '@probant/shared/assessments/funnel';
import { acts, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { reminderRefusals, type ReminderRefusal } from '@probant/shared/assessments/hand-reminder';
import { linkActs } from '@probant/shared/assessments/link-acts';
import { mailTemplates } from '@probant/shared/audit/delivery-events';
import { maxLengths } from '@probant/shared/limits';
import { languages, tiers, type EngagementContext } from '@probant/shared/questionnaires/document';
import {
  Day,
  Email,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';

export const assessmentSorts = ['dueOn', 'supplier', 'sentAt', 'statusAt'] as const;
export const mailStates = ['queued', 'sent', 'failed'] as const;

export class AssessmentsQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In supplier or engagement' })
  search?: string;
  @OneOf(assessmentStatuses, { optional: true }) status?: (typeof assessmentStatuses)[number];
  @OneOf(['true', 'false'], { optional: true }) overdue?: string;
  @OneOf(['undelivered', 'unopened', 'not-started'], { optional: true, description: 'Where it is stuck' })
  stuck?: string;
  @OneOf(funnelStages, { optional: true, description: 'Those that have come so far, and were not cancelled' })
  stage?: (typeof funnelStages)[number];
  @OneOf(['reply', 'review'], {
    optional: true,
    description: 'reply: a thread of it waits for the buyer; review: nobody else was asked to review it',
  })
  awaits?: 'reply' | 'review';
  @Uuid({ optional: true }) campaignId?: string;
  @Uuid({ optional: true }) supplierId?: string;
  @Uuid({ optional: true }) engagementId?: string;
  @OneOf(sortNames(...assessmentSorts), { optional: true }) sort?: string;
}

export class RecipientResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: string;
  @Instant() sentAt!: string;
  @Instant({ description: 'The link opens until then' }) expiresAt!: string;
  @Flag() expired!: boolean;
  @Instant({ nullable: true }) openedAt!: string | null;
  @Instant({ nullable: true }) acceptedAt!: string | null;
  @Instant({ nullable: true }) revokedAt!: string | null;
}

export class MailDeliveryResponse {
  @Uuid() id!: string;
  @OneOf(mailTemplates) template!: string;
  @Email() to!: string;
  @OneOf(mailStates) state!: string;
  @Whole() attempts!: number;
  @Text({ nullable: true }) lastError!: string | null;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) sentAt!: string | null;
}

export class AssessmentSummaryResponse {
  @Uuid() id!: string;
  @Uuid() campaignId!: string;
  @Text() campaignName!: string;
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @OneOf(assessmentStatuses) status!: string;
  @Instant() statusAt!: string;
  @Day() dueOn!: string;
  @Flag() overdue!: boolean;
  @Whole() answered!: number;
  @Whole() questions!: number;
  @Whole() submissions!: number;
  @Text({ nullable: true }) recipientName!: string | null;
  @Email({ nullable: true }) recipientEmail!: string | null;
  @OneOf(mailStates, { nullable: true, description: 'Of the last message to the recipient' })
  mailState!: string | null;
  @Instant({ nullable: true }) sentAt!: string | null;
}

export class AssessmentsResponse {
  @ListOf(() => AssessmentSummaryResponse) items!: AssessmentSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}

export class FrozenVersionResponse {
  @Uuid() versionId!: string;
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Whole() number!: number;
  @Text() sha256!: string;
}

export class TimelineEntryResponse {
  @Whole() sequence!: number;
  @Instant() at!: string;
  @OneOf(['member', 'recipient', 'other-side', 'system']) actor!: string;
  @Text({ nullable: true }) actorName!: string | null;
  @Json({ description: 'The event, as the chain keeps it' }) event!: object;
}

export class HandReminderResponse {
  @OneOf(reminderRefusals, {
    nullable: true,
    description: 'Why no reminder may leave by hand; null: one may',
  })
  refusal!: ReminderRefusal | null;
  @Day({ nullable: true, description: 'From which the next may leave, where only the day stands against it' })
  nextOn!: string | null;
}

export class AssessmentResponse extends AssessmentSummaryResponse {
  @Text() title!: string;
  @Text({ min: 0 }) message!: string;
  @Text({ min: 0 }) buyerContact!: string;
  @Nested(() => FrozenVersionResponse) version!: FrozenVersionResponse;
  @Text() documentSha256!: string;
  @OneOf(tiers) tier!: string;
  @Whole() points!: number;
  @Json({
    schema: { type: 'object', additionalProperties: { oneOf: [{ type: 'boolean' }, { type: 'string' }] } },
    description: 'The context of the engagement, as it was when sent',
  })
  context!: EngagementContext;
  @ListOf(() => RecipientResponse) recipients!: RecipientResponse[];
  @ListOf(() => MailDeliveryResponse) mails!: MailDeliveryResponse[];
  @ListOf(() => TimelineEntryResponse) timeline!: TimelineEntryResponse[];
  @SomeOf([...acts, ...linkActs], { description: 'What the reader may do now' }) possible!: string[];
  @Nested(() => HandReminderResponse) reminder!: HandReminderResponse;
  @Whole() revision!: number;
}

export class ReasonRequest {
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
}

export class ChangeDueDateRequest {
  @Day() dueOn!: string;
  @Whole() revision!: number;
}

export class RecipientRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: 'fr' | 'en';
}

export class ReplaceRecipientRequest extends RecipientRequest {
  @Whole() revision!: number;
}
