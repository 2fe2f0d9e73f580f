import { evidenceKinds } from '@probant/shared/evidence/kinds';
import { maxCounts, maxLengths, maxMoneyCents } from '@probant/shared/limits';
import { evidenceLevels, type EvidenceLevel } from '@probant/shared/questionnaires/document';
import {
  undecidedStandings,
  warningStandings,
  type WarningStanding,
} from '@probant/shared/warnings/standing';
import {
  receivedBy,
  warningDecisions,
  warningSides,
  type ReceivedBy,
  type WarningDecision,
  type WarningSide,
} from '@probant/shared/warnings/warning';
import {
  Day,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';

const evidenceKindKeys = Object.keys(evidenceKinds);
const money = { max: maxMoneyCents, nullable: true } as const;
const long = { max: maxLengths.longText } as const;

export class WarningCostFields {
  @Whole(money) oneOffCents!: number | null;
  @Whole(money) monthlyCents!: number | null;
}

export class WarningReceiptFields {
  @Day({ description: 'When it reached the buyer' }) on!: string;
  @OneOf(receivedBy) by!: ReceivedBy;
}

/** What both sides write. */
export class GiveWarningRequest {
  @Text({ max: maxLengths.title }) subject!: string;
  @Text(long) risk!: string;
  @Text({ ...long, min: 0, description: 'What the service does not cover' }) exclusion!: string;
  @Text(long) recommendation!: string;
  @Text({ ...long, min: 0 }) alternatives!: string;
  @Nested(() => WarningCostFields, { nullable: true, description: 'null: no price yet' })
  cost!: WarningCostFields | null;
  @Day({ description: 'By when the buyer should decide' }) decideBy!: string;
  @Texts({ max: maxCounts.questionsPerWarning, each: maxLengths.key }) questions!: string[];
  @Uuids({ max: maxCounts.piecesPerWarning, description: 'Stored by warning-files' }) pieceIds!: string[];
  @Uuid({ nullable: true, description: 'The entry of the same side that this one replaces' })
  supersedesId!: string | null;
}

export class EnterWarningRequest extends GiveWarningRequest {
  @Nested(() => WarningReceiptFields) received!: WarningReceiptFields;
}

export class DecideWarningRequest {
  @OneOf(warningDecisions) decision!: WarningDecision;
  @Text({ ...long, min: 0, description: 'Of a refusal: why. The supplier reads it' }) reason!: string;
}

export class GradeWarningRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
  @OneOf(evidenceLevels, { nullable: true, description: 'null: it proves nothing any more' })
  level!: EvidenceLevel | null;
}

/** Beside the file. */
export class WarningFileUpload {
  @OneOf(evidenceKindKeys) kind!: string;
}

export class WarningFileResponse {
  @Uuid() id!: string;
  @OneOf(evidenceKindKeys) kind!: string;
  @Text() name!: string;
  @Text() sha256!: string;
  @Text() mediaType!: string;
  @Whole() bytes!: number;
}

export class WarningQuestionResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class WarningSignatureResponse {
  @Text() byName!: string;
  @Text() organisation!: string;
  @Instant() at!: string;
  @Text({ description: 'sha256 of the canonical text that was signed' }) sha256!: string;
}

export class WarningDecisionResponse extends WarningSignatureResponse {
  @OneOf(warningDecisions) decision!: WarningDecision;
  @Text({ min: 0 }) reason!: string;
}

export class WarningDaysResponse {
  @Day({ description: 'Recalled from this day on' }) dueOn!: string;
  @Day() overdueOn!: string;
  @Day({ description: 'With the risk manager from this day on' }) escalatedOn!: string;
}

/** What both sides read of an entry. */
export class WarningSummaryResponse {
  @Uuid() id!: string;
  @OneOf(warningSides) side!: WarningSide;
  @Text() subject!: string;
  @Text() buyerName!: string;
  @Text() supplierName!: string;
  @Text({ description: 'As the reader knows it' }) engagementName!: string;
  @Uuid({ nullable: true, description: 'For the buyer alone' }) engagementId!: string | null;
  @Uuid({ nullable: true, description: 'null: no workspace of the supplier follows it' })
  assessmentId!: string | null;
  @Nested(() => WarningCostFields, { nullable: true }) cost!: WarningCostFields | null;
  @Day() decideBy!: string;
  @OneOf(warningStandings) standing!: WarningStanding;
  @Nested(() => WarningDaysResponse) days!: WarningDaysResponse;
  @OneOf(warningDecisions, { nullable: true, description: 'The last one' }) decision!: WarningDecision | null;
  @Flag() signedByBoth!: boolean;
  @Instant() writtenAt!: string;
}

