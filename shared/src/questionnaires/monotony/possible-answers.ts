import type { CompiledQuestion } from '../../scoring/compile-document.js';
import { bestRow, satisfying } from '../../scoring/best-answers.js';
import type { AnswerValue, Curve, Option, Question, TableRow } from '../document.js';
import { maxOptionsOfParent } from '../hiding-clauses.js';

/** A value that stands for all those which no rule tells from it, with the risk that the engine gives it. */
export interface PossibleAnswer {
  readonly value: AnswerValue;
  readonly risk: number;
}

/** Values enough to meet and to miss every threshold that a rule may set on the question. */
export function possibleAnswers(
  { question, riskOf }: CompiledQuestion,
  thresholds: readonly number[],
): readonly PossibleAnswer[] {
  return valuesOf(question, thresholds).map((value) => ({ value, risk: riskOf(value, noDay) }));
}

function valuesOf(question: Question, thresholds: readonly number[]): readonly AnswerValue[] {
  switch (question.type) {
    case 'single':
      return question.options.map(({ value }) => value);
    case 'multi':
      return tickedSets(question.options);
    case 'number':
    case 'duration':
    case 'date_age':
      return [...abscissas(question.curve, thresholds), ...(question.noneRisk === undefined ? [] : ['none'])];
    case 'table':
      return tables(question);
    case 'text':
    case 'file':
      return ['.'];
  }
}

/** One set for each sum of credits where they can be listed; else one more tick at a time, the largest credit first. */
function tickedSets(options: readonly Option[]): readonly (readonly string[])[] {
  if (options.length > maxOptionsOfParent) {
    const byCredit = options.toSorted((one, other) => (other.credit ?? 0) - (one.credit ?? 0));
    const keys = byCredit.map(({ value }) => value);
    return [[], ...keys.map((_key, last) => keys.slice(0, last + 1))];
  }
  // Sets of the same credit have the same risk, and no rule tells them apart.
  let bySum = new Map<string, { readonly sum: number; readonly set: readonly string[] }>([
    ['0', { sum: 0, set: [] }],
  ]);
  for (const { value, credit = 0 } of options) {
    const ticked = [...bySum.values()].map(({ sum, set }) => ({
      sum: Math.min(1, sum + credit),
      set: [...set, value],
    }));
    bySum = new Map([...ticked, ...bySum.values()].map((one) => [one.sum.toFixed(9), one]));
  }
  return [...bySum.values()].map(({ set }) => set);
}

/** The points of the curve, where it crosses a threshold, and what lies between. */
function abscissas(curve: Curve, thresholds: readonly number[]): readonly number[] {
  const crossings = curve.slice(1).flatMap(([x, risk], index) => {
    const [x0, risk0] = curve[index] ?? [x, risk];
    return thresholds
      .filter((limit) => (limit - risk0) * (limit - risk) < 0)
      .map((limit) => x0 + ((limit - risk0) / (risk - risk0)) * (x - x0));
  });
  const marks = [...curve.map(([x]) => x), ...crossings].toSorted((a, b) => a - b);
  return marks.flatMap((x, index) => {
    const before = marks[index - 1];
    return before === undefined || before === x ? [x] : [(before + x) / 2, x];
  });
}

/** No row, and for each rule the table that meets it and nothing else, with an HDS activity and without. */
function tables(question: Extract<Question, { type: 'table' }>): readonly (readonly TableRow[])[] {
  const rows = [{}, bestRow(question.rowRisk), ...question.rowRisk.map(({ when }) => satisfying(when))];
  const either = rows.flatMap((row): TableRow[] => [
    row,
    { ...row, hds_activities: 'hds_activities' in row ? [] : ['1'] },
  ]);
  const required = question.rowsRequired ?? [];
  return [
    [],
    ...either.map((row) =>
      required.length === 0 ? [row] : required.map((activity) => ({ ...row, activity })),
    ),
  ];
}

/** Ages are tried in months and lapses in days, which ask for no day. */
function noDay(): never {
  throw new RangeError('no answer that is tried holds a date');
}
