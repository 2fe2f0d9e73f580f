import { maxCounts, maxLengths } from '@probant/shared/limits';
import { clockCautions, type DayCaution } from '@probant/shared/notices/clock';
import {
  maxCureDays,
  noticeBases,
  noticeChannels,
  substances,
  type NoticeBasis,
  type NoticeChannel,
  type Substance,
} from '@probant/shared/notices/draft';
import { gateKeys, type GateKey } from '@probant/shared/notices/gates';
import { blockKinds, letterKinds, type LetterKind } from '@probant/shared/notices/letter';
import {
  noticeStates,
  noticeSteps,
  type NoticeState,
  type NoticeStep,
} from '@probant/shared/notices/lifecycle';
import { pieceRoles, type PieceRole } from '@probant/shared/notices/pieces';
import { replyKinds, type ReplyKind } from '@probant/shared/notices/reply';
import { evidenceLevels, type EvidenceLevel } from '@probant/shared/questionnaires/document';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
  Wholes,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

export class BreachBody {
  @Text({ min: 0 }) obligation!: string;
  @Text({ min: 0, max: maxLengths.title, description: 'Of the contract' }) article!: string;
  @OneOf(substances, { description: 'The contract lists the obligation, or its gravity is argued' })
  substance!: Substance;
  @Text({ min: 0, max: maxLengths.longText }) gravity!: string;
  @Day({ nullable: true }) on!: string | null;
  @Text({ min: 0, max: maxLengths.longText }) facts!: string;
  @Uuids({
    max: maxCounts.noticePieces,
    description: 'Pieces of the notice, or pieces that the supplier submitted',
  })
  pieceIds!: string[];
}

export class NoticeDraftBody {
  @Text({ min: 0 }) senderAddress!: string;
  @Text({ min: 0, max: maxLengths.title }) signatory!: string;
  @Text({ min: 0, max: maxLengths.title }) recipientName!: string;
  @Text({ min: 0 }) recipientAddress!: string;
  @Text({ min: 0, max: maxLengths.title }) place!: string;
  @Text({ min: 0, max: maxLengths.title }) contractTitle!: string;
  @Day({ nullable: true }) contractSignedOn!: string | null;
  @OneOf(noticeBases, { description: 'C. civ. 1225 with the clause, or 1226 without one' })
  basis!: NoticeBasis;
  @Text({ min: 0, max: maxLengths.title }) clauseArticle!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'Word for word' }) clauseWording!: string;
  @ListOf(() => BreachBody, { max: maxCounts.breaches }) breaches!: BreachBody[];
  @Text({ min: 0, max: maxLengths.longText }) demand!: string;
  @Whole({ nullable: true, min: 1, max: maxCureDays, description: 'Calendar days from receipt' })
  cureDays!: number | null;
  @OneOf(noticeChannels) channel!: NoticeChannel;
}

export class SaveDraftRequest {
  @Nested(() => NoticeDraftBody) draft!: NoticeDraftBody;
  @Whole({ description: 'Revision that was read' }) revision!: number;
}

export class TakeStepRequest {
  @OneOf(noticeSteps) step!: NoticeStep;
  @Day({ nullable: true, description: 'On which it happened' }) on!: string | null;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Text({ min: 0, max: maxLengths.title, description: 'Number of the registered letter' }) reference!: string;
  @Text({ min: 0, max: maxLengths.title, description: 'Who advised before a letter was posted' })
  counsel!: string;
  @Day({ nullable: true, description: 'From when the second letter ends the contract' }) effectiveOn!:
    string | null;
  @Wholes({ max: maxCounts.breaches, description: 'Numbers of the breaches left without cure' })
  remaining!: number[];
  @Whole({ description: 'Revision that was read' }) revision!: number;
}

/** Fields beside the file of an upload. */
export class AddNoticePieceRequest {
  @OneOf(pieceRoles) role!: PieceRole;
  @Day({ optional: true }) datedOn?: string;
  @OneOf(evidenceLevels, { optional: true, description: 'Of a piece that proves a breach' })
  level?: EvidenceLevel;
}

export class GradePieceRequest {
  @OneOf(evidenceLevels, { nullable: true, description: 'Null: not accepted' }) level!: EvidenceLevel | null;
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Whole({ description: 'Number of the grading that was read; 0 for none' }) number!: number;
}

