import { reminderRefusals, type ReminderRefusal } from '@probant/shared/assessments/hand-reminder';
import { sendFailures, sendObstacles, sendWarnings } from '@probant/shared/assessments/preflight';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { languages, tiers } from '@probant/shared/questionnaires/document';
import {
  Day,
  Email,
  Flag,
  Instant,
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

export const campaignSorts = ['sentAt', 'dueOn', 'name'] as const;

export class CampaignItemRequest {
  @Uuid() engagementId!: string;
  @Uuid({ optional: true, description: 'The first contact of the supplier when it is left out' })
  contactId?: string;
}

export class PreflightRequest {
  @Uuid() versionId!: string;
  @Day() dueOn!: string;
  @ListOf(() => CampaignItemRequest, { min: 1, max: maxCounts.engagementsPerCampaign })
  items!: CampaignItemRequest[];
}

export class SendCampaignRequest extends PreflightRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'Shown in the letter and to the supplier' })
  message!: string;
}

export class PreflightRecipientResponse {
  @Uuid() contactId!: string;
  @Text() name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: string;
}

export class PreflightItemResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @OneOf(tiers) tier!: string;
  @Whole({ description: 'Asked of this supplier, given what the engagement is' }) questions!: number;
  @Nested(() => PreflightRecipientResponse, { nullable: true }) recipient!: PreflightRecipientResponse | null;
  @ListOf(() => PreflightRecipientResponse, { description: 'Every contact of the supplier' })
  contacts!: PreflightRecipientResponse[];
  @SomeOf([...sendObstacles, ...sendWarnings]) issues!: string[];
}

export class PreflightResponse {
  @Flag({ description: 'Nothing stops the send' }) ready!: boolean;
  @SomeOf([...sendObstacles, ...sendWarnings], { description: 'Of the campaign as a whole' })
  issues!: string[];
  @ListOf(() => PreflightItemResponse) items!: PreflightItemResponse[];
}

export class CampaignsQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In the name' }) search?: string;
  @OneOf(['open', 'finished'], { optional: true }) state?: string;
  @OneOf(sortNames(...campaignSorts), { optional: true }) sort?: string;
}

export class StatusCountResponse {
  @OneOf(assessmentStatuses) status!: string;
  @Whole() count!: number;
}

export class CampaignResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Uuid() versionId!: string;
  @Text() questionnaireCode!: string;
  @Nested(() => LocalisedResponse) questionnaireTitle!: LocalisedResponse;
  @Whole() versionNumber!: number;
  @Day() dueOn!: string;
  @Text({ min: 0 }) message!: string;
  @Text() createdByName!: string;
  @Instant() createdAt!: string;
  @Whole() assessments!: number;
  @Whole() overdue!: number;
  @Whole({ description: 'Whose last message could not be delivered' }) undelivered!: number;
  @Whole() answered!: number;
  @Whole() questions!: number;
  @ListOf(() => StatusCountResponse) statuses!: StatusCountResponse[];
  @Whole({ description: 'Engagements that are still to be sent' }) waiting!: number;
  @Whole({ description: 'Engagements that were not sent: it failed, or was stopped' }) unsent!: number;
}

export class CampaignsResponse {
  @ListOf(() => CampaignResponse) items!: CampaignResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}

export class UnsentResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @OneOf(['failed', 'stopped']) state!: 'failed' | 'stopped';
  @SomeOf([...sendFailures], { description: 'Why it failed' }) issues!: string[];
}

/** How far a campaign has been sent; one of before results were kept counts nothing. */
export class CampaignSendingResponse {
  @Whole() total!: number;
  @Whole() sent!: number;
  @Whole() waiting!: number;
  @Whole() failed!: number;
  @Whole() stopped!: number;
  @ListOf(() => UnsentResponse) unsent!: UnsentResponse[];
}

export class ReminderRefusedResponse {
  @Uuid() assessmentId!: string;
  @Text() supplierName!: string;
  @OneOf(reminderRefusals) refusal!: ReminderRefusal;
  @Day({ nullable: true, description: 'From which the next may leave, where only the day stands against it' })
  nextOn!: string | null;
}

export class RemindedResponse {
  @Whole() reminded!: number;
  @ListOf(() => ReminderRefusedResponse, { description: 'Still awaited, and not reminded' })
  refused!: ReminderRefusedResponse[];
}