export class WarningResponse extends WarningSummaryResponse {
  @Text() risk!: string;
  @Text({ min: 0 }) exclusion!: string;
  @Text() recommendation!: string;
  @Text({ min: 0 }) alternatives!: string;
  @ListOf(() => WarningQuestionResponse) questions!: WarningQuestionResponse[];
  @Nested(() => WarningReceiptFields, { nullable: true }) received!: WarningReceiptFields | null;
  @ListOf(() => WarningFileResponse) pieces!: WarningFileResponse[];
  @Uuid({ nullable: true }) supersedesId!: string | null;
  @Uuid({ nullable: true }) supersededById!: string | null;
  @Nested(() => WarningSignatureResponse) signature!: WarningSignatureResponse;
  @ListOf(() => WarningDecisionResponse, { description: 'Oldest first' })
  decisions!: WarningDecisionResponse[];
  @Nested(() => WarningSignatureResponse, { nullable: true, description: 'Of what the buyer entered' })
  confirmation!: WarningSignatureResponse | null;
  @Text({ max: 200_000, description: 'The canonical text that was signed' }) signedText!: string;
  @SomeOf(warningDecisions, { description: 'What the reader may sign now' }) possible!: WarningDecision[];
  @Flag({ description: 'The reader’s side may sign it' }) confirmable!: boolean;
  @Flag({ description: 'The reader’s side wrote it and may replace it' }) replaceable!: boolean;
}

export class EngagementWarningsResponse {
  @ListOf(() => WarningSummaryResponse, { description: 'Newest first' }) items!: WarningSummaryResponse[];
  @ListOf(() => WarningQuestionResponse, {
    description: 'Answers that say out of scope, of which no entry tells',
  })
  missing!: WarningQuestionResponse[];
  @ListOf(() => WarningQuestionResponse, { description: 'Those that an entry may be about' })
  questions!: WarningQuestionResponse[];
  @Flag({ description: 'A workspace of the supplier follows the engagement' }) followed!: boolean;
}

export class WarningProposalsResponse {
  @Uuid() assessmentId!: string;
  @Text() title!: string;
  @Text() buyerName!: string;
  @ListOf(() => WarningQuestionResponse, { description: 'Answers that say out of scope without an entry' })
  missing!: WarningQuestionResponse[];
}

export class GivenWarningsResponse {
  @ListOf(() => WarningSummaryResponse, { description: 'Newest first' }) items!: WarningSummaryResponse[];
  @ListOf(() => WarningProposalsResponse, { description: 'Requests accepted, newest first' })
  requests!: WarningProposalsResponse[];
}

export class RequestWarningsResponse {
  @Text() title!: string;
  @Text() buyerName!: string;
  @ListOf(() => WarningQuestionResponse) questions!: WarningQuestionResponse[];
}

export const warningFilters = ['undecided', ...warningStandings] as const;

export class WarningsQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In subject, supplier or engagement' })
  search?: string;
  @OneOf(warningFilters, { optional: true, description: `undecided: ${undecidedStandings.join(', ')}` })
  standing?: (typeof warningFilters)[number];
  @Uuid({ optional: true }) supplierId?: string;
  @OneOf(sortNames('decideBy', 'writtenAt', 'supplier'), { optional: true }) sort?: string;
}

export class WarningListResponse {
  @ListOf(() => WarningSummaryResponse) items!: WarningSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}

export class WarningGradeResponse {
  @Text() questionId!: string;
  @OneOf(evidenceLevels, { nullable: true, description: 'As graded; null: not taken as proof' })
  level!: EvidenceLevel | null;
  @OneOf(evidenceLevels, { description: 'By who signed it' }) proposed!: EvidenceLevel;
  @Nested(() => WarningSummaryResponse) warning!: WarningSummaryResponse;
}

export class WarningGradesResponse {
  @ListOf(() => WarningGradeResponse, { description: 'What the register can prove of the answers reviewed' })
  items!: WarningGradeResponse[];
}
