import { maxCounts, maxLengths } from '@probant/shared/limits';
import { Flag, Instant, Json, ListOf, Nested, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { QuestionnaireResponse } from './questionnaires.dto.js';

export class DraftStepsRequest {
  @Text({ max: maxLengths.clientKey, min: 8, description: 'The same edit sent twice is applied once' })
  clientKey!: string;
  @Whole({ min: 1, description: 'The revision that the steps were made on; others may have come since' })
  seen!: number;
  @Flag({ optional: true, description: 'Answer with the whole draft, whoever changed it' }) whole?: boolean;
  @Json({
    description: 'Smallest changes, each with what its author saw before it; all of them or none',
    schema: {
      type: 'array',
      minItems: 1,
      maxItems: maxCounts.stepsPerEdit,
      items: { type: 'object', additionalProperties: true },
    },
  })
  steps!: object[];
}

export class DraftStepsResponse {
  @Whole() revision!: number;
  @Instant() savedAt!: string;
  @Nested(() => QuestionnaireResponse, {
    nullable: true,
    description:
      'The whole draft where it was asked for, or where others have changed it since the revision seen',
  })
  questionnaire!: QuestionnaireResponse | null;
}

export class EditorRequest {
  @Uuid({ description: 'Of the open tab: one author may have two' }) tabId!: string;
  @Text({ min: 0, max: maxLengths.key, description: 'Key of the question that is looked at' }) place!: string;
  @Flag({ optional: true, description: 'The tab is being left' }) leaving?: boolean;
}

export class EditorResponse {
  @Text() name!: string;
  @Text({ min: 0 }) place!: string;
  @Flag({ description: 'Another tab of the same person' }) self!: boolean;
}

export class EditorsResponse {
  @Whole({ description: 'Of the draft as it is now' }) revision!: number;
  @ListOf(() => EditorResponse) others!: EditorResponse[];
}
