import { Flag, Instant, Json, ListOf, Text, Whole, Uuid } from '../../platform/http/fields.js';

export class SubmitRequest {
  @Whole({ description: 'Revision of the sheet that the person has read' }) sheetRevision!: number;
  @Flag({ description: 'The person attests that the answers are accurate' }) attested!: boolean;
}

export class SubmissionResponse {
  @Uuid() id!: string;
  @Whole() number!: number;
  @Instant() submittedAt!: string;
  @Text() attestedBy!: string;
  @Text({ description: 'sha256 of the canonical text' }) sha256!: string;
  @Whole() sheetRevision!: number;
}

export class SubmissionListResponse {
  @ListOf(() => SubmissionResponse) items!: SubmissionResponse[];
}

export class SubmissionTextResponse extends SubmissionResponse {
  @Json({ description: 'What was frozen (Submission): answers, pieces, parties, questionnaire' })
  submission!: Record<string, unknown>;
}

export class ReceiptPieceResponse {
  @Text() name!: string;
  @Text() sha256!: string;
  @Whole() bytes!: number;
}

export class ReceiptAuthorResponse {
  @Text() questionId!: string;
  @Text({ description: 'Who last saved the answer' }) savedBy!: string;
  @Instant() savedAt!: string;
}

export class ReceiptResponse {
  @Whole() format!: number;
  @Uuid() assessmentId!: string;
  @Uuid() submissionId!: string;
  @Whole() number!: number;
  @Instant() submittedAt!: string;
  @Text() title!: string;
  @Text() buyer!: string;
  @Text() supplier!: string;
  @Text() attestedBy!: string;
  @Text() questionnaire!: string;
  @Text() questionnaireSha256!: string;
  @Whole() answers!: number;
  @ListOf(() => ReceiptAuthorResponse, {
    description: 'By question; empty for a submission frozen before authors were kept',
  })
  authors!: ReceiptAuthorResponse[];
  @ListOf(() => ReceiptPieceResponse) pieces!: ReceiptPieceResponse[];
  @Text({ description: 'sha256 of the canonical text of the submission' }) submissionSha256!: string;
}
