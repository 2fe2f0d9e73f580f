import { accept, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxCounts } from '../limits.js';
import type { Grade, Question, QuestionnaireDocument } from '../questionnaires/document.js';

/** What a rule may be recorded with; the narrowest one speaks for an assessment. */
export const ruleSubjects = ['assessment', 'campaign', 'version'] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

export const conditionKinds = ['grade-worse-than', 'score-above', 'knockout', 'answer'] as const;

/** One ground on which the buyer said beforehand that it would not sign. */
export type RuleCondition =
  | { readonly kind: 'grade-worse-than'; readonly grade: Grade }
  | { readonly kind: 'score-above'; readonly score: number }
  /** An empty id: any knock-out. */
  | { readonly kind: 'knockout'; readonly knockoutId: string }
  | {
      readonly kind: 'answer';
      readonly questionId: string;
      /** One of these options was chosen. */
      readonly values: readonly string[];
      /** Also when nothing was answered: left open, refused, or not applicable without the buyer's agreement. */
      readonly orNothing: boolean;
    };

/** What the buyer would pay for, and up to what. */
export interface RulePayment {
  readonly upToCents: number;
  readonly purpose: string;
}

/** One of the conditions is enough: "if X, we do not sign". */
export interface DecisionRule {
  readonly conditions: readonly RuleCondition[];
  readonly payments: readonly RulePayment[];
  /** In the buyer's own words. */
  readonly text: string;
}

/** What a question can be answered with that a condition can name. */
export function answerValues(question: Question): readonly string[] {
  return 'options' in question ? question.options.map(({ value }) => value) : [];
}

/** A rule that names what the version does not have could never be met, and would look kept. */
export function checkDecisionRule(
  document: Pick<QuestionnaireDocument, 'themes' | 'knockouts' | 'grades'>,
  rule: DecisionRule,
): Decision<DecisionRule> {
  const text = rule.text.trim();
  if (rule.conditions.length === 0 && rule.payments.length === 0 && text === '')
    return refuseFields([{ pointer: '/text', code: 'required' }]);
  const faults = [
    ...rule.conditions.flatMap((condition, place) =>
      conditionFaults(document, condition).map((fault) => ({
        ...fault,
        pointer: `/conditions/${place}${fault.pointer}`,
      })),
    ),
    ...rule.payments.flatMap(({ purpose }, place): FieldRefusal[] =>
      purpose.trim() === '' ? [{ pointer: `/payments/${place}/purpose`, code: 'required' }] : [],
    ),
    ...tooMany('/conditions', rule.conditions),
    ...tooMany('/payments', rule.payments),
  ];
  if (faults.length > 0) return refuseFields(faults);
  const payments = rule.payments.map(({ upToCents, purpose }) => ({ upToCents, purpose: purpose.trim() }));
  return accept({ conditions: rule.conditions, payments, text });
}

function tooMany(pointer: string, entries: readonly unknown[]): FieldRefusal[] {
  const { decisionRuleEntries: max } = maxCounts;
  return entries.length > max ? [{ pointer, code: 'too-many', params: { max } }] : [];
}

function conditionFaults(
  document: Pick<QuestionnaireDocument, 'themes' | 'knockouts' | 'grades'>,
  condition: RuleCondition,
): FieldRefusal[] {
  switch (condition.kind) {
    case 'grade-worse-than':
      // Nothing is worse than the last grade.
      return document.grades.slice(0, -1).some(({ grade }) => grade === condition.grade)
        ? []
        : [{ pointer: '/grade', code: 'not-a-choice' }];
    case 'score-above':
      return [];
    case 'knockout':
      return condition.knockoutId === '' || document.knockouts.some(({ id }) => id === condition.knockoutId)
        ? []
        : [{ pointer: '/knockoutId', code: 'unknown-reference' }];
    case 'answer':
      return answerFaults(document, condition);
  }
}

function answerFaults(
  document: Pick<QuestionnaireDocument, 'themes'>,
  { questionId, values, orNothing }: Extract<RuleCondition, { kind: 'answer' }>,
): FieldRefusal[] {
  const question = document.themes.flatMap(({ questions }) => questions).find(({ id }) => id === questionId);
  if (question === undefined) return [{ pointer: '/questionId', code: 'unknown-reference' }];
  if (values.length === 0 && !orNothing) return [{ pointer: '/values', code: 'required' }];
  const possible = answerValues(question);
  return values.every((value) => possible.includes(value))
    ? []
    : [{ pointer: '/values', code: 'not-a-choice' }];
}
