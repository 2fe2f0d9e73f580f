import { outcomes } from '@probant/shared/audit/assessment-events';
import { maxLengths } from '@probant/shared/limits';
import { grades } from '@probant/shared/questionnaires/document';
import { Decimal, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { JudgedRuleResponse } from './decision-rules.dto.js';
import { LocalisedResponse } from '../library/library.public.js';

export class DecideRequest {
  @OneOf(outcomes) outcome!: (typeof outcomes)[number];
  @Text({ min: 0, max: maxLengths.longText, description: 'Never shown to the supplier' }) reason!: string;
  @Text({
    min: 0,
    max: maxLengths.longText,
    description: 'Of signing under conditions; shown to the supplier',
  })
  conditions!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'To the supplier' }) message!: string;
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.longText,
    description: 'Why it departs from the rule set beforehand; never shown to the supplier',
  })
  departure?: string;
  @Flag({ description: 'The supplier reads the letter and why it was capped; never a number' })
  shareGrade!: boolean;
}

/** What the supplier reads of a decision. */
export class DecisionNoticeResponse {
  @OneOf(outcomes) outcome!: (typeof outcomes)[number];
  @Text({ min: 0 }) conditions!: string;
  @Text({ min: 0 }) message!: string;
  @OneOf(grades, { nullable: true, description: 'null unless the buyer shares it' })
  grade!: (typeof grades)[number] | null;
  @ListOf(() => LocalisedResponse, { description: 'Why the grade is capped; empty unless it is shared' })
  reasons!: LocalisedResponse[];
  @Instant() at!: string;
}

export class RequestDecisionResponse {
  @Nested(() => DecisionNoticeResponse, { nullable: true, description: 'null while nothing is decided' })
  decision!: DecisionNoticeResponse | null;
}

export class DecisionResponse {
  @Uuid() id!: string;
  @OneOf(outcomes) outcome!: (typeof outcomes)[number];
  @Text() reason!: string;
  @Uuid() snapshotId!: string;
  @Decimal({ nullable: true, description: 'Score of the snapshot' }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
  @Text() decidedByName!: string;
  @Instant() at!: string;
  @Nested(() => DecisionNoticeResponse, { description: 'What the supplier was told' })
  notice!: DecisionNoticeResponse;
  @Nested(() => JudgedRuleResponse, {
    nullable: true,
    description: 'The rule set beforehand, beside this score',
  })
  rule!: JudgedRuleResponse | null;
}

export class DecisionsResponse {
  @ListOf(() => DecisionResponse, { description: 'Newest first' }) items!: DecisionResponse[];
  @Nested(() => JudgedRuleResponse, {
    nullable: true,
    description:
      'The rule in force beside the score of now, while nothing is decided; `departs` as if one signed',
  })
  rule!: JudgedRuleResponse | null;
}
