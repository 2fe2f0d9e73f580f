import { answerStates } from '@probant/shared/answers/given-answer';
import { maxCounts } from '@probant/shared/limits';
import { Type } from 'class-transformer';
import { Instant, Json, ListOf, Nested, OneOf, Text, Texts, Whole } from '../../platform/http/fields.js';

export class ChangesQuery {
  @Type(() => Number)
  @Whole({
    optional: true,
    min: 1,
    description: 'Submission to compare with the one before; the last unless told',
  })
  number?: number;
}

export class StandingAnswerResponse {
  @OneOf(answerStates) state!: string;
  @Json({ nullable: true }) value!: unknown;
  @Text({ min: 0 }) comment!: string;
  @Text({ min: 0 }) justification!: string;
}

export class QuestionChangeResponse {
  @Text() questionId!: string;
  @Json({ description: 'As it was asked (SupplierQuestion)' }) question!: Record<string, unknown>;
  @Nested(() => StandingAnswerResponse, { nullable: true }) before!: StandingAnswerResponse | null;
  @Nested(() => StandingAnswerResponse, { nullable: true }) after!: StandingAnswerResponse | null;
  @Texts({ max: maxCounts.evidencePerAnswer, description: 'Names' }) piecesAdded!: string[];
  @Texts({ max: maxCounts.evidencePerAnswer, description: 'Names' }) piecesRemoved!: string[];
}

export class MomentResponse {
  @Whole() number!: number;
  @Instant() submittedAt!: string;
}

export class ChangesResponse {
  @Text() title!: string;
  @Nested(() => MomentResponse, { nullable: true, description: 'Nothing: there is none to compare with' })
  before!: MomentResponse | null;
  @Nested(() => MomentResponse, { nullable: true, description: 'Nothing: the sheet as it stands' })
  after!: MomentResponse | null;
  @ListOf(() => QuestionChangeResponse) changes!: QuestionChangeResponse[];
}
