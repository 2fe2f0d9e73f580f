import type { conditionKinds } from '@probant/shared/decision-rules/rule';
import type { Grade } from '@probant/shared/questionnaires/document';

import type { RuleBody, RuleCondition } from './use-decision-rules.js';

/** A rule as it is typed: every kind keeps its own fields, so that nothing is lost when the kind is changed and back. */
export interface RuleValues {
  conditions: ConditionValues[];
  /** Amounts in euros, as typed; the name is that of the field that the API refuses. */
  payments: { upToCents: string; purpose: string }[];
  text: string;
}

export interface ConditionValues {
  kind: (typeof conditionKinds)[number];
  grade: Grade;
  score: string;
  knockoutId: string;
  questionId: string;
  values: string[];
  orNothing: boolean;
}

export const emptyRule: RuleValues = { conditions: [], payments: [], text: '' };

export const newCondition: ConditionValues = {
  kind: 'grade-worse-than',
  grade: 'C',
  score: '',
  knockoutId: '',
  questionId: '',
  values: [],
  orNothing: false,
};

/** A number as people write it: `12 000,50`. NaN when it is none. */
export function toNumber(typed: unknown): number {
  const text = String(typed)
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

export function toBody({ conditions, payments, text }: RuleValues): RuleBody {
  return {
    conditions: conditions.map(toCondition),
    payments: payments.map(({ upToCents, purpose }) => ({
      upToCents: Math.round(100 * toNumber(upToCents)),
      purpose,
    })),
    text,
  };
}

function toCondition(values: ConditionValues): RuleCondition {
  const { kind } = values;
  switch (kind) {
    case 'grade-worse-than':
      return { kind, grade: values.grade };
    case 'score-above':
      return { kind, score: toNumber(values.score) };
    case 'knockout':
      return { kind, knockoutId: values.knockoutId };
    case 'answer':
      return { kind, questionId: values.questionId, values: values.values, orNothing: values.orNothing };
  }
}
