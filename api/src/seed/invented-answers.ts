import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';
import { validateAnswer } from '@probant/shared/answers/validate-answer';
import { deriveHidden, questionsOfDocument } from '@probant/shared/answers/visibility';
import { parisDay, type Instant } from '@probant/shared/calendar';
import type {
  AnswerValue,
  Column,
  Question,
  QuestionnaireDocument,
  TableRow,
} from '@probant/shared/questionnaires/document';
import type {
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import { bestValue } from '@probant/shared/scoring/best-answers';
import { compileRisk } from '@probant/shared/scoring/raw-risk';
import type { Chance } from './chance.js';

const dayMs = 86_400_000;
const invented = { text: 'Voir la pièce jointe.', cell: 'Intervenant', tables: 12 };

/** By question: values that the questionnaire accepts, from the least risky to the riskiest. */
export type Choices = (question: SupplierQuestion) => readonly AnswerValue[];

export function choicesOf(document: QuestionnaireDocument, at: Instant, chance: Chance): Choices {
  const questions = new Map(document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
  const known = new Map<string, readonly AnswerValue[]>();
  return (asked) => {
    const choices = known.get(asked.id) ?? worthGiving(asked, questions.get(asked.id), at, chance);
    known.set(asked.id, choices);
    return choices;
  };
}

/**
 * What a supplier of this quality (0 to 1) says: mostly answers near its quality, now and then a refusal, and silence
 * where the questionnaire lets it be silent.
 */
export function inventAnswers(
  document: SupplierQuestionnaire,
  choices: Choices,
  { quality, share, at }: { readonly quality: number; readonly share: number; readonly at: Instant },
  chance: Chance,
): GivenAnswers {
  const answers: Record<string, GivenAnswer> = {};
  for (const question of questionsOfDocument(document)) {
    if (!question.mustAnswer && !chance.happens(share)) continue;
    const values = choices(question);
    const drift = (chance.next() + chance.next() - 1) * 0.6;
    const place = Math.round(Math.min(1, Math.max(0, 1 - quality + drift)) * (values.length - 1));
    const value = values[place];
    answers[question.id] =
      value === undefined || chance.happens(0.015) ? { state: 'refused' } : { state: 'answered', value };
  }
  const hidden = deriveHidden(document, answers, parisDay(at));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)));
}

function worthGiving(
  asked: SupplierQuestion,
  question: Question | undefined,
  at: Instant,
  chance: Chance,
): readonly AnswerValue[] {
  if (question === undefined) return [];
  const risk = compileRisk(question);
  const day = () => parisDay(at);
  return valuesOf(question, at, chance)
    .filter((value) => validateAnswer(asked, { state: 'answered', value }, at).accepted)
    .map((value) => ({ value, risk: risk(value, day) }))
    .sort((a, b) => a.risk - b.risk)
    .map(({ value }) => value);
}

function valuesOf(question: Question, at: Instant, chance: Chance): readonly AnswerValue[] {
  switch (question.type) {
    case 'single':
      return question.options.map(({ value }) => value);
    case 'multi':
      return question.options.map((_, count) => question.options.slice(count).map(({ value }) => value));
    case 'number':
    case 'duration':
      return withNone(
        question.noneRisk,
        question.curve.map(([x]) => x),
      );
    case 'date_age':
      return withNone(
        question.noneRisk,
        question.curve.map(([months]) => dayFrom(at, -Math.round(months * 30.4))),
      );
    case 'table': {
      const best = bestRows(question, at);
      const drawn = Array.from({ length: invented.tables }, () =>
        best.map((row) => ({ ...row, ...drawCells(question.columns, row, at, chance) })),
      );
      return [best, ...drawn];
    }
    case 'text':
    case 'file':
      return [invented.text];
  }
}

function withNone(
  noneRisk: number | undefined,
  values: readonly (number | string)[],
): readonly AnswerValue[] {
  return noneRisk === undefined ? values : [...values, 'none'];
}

type TableQuestion = Extract<Question, { type: 'table' }>;

/** The best answer states days left; people state the day. */
function bestRows(question: TableQuestion, at: Instant): readonly TableRow[] {
  const best = bestValue(question);
  const rows = Array.isArray(best) ? best.filter((row): row is TableRow => typeof row === 'object') : [];
  return rows.map(({ expires_in_days: days, ...row }) => ({
    ...row,
    ...fillTexts(question.columns, row),
    ...(typeof days === 'number' && hasColumn(question.columns, 'expires_on')
      ? { expires_on: dayFrom(at, days) }
      : {}),
  }));
}

function fillTexts(columns: readonly Column[], row: TableRow): TableRow {
  const texts = columns.filter(({ key, type }) => type === 'text' && row[key] === undefined);
  return Object.fromEntries(texts.map(({ key }) => [key, invented.cell]));
}

function hasColumn(columns: readonly Column[], key: string): boolean {
  return columns.some((column) => column.key === key);
}

/** Some cells otherwise than in the best row; which activity a row is about stays. */
function drawCells(columns: readonly Column[], best: TableRow, at: Instant, chance: Chance): TableRow {
  const drawn = columns.filter(({ key }) => key !== 'activity' && chance.happens(0.4));
  return Object.fromEntries(
    drawn.flatMap((column) => {
      const cell = drawCell(column, at, chance);
      return cell === undefined || best[column.key] === undefined ? [] : [[column.key, cell]];
    }),
  );
}

function drawCell({ type, values = [] }: Column, at: Instant, chance: Chance): TableRow[string] | undefined {
  switch (type) {
    case 'bool':
      return chance.happens(0.5);
    case 'date':
      return dayFrom(at, chance.below(900) - 100);
    case 'enum':
      return values.length === 0 ? undefined : chance.pick(values).value;
    case 'multi_enum':
      return values.filter(() => chance.happens(0.4)).map(({ value }) => value);
    case 'text':
    case 'siren':
    case 'country':
      return undefined;
  }
}

function dayFrom(at: Instant, days: number): string {
  return new Date(Date.parse(at) + days * dayMs).toISOString().slice(0, 10);
}
