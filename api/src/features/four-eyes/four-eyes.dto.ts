import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceLevels } from '@probant/shared/questionnaires/document';
import { Flag, Instant, ListOf, OneOf, Text, Texts, Uuid, Whole } from '../../platform/http/fields.js';

export class FourEyesResponse {
  @Flag({ description: 'For every questionnaire of the organisation' }) everywhere!: boolean;
  @Texts({
    max: maxCounts.questionsPerVersion,
    each: maxLengths.key,
    description: 'Codes of the questionnaires that require it by themselves',
  })
  questionnaires!: string[];
  @Whole({ description: 'Members who may confirm; at least two are needed' }) confirmers!: number;
}

export class ChangeFourEyesRequest {
  @Text({ min: 0, max: maxLengths.key, description: 'Empty: of every questionnaire' })
  questionnaireCode!: string;
  @Flag() on!: boolean;
}

export class ConfirmableResponse {
  @Text() questionId!: string;
  @Uuid({ nullable: true, description: 'null: a claim that the question does not apply' })
  evidenceId!: string | null;
  @Text({ nullable: true, description: 'Of the piece' }) name!: string | null;
  @OneOf(evidenceLevels, { nullable: true }) level!: (typeof evidenceLevels)[number] | null;
  @Text() acceptedByName!: string;
  @Instant() acceptedAt!: string;
  @Flag({ description: 'The reader accepted it, and so cannot confirm it' }) own!: boolean;
  @Text({ nullable: true }) confirmedByName!: string | null;
  @Instant({ nullable: true }) confirmedAt!: string | null;
  @Whole({ description: 'Of the verdict that was read' }) revision!: number;
}

export class ConfirmationsResponse {
  @Flag({ description: 'No decision while an acceptance waits' }) required!: boolean;
  @Whole() missing!: number;
  @ListOf(() => ConfirmableResponse) items!: ConfirmableResponse[];
}

export class ConfirmItemRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
  @Uuid({ nullable: true }) evidenceId!: string | null;
  @Whole({ description: 'Revision of the acceptance that was read' }) revision!: number;
  @Instant({ description: 'Of the acceptance that was read' }) acceptedAt!: string;
}

export class ConfirmRequest {
  @ListOf(() => ConfirmItemRequest, { min: 1, max: maxCounts.questionsPerVersion })
  items!: ConfirmItemRequest[];
}
