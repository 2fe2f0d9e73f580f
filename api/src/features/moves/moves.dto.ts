import { answerFates, type AnswerFate } from '@probant/shared/questionnaires/answer-fate';
import { grades, type Grade } from '@probant/shared/questionnaires/document';
import { equivalenceKinds, type EquivalenceKind } from '@probant/shared/questionnaires/propose-equivalence';
import { assessmentStatuses, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import {
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '../../platform/http/fields.js';
import { jobStates, type JobState } from '../../platform/jobs/job-kinds.js';

/** Assessments that one request may move. */
export const maxMoves = 10_000;

export class ChooseMovesRequest {
  @Uuids({ min: 1, max: maxMoves }) assessmentIds!: string[];
}

export class ForeseenScoreResponse {
  @Decimal({ nullable: true }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: Grade | null;
}

export class OutlookResponse {
  @Uuid() assessmentId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @OneOf(assessmentStatuses, { description: 'As it is now' }) status!: AssessmentStatus;
  @Whole() fromNumber!: number;
  @Whole() submissions!: number;
  @Whole({ description: 'Answers given so far; which they are is the supplier’s alone' }) answered!: number;
  @OneOf(['submission', 'questions'], {
    description: 'What is counted: answers of the last submission, or questions where nothing was submitted',
  })
  basis!: 'submission' | 'questions';
  @Whole() kept!: number;
  @Whole() reconfirm!: number;
  @Whole() dropped!: number;
  @Whole({ description: 'Questions that are asked anew' }) added!: number;
  @Nested(() => ForeseenScoreResponse) before!: ForeseenScoreResponse;
  @Nested(() => ForeseenScoreResponse, { description: 'With every answer reconfirmed as it is' })
  after!: ForeseenScoreResponse;
  @Nested(() => ForeseenScoreResponse, { description: 'With none reconfirmed' })
  unconfirmed!: ForeseenScoreResponse;
  @Flag() chosen!: boolean;
  @Uuid({ nullable: true, description: 'Of the move that was made' }) moveId!: string | null;
  @Flag({ description: 'The move was undone' }) returned!: boolean;
  @Flag({ description: 'The move can still be undone' }) returnable!: boolean;
  @Text({ nullable: true, description: 'Code of the problem that kept it from being moved' })
  problem!: string | null;
}

export class DryRunSummaryResponse {
  @Uuid() id!: string;
  @Uuid() questionnaireId!: string;
  @Uuid() versionId!: string;
  @Whole() number!: number;
  @Text() wantedByName!: string;
  @Instant() wantedAt!: string;
  @OneOf(jobStates) state!: JobState;
  @Whole() done!: number;
  @Whole({ description: '0 before it is known' }) total!: number;
  @Text({ nullable: true, description: 'Code of the problem that ended it' }) problem!: string | null;
  @OneOf(jobStates, { nullable: true, description: 'Of the moves that were asked for last' })
  movesState!: JobState | null;
  @Whole() movesDone!: number;
  @Whole() movesTotal!: number;
}

export class DryRunResponse extends DryRunSummaryResponse {
  @Whole({ description: 'Assessments that are being examined: they can be moved once returned' })
  underReview!: number;
  @ListOf(() => OutlookResponse) items!: OutlookResponse[];
}

export class DryRunListResponse {
  @ListOf(() => DryRunSummaryResponse, { description: 'Newest first' }) items!: DryRunSummaryResponse[];
}

export class MoveResponse {
  @Uuid() id!: string;
  @Whole() fromNumber!: number;
  @Whole() toNumber!: number;
  @Text() movedByName!: string;
  @Instant() movedAt!: string;
  @Instant({ nullable: true }) returnedAt!: string | null;
  @Text({ nullable: true }) returnedByName!: string | null;
  @Flag({ description: 'Nothing was submitted and nothing moved since' }) returnable!: boolean;
}

export class MoveListResponse {
  @ListOf(() => MoveResponse, { description: 'Newest first' }) items!: MoveResponse[];
}

export class QuestionChangeResponse {
  @OneOf(equivalenceKinds) kind!: EquivalenceKind;
  @OneOf(answerFates, { nullable: true, description: 'Null: a new question has no answers yet' })
  fate!: AnswerFate | null;
  @Json({ schema: { type: 'array', items: { type: 'object' } }, description: 'Questions as they were' })
  before!: object;
  @Json({ schema: { type: 'array', items: { type: 'object' } }, description: 'Questions as they are' })
  after!: object;
}

export class ReceivedMoveResponse {
  @Uuid() id!: string;
  @Whole() fromNumber!: number;
  @Whole() toNumber!: number;
  @Instant() movedAt!: string;
  @Instant({ nullable: true, description: 'The buyer took it back' }) returnedAt!: string | null;
  @Flag({ description: 'Its answers were submitted since' }) settled!: boolean;
  @ListOf(() => QuestionChangeResponse) changes!: QuestionChangeResponse[];
}

export class ReceivedMovesResponse {
  @ListOf(() => ReceivedMoveResponse, { description: 'Newest first' }) items!: ReceivedMoveResponse[];
}
