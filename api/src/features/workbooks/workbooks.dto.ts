import { answerStates } from '@probant/shared/answers/given-answer';
import { languages } from '@probant/shared/questionnaires/document';
import { rowChanges } from '@probant/shared/workbook/read-answer-book';
import { Json, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';

export class WorkbookQuery {
  @OneOf(languages, { optional: true, description: 'By default the language of the reader' })
  language?: (typeof languages)[number];
}

/** multipart/form-data, beside the `file`. */
export class WorkbookUpload extends WorkbookQuery {}

export class WorkbookAnswerResponse {
  @OneOf(answerStates) state!: (typeof answerStates)[number];
  @Json({ nullable: true }) value!: unknown;
  @Text({ min: 0 }) comment!: string;
  @Text({ min: 0 }) justification!: string;
}

export class WorkbookRowResponse {
  @OneOf(rowChanges) change!: (typeof rowChanges)[number];
  @Text({ min: 0, description: 'Empty when the row names no question of this request' }) questionId!: string;
  @Text({ min: 0, description: 'The question, or what stands in a row that names none' }) text!: string;
  @Text({ description: 'As a spreadsheet program writes it: `Réponses!F12`' }) place!: string;
  @Text({ min: 0 }) before!: string;
  @Text({ min: 0 }) after!: string;
  @Nested(() => WorkbookAnswerResponse, { nullable: true, description: 'What would be saved' })
  answer!: WorkbookAnswerResponse | null;
  @Whole({ description: 'Revision of the answer that stands; 0 when there is none' }) revision!: number;
  @Text({ nullable: true, description: 'Why the row was not understood' }) problem!: string | null;
}

export class WorkbookColumnResponse {
  @Text() place!: string;
  @Text() text!: string;
}

export class WorkbookPreviewResponse {
  @OneOf(['same', 'other', 'unknown'], {
    description: 'Whether it was written from the questionnaire as it is now',
  })
  version!: 'same' | 'other' | 'unknown';
  @ListOf(() => WorkbookRowResponse) rows!: WorkbookRowResponse[];
  @ListOf(() => WorkbookColumnResponse, { description: 'Columns that no table has' })
  unknownColumns!: WorkbookColumnResponse[];
}
