import {
  originSearches,
  tellChannels,
  testFileExtensions,
  ticketVerdicts,
  type OriginSearch,
  type TellChannel,
  type TestFileExtension,
  type TicketVerdict,
} from '@probant/shared/drills/drill';
import { replyStances, type ReplyStance } from '@probant/shared/drills/record';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceLevels, type EvidenceLevel } from '@probant/shared/questionnaires/document';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { MomentFields } from '../../platform/http/moment-fields.js';

const optional = { min: 0 };
const prose = { min: 0, max: maxLengths.longText };
const hours = { nullable: true, min: 0, description: 'null: nothing is written' };

export class DrillLimitsFields {
  @Text({ ...optional, description: 'Where the contract says so' }) source!: string;
  @Decimal(hours) detectHours!: number | null;
  @Decimal(hours) qualifyHours!: number | null;
  @Decimal(hours) tellHours!: number | null;
  @Flag({ description: 'Every detection has to be traced to its origin before it is closed' })
  originSearch!: boolean;
}

export class DrillExplanationFields {
  @Nested(() => MomentFields) at!: MomentFields;
  @Text({ max: maxLengths.longText }) text!: string;
}

export class DrillHeadFields {
  @Text({ max: maxLengths.name }) name!: string;
  @Nested(() => DrillLimitsFields) limits!: DrillLimitsFields;
  @Nested(() => DrillExplanationFields, { nullable: true, description: 'What the supplier said afterwards' })
  explanation!: DrillExplanationFields | null;
}

export class DrillTicketFields {
  @Text({ max: maxLengths.name }) reference!: string;
  @Text(optional) title!: string;
  @Nested(() => MomentFields) openedAt!: MomentFields;
  @Nested(() => MomentFields, { nullable: true }) firstCommentAt!: MomentFields | null;
  @Text(prose) comment!: string;
  @OneOf(ticketVerdicts) verdict!: TicketVerdict;
  @OneOf(originSearches) originSearched!: OriginSearch;
  @Text(optional) closedBy!: string;
  @Nested(() => MomentFields, { nullable: true }) escalatedAt!: MomentFields | null;
  @Nested(() => MomentFields, { nullable: true, description: 'When the customer was told of it' })
  toldAt!: MomentFields | null;
  @OneOf(tellChannels, { nullable: true }) channel!: TellChannel | null;
  @Text(prose) told!: string;
}

export class DrillDropFields {
  @Text() place!: string;
  @Text() method!: string;
  @Text({ max: 64, description: 'Of the file that was dropped' }) sha256!: string;
  @Text({ ...optional, max: maxLengths.key, description: 'Of a test file taken here; empty for another' })
  token!: string;
  @Nested(() => MomentFields) droppedAt!: MomentFields;
  @Text(optional) witness!: string;
  @ListOf(() => DrillTicketFields, { max: maxCounts.drillTickets }) tickets!: DrillTicketFields[];
}

/** Fields beside the signed document. */
export class AuthorisationRequest {
  @Text({ max: maxLengths.name }) reference!: string;
  @Text({ max: maxLengths.name }) signatory!: string;
  @Text({ max: maxLengths.longText, description: 'Systems and places on which the file may be put' })
  perimeter!: string;
  @Day() validFrom!: string;
  @Day({ description: 'The last day' }) validUntil!: string;
}

export class WithdrawAuthorisationRequest {
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
}

export class PlannedDropFields {
  @Day() on!: string;
  @Text({ max: 5, description: 'In Paris, `23:30`' }) at!: string;
  @Text(optional) place!: string;
}

export class PlanDrillsRequest {
  @Whole({ description: 'The revision that was read; 0 before the first' }) revision!: number;
  @ListOf(() => PlannedDropFields, { max: maxCounts.plannedDrops }) drops!: PlannedDropFields[];
}

export class OpenDrillRequest extends DrillHeadFields {
  @Uuid() authorisationId!: string;
}

export class ChangeDrillRequest extends DrillHeadFields {
  @Whole() revision!: number;
}

export class ReopenDrillRequest {
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
}

export class TakeTestFileRequest {
  @OneOf(testFileExtensions) extension!: TestFileExtension;
}

export class ChangeDropRequest extends DrillDropFields {
  @Whole() revision!: number;
}

export class ReplyRequest {
  @OneOf(replyStances) stance!: ReplyStance;
  @Text({ min: 0, max: maxLengths.longText, description: 'Why it is contested' }) reason!: string;
}

export class AuthorisationResponse extends AuthorisationRequest {
  @Uuid() id!: string;
  @Text() fileName!: string;
  @Text() fileSha256!: string;
  @Text() recordedByName!: string;
  @Instant() recordedAt!: string;
  @Day({ nullable: true, description: 'Its last day, where it was taken back' }) withdrawnOn!: string | null;
  @Text({ min: 0 }) withdrawnReason!: string;
  @Flag({ description: 'Covers today' }) inForce!: boolean;
}

