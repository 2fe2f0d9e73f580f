import { answerStates } from '@probant/shared/answers/given-answer';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceNeeds } from '@probant/shared/questionnaires/document';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';

export class SaveAnswerRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
  @Whole({ description: 'Revision of the answer that was changed; 0 when there was none' }) revision!: number;
  @Pattern(/^[\w-]{8,64}$/, { description: 'Sent again unchanged, a save with the same key changes nothing' })
  clientKey!: string;
  @OneOf(answerStates) state!: (typeof answerStates)[number];
  @Json({
    optional: true,
    description: 'Option, options, number, date, rows or text, by the type of the question',
  })
  value?: unknown;
  @Text({ optional: true, min: 0, max: maxLengths.longText }) comment?: string;
  @Text({ optional: true, min: 0, max: maxLengths.longText, description: 'Why the question does not apply' })
  justification?: string;
  @Uuid({
    optional: true,
    description: 'Entry of the answer library that was looked at and is said again, unchanged',
  })
  reconfirms?: string;
}

export class SaveAnswersRequest {
  @ListOf(() => SaveAnswerRequest, { min: 1, max: maxCounts.answersPerSave }) answers!: SaveAnswerRequest[];
}

export class SavedAnswerResponse {
  @Text() key!: string;
  @Whole() revision!: number;
  @Instant() savedAt!: string;
}

export class SavedAnswersResponse {
  @Whole({ description: 'Revision of the whole sheet, which submitting names' }) sheetRevision!: number;
  @ListOf(() => SavedAnswerResponse) results!: SavedAnswerResponse[];
}

export class FormerAnswerResponse {
  @Text() questionId!: string;
  @Json({ description: 'State, value, comment and justification, as they were given' }) answer!: object;
}

export class ToReconfirmResponse {
  @Uuid({ description: 'The move that changed the question' }) moveId!: string;
  @ListOf(() => FormerAnswerResponse) former!: FormerAnswerResponse[];
}

export class SheetAnswerResponse {
  @Text() questionId!: string;
  @OneOf(answerStates) state!: (typeof answerStates)[number];
  @Json({ nullable: true }) value!: unknown;
  @Text() comment!: string;
  @Text() justification!: string;
  @Nested(() => ToReconfirmResponse, {
    nullable: true,
    description: 'The question changed after it was answered; null once the answer was saved again',
  })
  reconfirm!: ToReconfirmResponse | null;
  @Whole() revision!: number;
  @Text() savedBy!: string;
  @Instant() savedAt!: string;
}

export class SheetPieceResponse {
  @Text() questionId!: string;
  @Uuid() evidenceId!: string;
  @Text() name!: string;
  @Text() kind!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Text() sha256!: string;
  @Whole() bytes!: number;
  @Text() mediaType!: string;
  @Flag() scanPartial!: boolean;
  @Whole() revision!: number;
  @Flag() superseded!: boolean;
  @Flag() submitted!: boolean;
  @Text() uploadedBy!: string;
  @Instant() uploadedAt!: string;
}

export class SheetThreadResponse {
  @Text({ description: 'Empty for the thread of the whole request' }) questionId!: string;
  @Whole() messages!: number;
  @Instant() lastAt!: string;
  @Flag({ description: 'The last word is the buyer’s' }) awaiting!: boolean;
}

export class SheetPartResponse {
  @Texts({ max: maxCounts.questionsPerVersion, description: 'Ids of the questions that were handed over' })
  questionIds!: string[];
}

export class SheetStateResponse {
  @Nested(() => SheetPartResponse, {
    nullable: true,
    description: 'Set for a colleague who was handed a part: questionnaire and sheet hold nothing else',
  })
  part!: SheetPartResponse | null;
  @Uuid() assessmentId!: string;
  @Text() status!: string;
  @Day() dueOn!: string;
  @Text() title!: string;
  @Text() buyerName!: string;
  @Text() buyerContact!: string;
  @Text() message!: string;
  @Whole() versionNumber!: number;
  @Text() versionSha256!: string;
  @Whole() submissions!: number;
  @Whole() revision!: number;
  @Instant({ nullable: true }) lastSavedAt!: string | null;
  @ListOf(() => SheetAnswerResponse) answers!: SheetAnswerResponse[];
  @ListOf(() => SheetPieceResponse) pieces!: SheetPieceResponse[];
  @ListOf(() => SheetThreadResponse) threads!: SheetThreadResponse[];
}

export class SheetResponse {
  @Json({
    description: `The questionnaire as sent (SupplierQuestionnaire); evidence needs: ${evidenceNeeds.join(', ')}`,
  })
  document!: Record<string, unknown>;
  @Nested(() => SheetStateResponse) sheet!: SheetStateResponse;
}

export class AnswerRevisionResponse {
  @Whole() revision!: number;
  @OneOf(answerStates) state!: string;
  @Json({ nullable: true }) value!: unknown;
  @Text() comment!: string;
  @Text() justification!: string;
  @Text() savedBy!: string;
  @Instant() savedAt!: string;
  @Flag({ description: 'It was an earlier answer, looked at again' }) reconfirmed!: boolean;
}

export class AnswerHistoryResponse {
  @ListOf(() => AnswerRevisionResponse) revisions!: AnswerRevisionResponse[];
}
