import { funnelStages } from '@probant/shared/assessments/funnel';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { stuckKinds } from '@probant/shared/assessments/stuck';
import type { CampaignId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { languages } from '@probant/shared/questionnaires/document';
import {
  Email,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '../../platform/http/fields.js';
import { HandReminderResponse } from '../assessments/assessments.public.js';
import { ReminderRefusedResponse } from './campaigns.dto.js';
import { ReminderWords } from './campaign-reminders.dto.js';

export class FunnelStageResponse {
  @OneOf(funnelStages) stage!: (typeof funnelStages)[number];
  @Whole({ description: 'What the list of assessments finds for the stage' }) count!: number;
}

export class StuckRequestResponse {
  @Uuid() assessmentId!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @OneOf(assessmentStatuses) status!: (typeof assessmentStatuses)[number];
  @OneOf(stuckKinds) kind!: (typeof stuckKinds)[number];
  @Instant() since!: string;
  @Text({ nullable: true }) recipientName!: string | null;
  @Email({ nullable: true }) email!: string | null;
  @OneOf(languages, { nullable: true }) language!: (typeof languages)[number] | null;
  @Nested(() => HandReminderResponse) reminder!: HandReminderResponse;
}

export class CampaignControlResponse {
  @ListOf(() => FunnelStageResponse) funnel!: FunnelStageResponse[];
  @Whole() cancelled!: number;
  @Whole({ description: 'Days before anybody counts as stuck' }) stuckAfterDays!: number;
  @ListOf(() => StuckRequestResponse, { description: 'By kind, those who wait longest first' })
  stuck!: StuckRequestResponse[];
}

export class CampaignControlQuery {
  @Uuid() campaignId!: CampaignId;
}

export class NudgeRequest {
  @Uuids({ min: 1, max: maxCounts.engagementsPerCampaign }) assessmentIds!: string[];
  @Nested(() => ReminderWords, { description: 'One’s own, in the language of whoever reads them' })
  words!: ReminderWords;
}

export class NudgeLetterResponse {
  @OneOf(languages) language!: (typeof languages)[number];
  @Text({ description: 'Whose letter is shown' }) recipientName!: string;
  @Whole({ description: 'Recipients of this language' }) recipients!: number;
  @Text() subject!: string;
  @Text({ description: 'With a link that is made only when it leaves' }) text!: string;
}

export class NudgePreviewResponse {
  @ListOf(() => NudgeLetterResponse) letters!: NudgeLetterResponse[];
  @ListOf(() => ReminderRefusedResponse) refused!: ReminderRefusedResponse[];
}