export class PlanWarningResponse {
  @OneOf(['no-night', 'no-day-off', 'quarter-without', 'not-authorised']) code!: string;
  @Text({ optional: true, description: '`2026-4`' }) quarter?: string;
  @Day({ optional: true }) on?: string;
}

export class DrillPlanResponse {
  @Whole({ description: '0: nothing was planned yet' }) revision!: number;
  @Text({ nullable: true }) plannedByName!: string | null;
  @Instant({ nullable: true }) plannedAt!: string | null;
  @ListOf(() => PlannedDropFields) drops!: PlannedDropFields[];
  @ListOf(() => PlanWarningResponse) warnings!: PlanWarningResponse[];
}

export class DropResponse extends DrillDropFields {
  @Uuid() id!: string;
  @Whole() revision!: number;
}

export class TestFileResponse {
  @Text() token!: string;
  @Text() name!: string;
  @Text() takenByName!: string;
  @Instant() takenAt!: string;
}

export class DrillReplyResponse {
  @Uuid() id!: string;
  @OneOf(replyStances) stance!: ReplyStance;
  @Text({ min: 0 }) reason!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class DrillRecordResponse {
  @Uuid() id!: string;
  @Whole() number!: number;
  @Text() sha256!: string;
  @Text() recordedByName!: string;
  @Instant() recordedAt!: string;
  @Flag({ description: 'A workspace of the supplier reads it' }) shared!: boolean;
  @ListOf(() => DrillReplyResponse, { description: 'Oldest first' }) replies!: DrillReplyResponse[];
}

export class DrillResponse extends DrillHeadFields {
  @Uuid() id!: string;
  @Uuid() authorisationId!: string;
  @Flag({ description: 'On record as it stands; reopening lets it be corrected' }) recorded!: boolean;
  @Whole() revision!: number;
  @Text() openedByName!: string;
  @Instant() openedAt!: string;
  @ListOf(() => DropResponse, { description: 'In the order of the drops' }) drops!: DropResponse[];
  @ListOf(() => TestFileResponse, { description: 'Taken, and not dropped so far as is noted' })
  testFiles!: TestFileResponse[];
  @ListOf(() => DrillRecordResponse, { description: 'Newest first' }) records!: DrillRecordResponse[];
}

export class DrillBookResponse {
  @Flag({ description: 'A workspace of the supplier will read what is put on record' }) answered!: boolean;
  @Nested(() => DrillLimitsFields, {
    nullable: true,
    description: 'What the contract gives, as it was read; null: nobody has read it',
  })
  contractLimits!: DrillLimitsFields | null;
  @ListOf(() => AuthorisationResponse) authorisations!: AuthorisationResponse[];
  @Nested(() => DrillPlanResponse) plan!: DrillPlanResponse;
  @ListOf(() => DrillResponse, { description: 'Newest first' }) drills!: DrillResponse[];
}

/** What a supplier reads of a drill: nothing before it was carried out. */
export class SharedDrillResponse {
  @Uuid() recordId!: string;
  @Text() buyerName!: string;
  @Text({ description: 'As its request calls it' }) title!: string;
  @Whole() number!: number;
  @Text() sha256!: string;
  @Instant() recordedAt!: string;
  @Text() recordedByName!: string;
  @Flag({ description: 'A later record of the same drill takes its place' }) replaced!: boolean;
  @Json({ description: 'What was put on record (DrillRecord)' }) record!: object;
  @ListOf(() => DrillReplyResponse) replies!: DrillReplyResponse[];
}

export class SharedDrillsResponse {
  @ListOf(() => SharedDrillResponse, { description: 'Newest first' }) items!: SharedDrillResponse[];
}

export class MeasureResponse {
  @Text() questionId!: string;
  @Uuid() recordId!: string;
  @Text() drillName!: string;
  @Json({ description: 'What was measured, as the question would be answered' }) value!: unknown;
  @Day() measuredOn!: string;
  @OneOf(evidenceLevels, { description: 'That the record is worth now' }) level!: EvidenceLevel;
  @Flag({ description: 'The answer in force claims no better' }) agrees!: boolean;
  @OneOf(evidenceLevels, { nullable: true, description: 'At which it counts; null: it does not' })
  confirmedLevel!: EvidenceLevel | null;
  @Text({ nullable: true }) confirmedByName!: string | null;
}

export class MeasuresResponse {
  @ListOf(() => MeasureResponse) items!: MeasureResponse[];
}

export class ConfirmMeasureRequest {
  @Uuid() recordId!: string;
  @Flag({ description: 'false takes the proof back' }) confirmed!: boolean;
}
