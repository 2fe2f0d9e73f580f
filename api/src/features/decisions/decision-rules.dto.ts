import { conditionKinds, ruleSubjects, type RuleSubject } from '@probant/shared/decision-rules/rule';
import { maxCounts, maxLengths, maxMoneyCents } from '@probant/shared/limits';
import { grades, type Grade } from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';

/** What the kind asks for is required; the rest is left out. */
export class RuleConditionDto {
  @OneOf(conditionKinds) kind!: (typeof conditionKinds)[number];
  @OneOf(grades, { optional: true }) grade?: Grade;
  @Decimal({ optional: true, min: 0, max: 100 }) score?: number;
  @Text({ optional: true, min: 0, max: maxLengths.key, description: 'Empty: any knock-out' })
  knockoutId?: string;
  @Text({ optional: true, max: maxLengths.key }) questionId?: string;
  @Texts({
    optional: true,
    max: maxCounts.options,
    each: maxLengths.key,
    description: 'Options of the question',
  })
  values?: string[];
  @Flag({ optional: true, description: 'Also when nothing was answered' }) orNothing?: boolean;
}

export class RulePaymentDto {
  @Whole({ min: 1, max: maxMoneyCents }) upToCents!: number;
  @Text({ max: maxLengths.shortText }) purpose!: string;
}

/** One of the conditions is enough: the buyer does not sign. */
export class DecisionRuleDto {
  @ListOf(() => RuleConditionDto, { max: maxCounts.decisionRuleEntries }) conditions!: RuleConditionDto[];
  @ListOf(() => RulePaymentDto, { max: maxCounts.decisionRuleEntries }) payments!: RulePaymentDto[];
  @Text({ min: 0, max: maxLengths.longText }) text!: string;
}

export class RecordedRuleResponse {
  @Uuid() id!: string;
  @OneOf(ruleSubjects) subject!: RuleSubject;
  @Nested(() => DecisionRuleDto) rule!: DecisionRuleDto;
  @Text({ description: 'SHA-256 of its canonical text, as its event tells it' }) sha256!: string;
  @Text() recordedByName!: string;
  @Instant() recordedAt!: string;
}

export class RuleKnockoutResponse {
  @Text() id!: string;
  @Text() fr!: string;
  @Text() en!: string;
}

export class RuleOptionResponse {
  @Text() value!: string;
  @Text() fr!: string;
  @Text() en!: string;
}

export class RuleQuestionResponse {
  @Text() id!: string;
  @Text() fr!: string;
  @Text() en!: string;
  @ListOf(() => RuleOptionResponse, { description: 'Empty: only that nothing was answered can be named' })
  options!: RuleOptionResponse[];
}

/** What conditions can name in the version. */
export class RuleVocabularyResponse {
  @ListOf(() => RuleKnockoutResponse) knockouts!: RuleKnockoutResponse[];
  @ListOf(() => RuleQuestionResponse) questions!: RuleQuestionResponse[];
}

export class DecisionRulesResponse {
  @Text({ description: 'Of the engagement, the campaign or the version' }) name!: string;
  @Flag({ description: 'No answer has been submitted: a rule can be set' }) open!: boolean;
  @ListOf(() => RecordedRuleResponse, {
    description: 'Of this subject, newest first: the first takes the place of the others',
  })
  items!: RecordedRuleResponse[];
  @Nested(() => RecordedRuleResponse, {
    nullable: true,
    description: 'What is in force without one of its own: the rule of the campaign, or else of the version',
  })
  inherited!: RecordedRuleResponse | null;
  @Nested(() => RuleVocabularyResponse) vocabulary!: RuleVocabularyResponse;
}

export class JudgedConditionResponse {
  @Flag() met!: boolean;
}

/** A rule beside a score. */
export class JudgedRuleResponse {
  @Nested(() => RecordedRuleResponse) recorded!: RecordedRuleResponse;
  @Flag({ nullable: true, description: 'null: it has no condition that a score can meet' }) met!:
    boolean | null;
  @Flag({ description: 'The outcome is not the one it gave' }) departs!: boolean;
  @ListOf(() => JudgedConditionResponse) conditions!: JudgedConditionResponse[];
  @Text({ min: 0, description: 'Why the decision departs from it' }) departure!: string;
}
