import { sendObstacles, sendWarnings } from '@probant/shared/assessments/preflight';
import { certificateKinds } from '@probant/shared/certifications/certificate';
import { maxLengths } from '@probant/shared/limits';
import { reassessmentTriggers } from '@probant/shared/obligations/reassessment-triggers';
import { reassessmentReasons } from '@probant/shared/reassessments/due-reassessment';
import { reassessmentActs, ruleLimits } from '@probant/shared/reassessments/rule';
import {
  Day,
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
import { QuestionChangeResponse } from '../moves/moves.public.js';

/** Why nothing can be asked again, or not without a person. */
export const reassessmentIssues = [
  ...sendObstacles,
  ...sendWarnings,
  'never-answered',
  'version-retired',
] as const;
export type ReassessmentIssue = (typeof reassessmentIssues)[number];

export class MonthsByTierFields {
  @Whole({ ...ruleLimits.everyMonths, optional: true }) T1?: number;
  @Whole({ ...ruleLimits.everyMonths, optional: true }) T2?: number;
  @Whole({ ...ruleLimits.everyMonths, optional: true }) T3?: number;
  @Whole({ ...ruleLimits.everyMonths, optional: true }) T4?: number;
}

export class ReassessmentRuleFields {
  @Whole({ ...ruleLimits.everyMonths, nullable: true, description: 'After the last decision; null: never' })
  everyMonths!: number | null;
  @Nested(() => MonthsByTierFields, {
    optional: true,
    description:
      'Of the tiers that have a time of their own; the others follow everyMonths. Absent: none has',
  })
  monthsByTier?: MonthsByTierFields;
  @Whole({
    ...ruleLimits.certificateDays,
    nullable: true,
    description: 'Before a certificate of the chain lapses; null: never',
  })
  certificateDays!: number | null;
  @SomeOf(reassessmentTriggers, { description: 'Events after which it is asked again' })
  triggers!: string[];
  @OneOf(reassessmentActs, { description: 'Sent by itself, or proposed to the buyer' }) act!: string;
  @Whole({ ...ruleLimits.dueDays, description: 'Given to the supplier' }) dueDays!: number;
}

export class SetReassessmentRuleRequest extends ReassessmentRuleFields {
  @Whole({ description: '0 where there is no rule yet' }) revision!: number;
}

export class SetRuleResponse extends ReassessmentRuleFields {
  @Whole() revision!: number;
  @Text() setByName!: string;
  @Instant() setAt!: string;
}

export class OrganisationRuleResponse {
  @Nested(() => SetRuleResponse, { nullable: true, description: 'Null: none' }) rule!: SetRuleResponse | null;
}

export class ReassessmentCauseResponse {
  @Text() key!: string;
  @OneOf(reassessmentReasons) reason!: string;
  @Day({ description: 'Of the moment' }) on!: string;
  @Day({ optional: true, description: 'Of the decision, or the last day of the certificate' }) about?: string;
  @OneOf(certificateKinds, { optional: true }) certificateKind?: string;
  @Text({ optional: true }) holder?: string;
  @Text({ optional: true }) subject?: string;
}

export class LastAnswersResponse {
  @Uuid() assessmentId!: string;
  @Instant() submittedAt!: string;
  @Whole() answers!: number;
  @Text({ description: 'Who was asked then' }) recipientName!: string;
}

export class ReassessmentResponse {
  @Uuid() engagementId!: string;
  @Nested(() => SetRuleResponse, { nullable: true, description: 'Its own' }) rule!: SetRuleResponse | null;
  @Nested(() => SetRuleResponse, { nullable: true, description: 'Holds where it has none of its own' })
  organisationRule!: SetRuleResponse | null;
  @ListOf(() => ReassessmentCauseResponse, { description: 'Proposed, and waiting to be launched' })
  proposed!: ReassessmentCauseResponse[];
  @Nested(() => ReassessmentCauseResponse, {
    nullable: true,
    description: 'The next moment of the rule if nothing happens',
  })
  next!: ReassessmentCauseResponse | null;
  @Nested(() => LastAnswersResponse, { nullable: true }) last!: LastAnswersResponse | null;
  @Text({ nullable: true, description: 'Who would be asked' }) recipientName!: string | null;
  @Whole({ nullable: true, description: 'The version that would be sent' }) versionNumber!: number | null;
  @Day({ description: 'Given to the supplier unless told otherwise' }) dueOn!: string;
  @SomeOf(reassessmentIssues, { description: 'What stands against a launch, or is worth knowing' })
  issues!: string[];
  @Flag({ description: 'Nothing stands against a launch' }) ready!: boolean;
}

export class LaunchReassessmentRequest {
  @Day() dueOn!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'Shown in the letter and to the supplier' })
  message!: string;
}

export class LaunchedResponse {
  @Uuid() assessmentId!: string;
}

export class ProposedReassessmentResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Instant() since!: string;
  @ListOf(() => ReassessmentCauseResponse, { description: 'The earliest first' })
  causes!: ReassessmentCauseResponse[];
  @SomeOf(reassessmentIssues, {
    description: 'Why it did not leave by itself; empty where the rule proposes',
  })
  issues!: string[];
}

export class ProposedReassessmentsResponse {
  @ListOf(() => ProposedReassessmentResponse, { description: 'The oldest first' })
  items!: ProposedReassessmentResponse[];
}

export class CarriedAnswerResponse {
  @Text() questionId!: string;
  @OneOf(['waiting', 'same', 'changed'], {
    description: 'waiting: nothing was submitted yet; same: looked at and said again as it was',
  })
  standing!: string;
}

export class CarryResponse {
  @Uuid() id!: string;
  @Uuid() fromAssessmentId!: string;
  @Instant({ description: 'When the answers were submitted' }) givenAt!: string;
  @Whole() fromNumber!: number;
  @Whole() toNumber!: number;
  @ListOf(() => CarriedAnswerResponse) answers!: CarriedAnswerResponse[];
  @ListOf(() => QuestionChangeResponse, { description: 'Questions that changed between the two versions' })
  changes!: QuestionChangeResponse[];
}

export class CarryOfAssessmentResponse {
  @Nested(() => CarryResponse, { nullable: true, description: 'Null: it was opened empty' })
  carry!: CarryResponse | null;
}
