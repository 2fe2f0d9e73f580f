import { maxCounts, maxLengths, maxWeight } from '@probant/shared/limits';
import {
  columnTypes,
  evidenceNeeds,
  questionTypes,
  severities,
} from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Flag,
  Json,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields.js';

/** A letter, then letters without accent, digits, dots, hyphens or underscores. */
export const key = /^[A-Za-z][A-Za-z0-9._-]*$/;
/** Values of choices and columns may begin with a digit: `1_sites`. */
const valueKey = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Both languages are asked for at publication; a draft may lack one. */
export class WordingRequest {
  @Text({ min: 0, max: maxLengths.questionText }) fr!: string;
  @Text({ min: 0, max: maxLengths.questionText }) en!: string;
}

export class OptionRequest {
  @Pattern(valueKey, { max: maxLengths.key, otherwise: 'key-malformed' }) value!: string;
  @Nested(() => WordingRequest) label!: WordingRequest;
  @Decimal({ min: 0, max: 1, optional: true, description: 'Of a single choice' }) risk?: number;
  @Decimal({ min: 0, max: 1, optional: true, description: 'Of one choice among several' }) credit?: number;
}

export class CurvePointRequest {
  @Decimal() x!: number;
  @Decimal({ min: 0, max: 1 }) risk!: number;
}

export class EvidenceNeedRequest {
  @OneOf(evidenceNeeds) need!: (typeof evidenceNeeds)[number];
  @Texts({ max: 30, each: maxLengths.key }) kinds!: string[];
  @Whole({ min: 1, max: 1_200, optional: true }) maxAgeMonths?: number;
}

export class ColumnValueRequest {
  @Pattern(valueKey, { max: maxLengths.key, otherwise: 'key-malformed' }) value!: string;
  @Nested(() => WordingRequest) label!: WordingRequest;
}

export class ColumnRequest {
  @Pattern(key, { max: maxLengths.key, otherwise: 'key-malformed' }) key!: string;
  @OneOf(columnTypes) type!: (typeof columnTypes)[number];
  @Nested(() => WordingRequest) label!: WordingRequest;
  @ListOf(() => ColumnValueRequest, { max: maxCounts.options, optional: true }) values?: ColumnValueRequest[];
}

export class RowRuleRequest {
  @Json({
    schema: {
      type: 'object',
      additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    },
    description: 'Columns with the value that each has to have; all of them',
  })
  when!: object;
  @Decimal({ min: 0, max: 1 }) risk!: number;
}

export class InheritRuleRequest {
  @Text({ max: maxLengths.key, description: 'A question that comes before' }) q!: string;
  @Text({ max: maxLengths.key, optional: true, description: 'The answer that it has' }) value?: string;
  @Decimal({ min: 0, max: 1, optional: true, description: 'Or the least risk that it has' }) riskGte?: number;
  @Decimal({ min: 0, max: 1 }) risk!: number;
}

export class QuestionRequest {
  @Pattern(key, {
    max: maxLengths.key,
    otherwise: 'key-malformed',
    description: 'Stands for this question for ever',
  })
  id!: string;
  @OneOf(questionTypes) type!: (typeof questionTypes)[number];
  @Nested(() => WordingRequest) text!: WordingRequest;
  @Nested(() => WordingRequest, { optional: true }) short?: WordingRequest;
  @Nested(() => WordingRequest, { optional: true }) help?: WordingRequest;
  @Nested(() => WordingRequest, { optional: true }) finding?: WordingRequest;
  @Nested(() => WordingRequest, { optional: true }) fix?: WordingRequest;
  @Decimal({ min: 0, max: maxWeight }) weight!: number;
  @Nested(() => EvidenceNeedRequest) evidence!: EvidenceNeedRequest;
  @Json({
    optional: true,
    schema: { type: 'object', additionalProperties: true },
    description: 'Facts of the engagement: {ctx}, {all}, {any} or {not}, at any depth',
  })
  scope?: object;
  @ListOf(() => InheritRuleRequest, { max: maxCounts.options, optional: true })
  inheritIf?: InheritRuleRequest[];
  @Flag({ description: 'The supplier may claim that it does not apply' }) notApplicable!: boolean;
  @Texts({ max: 20, each: maxLengths.key, description: 'Ids of lessons' }) ref!: string[];
  @OneOf(severities) severity!: (typeof severities)[number];
  @Decimal({ min: 0, max: 1, optional: true, description: 'Risk from which the answer raises a finding' })
  trigger?: number;
  @Whole({ min: 1, max: 10, optional: true, description: 'Point of the guide sheet' }) keyPoint?: number;
  @ListOf(() => OptionRequest, { max: maxCounts.options, optional: true }) options?: OptionRequest[];
  @Nested(() => WordingRequest, { optional: true }) unit?: WordingRequest;
  @ListOf(() => CurvePointRequest, { max: 50, optional: true }) curve?: CurvePointRequest[];
  @Decimal({ min: 0, max: 1, optional: true, description: 'Risk of the answer “none”' }) noneRisk?: number;
  @ListOf(() => ColumnRequest, { max: maxCounts.columns, optional: true }) columns?: ColumnRequest[];
  @ListOf(() => RowRuleRequest, { max: maxCounts.options, optional: true }) rowRisk?: RowRuleRequest[];
  @Texts({ max: maxCounts.options, each: maxLengths.key, optional: true }) rowsRequired?: string[];
  @Decimal({ min: 0, max: 1, optional: true, description: 'Of a text or a file' }) risk?: number;
  @Flag({ optional: true, description: 'Of a text or a file: silence counts as missing' })
  mandatory?: boolean;
}
