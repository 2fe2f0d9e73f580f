import { answerStates } from '@probant/shared/answers/given-answer';
import { acts, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { verdicts } from '@probant/shared/evidence/decide-verdict';
import { freshnesses } from '@probant/shared/evidence/freshness';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceLevels, tiers } from '@probant/shared/questionnaires/document';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { ThreadResponse } from '../clarifications/clarifications.public.js';
import { FindingResponse } from '../findings/findings.public.js';
import { LocalisedResponse } from '../library/library.public.js';
import { ScoreResponse } from '../scoring/scoring.public.js';

export const overrideStates = ['answered', 'refused'] as const;

export class ReviewedAnswerResponse {
  @Text() questionId!: string;
  @OneOf(answerStates) state!: string;
  @Json({ nullable: true }) value!: unknown;
  @Text({ min: 0 }) comment!: string;
  @Text({ min: 0 }) justification!: string;
  @Text({
    nullable: true,
    description: 'Who last saved it; null when that was not frozen with the submission',
  })
  savedBy!: string | null;
  @Instant({ nullable: true }) savedAt!: string | null;
}

export class PreviousAnswerResponse {
  @Text() questionId!: string;
  @Whole({ description: 'Number of the submission that said it' }) number!: number;
  @Instant() submittedAt!: string;
  @Nested(() => ReviewedAnswerResponse, { nullable: true, description: 'null: nothing was said' })
  answer!: ReviewedAnswerResponse | null;
}

export class PieceReviewResponse {
  @Text() questionId!: string;
  @OneOf(verdicts) verdict!: (typeof verdicts)[number];
  @OneOf(evidenceLevels, { nullable: true }) level!: (typeof evidenceLevels)[number] | null;
  @Text({ min: 0 }) note!: string;
  @OneOf(freshnesses, { description: 'For this question, today' }) freshness!: (typeof freshnesses)[number];
  @Whole({ description: '0 when it was not examined' }) revision!: number;
  @Text({ nullable: true }) byName!: string | null;
  @Instant({ nullable: true }) at!: string | null;
}

export class ReviewedPieceResponse {
  @Uuid() evidenceId!: string;
  @Text() name!: string;
  @Text() kind!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Text() sha256!: string;
  @Whole() bytes!: number;
  @Text() mediaType!: string;
  @Text() scanEngine!: string;
  @Flag() scanPartial!: boolean;
  @Instant() uploadedAt!: string;
  @SomeOf(evidenceLevels, { description: 'Levels that its date allows' }) levels!: string[];
  @ListOf(() => PieceReviewResponse) questions!: PieceReviewResponse[];
}

export class ClaimDecisionResponse {
  @OneOf(['accepted', 'refused']) decision!: 'accepted' | 'refused';
  @Text() reason!: string;
  @Flag({ description: 'False once the claim has changed: it is to be decided again' }) stands!: boolean;
}

export class OverrideResponse {
  @OneOf(overrideStates) state!: (typeof overrideStates)[number];
  @Json({ nullable: true }) value!: unknown;
  @Text() reason!: string;
  @Flag({ description: 'False once the answer has changed: it counts again' }) stands!: boolean;
}

export class QuestionReviewResponse {
  @Text() questionId!: string;
  @Flag({ description: 'Not looked at, or with a piece to examine or a claim to decide' }) toSee!: boolean;
  @Flag() seen!: boolean;
  @Nested(() => ClaimDecisionResponse, { nullable: true }) notApplicable!: ClaimDecisionResponse | null;
  @Nested(() => OverrideResponse, { nullable: true }) override!: OverrideResponse | null;
  @Text({ min: 0, description: 'Never shown to the supplier' }) note!: string;
  @Whole({ description: '0 when nothing was reviewed' }) revision!: number;
  @Text({ nullable: true }) byName!: string | null;
  @Instant({ nullable: true }) at!: string | null;
}

export class ReviewedSubmissionResponse {
  @Uuid() id!: string;
  @Whole() number!: number;
  @Instant() submittedAt!: string;
  @Text() attestedBy!: string;
  @Text() sha256!: string;
}

