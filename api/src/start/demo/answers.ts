import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import { isHidden } from '@probant/shared/answers/visibility';
import { addDays, parisDay, type Day } from '@probant/shared/calendar';
import type { AnswerValue, Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { compileRisk } from '@probant/shared/scoring/raw-risk';
import { comments } from './comments.js';

/** How good a supplier is on the whole; what is particular about it is said answer by answer. */
export type Quality = keyof typeof targets;

/** What a supplier says of its own accord. */
export interface Saying {
  /** Where it names a day: worked out from the days left until then. */
  readonly value?: AnswerValue | ((inDays: (days: number) => Day) => AnswerValue);
  readonly refused?: true;
  readonly notApplicable?: string;
  readonly comment?: string;
}
export type Sayings = Readonly<Record<string, Saying>>;

/** Risks that the answers come near to, in turn. */
const targets = {
  strong: [0, 0, 0, 0.1, 0, 0],
  good: [0, 0.1, 0.3, 0, 0.2, 0],
  fair: [0.2, 0.4, 0, 0.5, 0.3, 0.1],
  weak: [0.6, 0.4, 0.8, 0.3, 1, 0.5],
} as const;

const daysPerMonth = 30.4;

export interface Asked {
  readonly document: SupplierQuestionnaire;
  readonly bank: QuestionnaireDocument;
  readonly quality: Quality;
  readonly sayings: Sayings;
  readonly at: Date;
  /** Of the questions in their order, from 0 to 1. */
  readonly share: number;
}

/** Answers to what is asked, in the order of the questionnaire; what earlier answers hide is left alone. */
export function composeAnswers(asked: Asked): [questionId: string, answer: GivenAnswer][] {
  const { document, bank, at, share } = asked;
  const byId = new Map(bank.themes.flatMap(({ questions }) => questions).map((one) => [one.id, one]));
  const day = parisDay(at.toISOString());
  const order = document.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  const answers: Record<string, GivenAnswer> = {};
  for (const [index, id] of order.slice(0, Math.round(order.length * share)).entries()) {
    const question = byId.get(id);
    if (question === undefined || isHidden(document, answers, id, day)) continue;
    answers[id] = answerOf(question, asked, index, day);
  }
  return Object.entries(answers);
}

function answerOf(question: Question, { quality, sayings }: Asked, index: number, day: Day): GivenAnswer {
  const said = sayings[question.id];
  const comment = said?.comment === undefined ? {} : { comment: said.comment };
  if (said?.refused) return { state: 'refused', ...comment };
  if (said?.notApplicable !== undefined) {
    return { state: 'na', justification: said.notApplicable, ...comment };
  }
  if (said?.value !== undefined) {
    const { value } = said;
    return {
      state: 'answered',
      value: typeof value === 'function' ? value((days) => addDays(day, days)) : value,
      ...comment,
    };
  }
  const turn = targets[quality];
  const target = turn[index % turn.length] ?? 0;
  const usual = target <= 0.2 ? comments[question.id] : undefined;
  return {
    state: 'answered',
    value: nearest(question, target, day),
    ...(usual === undefined ? comment : { comment: usual, ...comment }),
  };
}

/** The value whose risk is nearest to what is aimed at; the first of equals. */
function nearest(question: Question, target: number, day: Day): AnswerValue {
  const riskOf = compileRisk(question);
  const distance = (value: AnswerValue): number => Math.abs(riskOf(value, () => day) - target);
  const [first, ...others] = valuesOf(question, day);
  if (first === undefined) return '';
  return others.reduce((best, value) => (distance(value) < distance(best) ? value : best), first);
}

function valuesOf(question: Question, day: Day): readonly AnswerValue[] {
  switch (question.type) {
    case 'single':
      return question.options.map(({ value }) => value);
    case 'multi':
      return question.options.map((_, left) => question.options.slice(left).map(({ value }) => value));
    case 'number':
    case 'duration':
      return question.curve.map(([x]) => x);
    case 'date_age':
      return question.curve.map(([months]) =>
        addDays(day, -Math.max(12, Math.round(months * daysPerMonth) - 9)),
      );
    case 'table':
      return [[relayHost(day)]];
    case 'text':
    case 'file':
      return ['Voir la pièce jointe.'];
  }
}

/** The subcontractor of most of them. */
function relayHost(day: Day) {
  return {
    name: 'Relais Datacenter Ouest',
    country: 'FR',
    role: 'Hébergement des serveurs de production',
    hds_activities: [],
    data_access: false,
    certificates: ['iso27001'],
    scope_covers: true,
    expires_on: addDays(day, 420),
    contract_with: 'supplier',
  };
}