export class SaidResponse {
  @Text() code!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class GateResponse {
  @OneOf(gateKeys) key!: GateKey;
  @Flag() open!: boolean;
  @ListOf(() => SaidResponse, { description: 'What keeps it shut' }) faults!: SaidResponse[];
  @ListOf(() => SaidResponse, { description: 'What counsel should weigh' }) cautions!: SaidResponse[];
}

export class NoticeClockResponse {
  @Day() receivedOn!: string;
  @Whole() days!: number;
  @Day() deadlineOn!: string;
  @OneOf(clockCautions, { nullable: true }) deadlineCaution!: DayCaution | null;
  @Day({ description: 'Before it, what follows comes too early' }) firstSafeOn!: string;
  @OneOf(clockCautions, { nullable: true }) firstSafeCaution!: DayCaution | null;
  @Day({ description: 'One safety day more, on a worked day' }) advisedOn!: string;
}

export class LetterBlockResponse {
  @OneOf(blockKinds) kind!: (typeof blockKinds)[number];
  @Text({ max: maxLengths.answerText }) text!: string;
}

export class LetterResponse {
  @OneOf(letterKinds) kind!: LetterKind;
  @Texts({ max: 20 }) sender!: string[];
  @Texts({ max: 20 }) recipient!: string[];
  @Text() channel!: string;
  @Text() dated!: string;
  @Text() subject!: string;
  @ListOf(() => LetterBlockResponse) blocks!: LetterBlockResponse[];
  @Texts({ max: 2 }) signature!: string[];
  @Texts({ max: 200 }) enclosures!: string[];
}

export class SentLetterResponse {
  @Day() postedOn!: string;
  @Text({ description: 'Of the canonical JSON of the letter' }) sha256!: string;
  @Nested(() => LetterResponse) letter!: LetterResponse;
}

export class NoticePieceResponse {
  @Uuid() id!: string;
  @OneOf(['buyer', 'supplier']) side!: 'buyer' | 'supplier';
  @OneOf(pieceRoles) role!: PieceRole;
  @Text() name!: string;
  @Text() sha256!: string;
  @Whole() bytes!: number;
  @Flag() scanPartial!: boolean;
  @Day({ nullable: true }) datedOn!: string | null;
  @OneOf(evidenceLevels, { nullable: true, description: 'Given by the buyer' }) level!: EvidenceLevel | null;
  @Whole({ description: 'How often the buyer graded it; 0: not yet' }) grading!: number;
  @Text({ min: 0, max: maxLengths.longText }) gradingReason!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

/** A piece that the supplier submitted with its answers, as the review left it. */
export class SubmittedProofResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() sha256!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @OneOf(evidenceLevels) level!: EvidenceLevel;
}

export class NoticeStepResponse {
  @Whole() number!: number;
  @OneOf(noticeSteps) step!: NoticeStep;
  @OneOf(noticeStates) to!: NoticeState;
  @Day({ nullable: true }) on!: string | null;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Text({ min: 0 }) reference!: string;
  @Text({ min: 0 }) counsel!: string;
  @Day({ nullable: true }) effectiveOn!: string | null;
  @Wholes({ max: maxCounts.breaches }) remaining!: number[];
  @Text() byName!: string;
  @Instant() at!: string;
}

export class NoticeReplyResponse {
  @Uuid() id!: string;
  @OneOf(replyKinds) kind!: ReplyKind;
  @Text({ max: maxLengths.longText }) body!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

/** What the contract's file says of it, to be quoted. */
export class NoticeContractResponse {
  @Flag() recorded!: boolean;
  @Whole({ nullable: true }) cureDays!: number | null;
  @Text({ min: 0 }) clauseArticle!: string;
  @Text({ min: 0, max: maxLengths.quote }) clauseWording!: string;
  @Text({ min: 0 }) substantialArticle!: string;
  @Text({ min: 0, max: maxLengths.quote }) substantialWording!: string;
}

export class NoticeResponse {
  @Uuid() id!: string;
  @Uuid() engagementId!: string;
  @Text() buyerName!: string;
  @OneOf(noticeStates) state!: NoticeState;
  @Whole() revision!: number;
  @Nested(() => NoticeDraftBody) draft!: NoticeDraftBody;
  @ListOf(() => GateResponse) gates!: GateResponse[];
  @Decimal({ nullable: true, description: 'Mean over the breaches of their strongest dated piece' })
  proofIndex!: number | null;
  @Nested(() => NoticeContractResponse) contract!: NoticeContractResponse;
  @ListOf(() => NoticePieceResponse, { description: 'Oldest first' }) pieces!: NoticePieceResponse[];
  @ListOf(() => SubmittedProofResponse) submitted!: SubmittedProofResponse[];
  @ListOf(() => SentLetterResponse) letters!: SentLetterResponse[];
  @ListOf(() => NoticeStepResponse, { description: 'Oldest first' }) steps!: NoticeStepResponse[];
  @ListOf(() => NoticeReplyResponse, { description: 'Oldest first' }) replies!: NoticeReplyResponse[];
  @Nested(() => NoticeClockResponse, { nullable: true }) clock!: NoticeClockResponse | null;
  @Flag({ description: 'A proof of receipt was added since the last posting' }) hasReceipt!: boolean;
  @Flag({ description: 'A workspace of the supplier sees it, or will once the letter has left' })
  supplierSees!: boolean;
  @Text() updatedByName!: string;
  @Instant() updatedAt!: string;
}
