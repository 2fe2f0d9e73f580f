import { improvementSteps } from '@probant/shared/scoring/improvements';
import { Day, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

export class DeskPieceResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() kind!: string;
  @Day() expiresOn!: string;
  @Flag({ description: 'Its last day is over' }) lapsed!: boolean;
  @Whole({ description: 'Questions of all requests that it answers' }) questions!: number;
  @Uuid({ nullable: true, description: 'The last request that it was joined to' })
  assessmentId!: string | null;
}

export class DeskPiecesResponse {
  @Whole({ description: 'Pieces that no other replaces' }) total!: number;
  @Whole() expired!: number;
  @Whole({ description: 'Lapse within 90 days' }) soon!: number;
  @ListOf(() => DeskPieceResponse, { description: 'Those that lapsed or lapse first' })
  next!: DeskPieceResponse[];
}

export class DeskAnswerResponse {
  @Uuid() id!: string;
  @Text() questionId!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Day({ description: 'The last day of the piece beside it that lapses first' }) expiresOn!: string;
  @Flag({ description: 'That day is over' }) lapsed!: boolean;
}

export class DeskAnswersResponse {
  @Whole({ description: 'Questions that the answer library holds an answer to' }) total!: number;
  @Whole({ description: 'Latest answers beside which a piece has lapsed or lapses within 90 days' })
  lapsing!: number;
  @ListOf(() => DeskAnswerResponse, { description: 'Those whose piece lapsed or lapses first' })
  next!: DeskAnswerResponse[];
}

export class DeskReceiptResponse {
  @Uuid() submissionId!: string;
  @Uuid() assessmentId!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
  @Whole() number!: number;
  @Instant() submittedAt!: string;
  @Text() attestedByName!: string;
}

export class ImprovementResponse {
  @Text() questionId!: string;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
  @OneOf(improvementSteps) step!: (typeof improvementSteps)[number];
}

export class DeskImprovementsResponse {
  @Uuid() assessmentId!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
  @Instant({ description: 'When the buyer told it' }) at!: string;
  @ListOf(() => ImprovementResponse, { description: 'The most helpful first' })
  items!: ImprovementResponse[];
}

export class DeskResponse {
  @Nested(() => DeskPiecesResponse) pieces!: DeskPiecesResponse;
  @Nested(() => DeskAnswersResponse) answers!: DeskAnswersResponse;
  @ListOf(() => DeskReceiptResponse, { description: 'The newest first' }) receipts!: DeskReceiptResponse[];
  @ListOf(() => DeskImprovementsResponse, { description: 'The newest first' })
  improvements!: DeskImprovementsResponse[];
}