/** What changes with each act of a review. */
export class ReviewStateResponse {
  @OneOf(assessmentStatuses) status!: (typeof assessmentStatuses)[number];
  @SomeOf(acts, { description: 'What the reader may do now' }) possible!: string[];
  @ListOf(() => QuestionReviewResponse, { description: 'Every question of the engagement’s scope' })
  questions!: QuestionReviewResponse[];
  @ListOf(() => ReviewedPieceResponse) pieces!: ReviewedPieceResponse[];
  @ListOf(() => FindingResponse) findings!: FindingResponse[];
  @Nested(() => ScoreResponse) score!: ScoreResponse;
}

export class ReviewResponse extends ReviewStateResponse {
  @Uuid() assessmentId!: string;
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() title!: string;
  @OneOf(tiers) tier!: string;
  @Whole() points!: number;
  @ListOf(() => LocalisedResponse, { description: 'What raised the tier above that of its points' })
  raisedBy!: LocalisedResponse[];
  @Json({ description: 'The frozen questionnaire (QuestionnaireDocument)' }) document!: object;
  @ListOf(() => ReviewedSubmissionResponse, { description: 'Newest first; the first is the one reviewed' })
  submissions!: ReviewedSubmissionResponse[];
  @ListOf(() => ReviewedAnswerResponse) answers!: ReviewedAnswerResponse[];
  @ListOf(() => PreviousAnswerResponse, {
    description: 'Of answers that an earlier submission gave otherwise',
  })
  previous!: PreviousAnswerResponse[];
  @ListOf(() => ThreadResponse) threads!: ThreadResponse[];
}

export class PlaceRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
  @Whole({ description: 'Revision of the verdict there; 0 when there is none' }) revision!: number;
}

export class ReviewPieceRequest {
  @ListOf(() => PlaceRequest, {
    min: 1,
    max: maxCounts.questionsPerEvidence,
    description: 'Questions it is judged for',
  })
  questions!: PlaceRequest[];
  @OneOf(verdicts, { description: 'unexamined takes the verdict back' }) verdict!: (typeof verdicts)[number];
  @OneOf(evidenceLevels, { optional: true }) level?: (typeof evidenceLevels)[number];
  @Text({ min: 0, max: maxLengths.longText, description: 'Of a rejected piece: why; shown once returned' })
  note!: string;
}

export class DecideClaimRequest {
  @OneOf(['accepted', 'refused']) decision!: 'accepted' | 'refused';
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
}

export class ReviewQuestionRequest {
  @Flag() seen!: boolean;
  @Nested(() => DecideClaimRequest, { nullable: true, description: 'null takes the decision back' })
  notApplicable!: DecideClaimRequest | null;
  @Text({ min: 0, max: maxLengths.longText, description: 'Never shown to the supplier' }) note!: string;
  @Whole({ description: 'Revision of the review that was read; 0 when there is none' }) revision!: number;
}

export class OverrideRequest {
  @OneOf(overrideStates, { nullable: true, description: 'null gives the supplier’s answer back' })
  state!: (typeof overrideStates)[number] | null;
  @Json({ optional: true, description: 'By the type of the question' }) value?: unknown;
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Whole() revision!: number;
}

export class SeenRequest {
  @Texts({ max: maxCounts.questionsPerVersion, each: maxLengths.key }) questionIds!: string[];
}

export class ReturnRequest {
  @Text({ min: 0, max: maxLengths.longText, description: 'Shown to the supplier' }) reason!: string;
}

export class RejectedPieceResponse {
  @Uuid() evidenceId!: string;
  @Text() reason!: string;
}

export class SupplierClaimResponse {
  @OneOf(['accepted', 'refused']) decision!: 'accepted' | 'refused';
  @Text() reason!: string;
}

export class SupplierOverrideResponse {
  @OneOf(overrideStates) state!: (typeof overrideStates)[number];
  @Json({ optional: true }) value?: unknown;
  @Text() reason!: string;
}

export class SupplierReviewResponse {
  @Text() questionId!: string;
  @Nested(() => SupplierClaimResponse, { optional: true }) notApplicable?: SupplierClaimResponse;
  @Nested(() => SupplierOverrideResponse, { optional: true }) override?: SupplierOverrideResponse;
  @ListOf(() => RejectedPieceResponse) rejectedPieces!: RejectedPieceResponse[];
}

export class SupplierReviewsResponse {
  @Whole({ nullable: true, description: 'Number of the submission that was reviewed' })
  submissionNumber!: number | null;
  @ListOf(() => SupplierReviewResponse) items!: SupplierReviewResponse[];
}
