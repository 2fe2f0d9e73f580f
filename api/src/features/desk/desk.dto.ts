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
  @ListOf(() => DeskReceiptResponse, { description: 'The newest first' }) receipts!: DeskReceiptResponse[];
  @ListOf(() => DeskImprovementsResponse, { description: 'The newest first' })
  improvements!: DeskImprovementsResponse[];
}
