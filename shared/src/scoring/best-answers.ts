import type { AnswerValue, Curve, Option, Question, RowRule, TableRow } from '../questionnaires/document.js';
import { compileRow } from './raw-risk.js';

/** Long enough for every rule about expiry, as an answer that knows nothing of the day it is read. */
const farAheadDays = 400;

/** The answer that a question could best have: what silence is replaced with for the best score. */
export function bestValue(question: Question): AnswerValue {
  switch (question.type) {
    case 'single':
      return lowest(question.options, (option: Option) => option.risk ?? 1)?.value ?? '';
    case 'multi':
      return question.options.map(({ value }) => value);
    case 'number':
    case 'duration':
    case 'date_age':
      return lowest<Curve[number]>(question.curve, ([, risk]) => risk)?.[0] ?? 0;
    case 'table': {
      const row = bestRow(question.rowRisk);
      return question.rowsRequired?.map((activity) => ({ ...row, activity })) ?? [row];
    }
    case 'text':
    case 'file':
      return '';
  }
}

/** The first of the lowest. */
function lowest<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || measure(item) < measure(best) ? item : best),
    undefined,
  );
}

/** One row per rule that satisfies it; the first whose risk is lowest once every rule has been read in order. */
export function bestRow(rules: readonly RowRule[]): TableRow {
  const riskOfRow = compileRow(rules);
  const rows = rules.map(({ when }) => satisfying(when));
  return lowest(rows, (row) => riskOfRow(row, noDay)) ?? {};
}

/** The row that meets a rule and says nothing else. */
export function satisfying(when: RowRule['when']): TableRow {
  const row: Record<string, TableRow[string]> = {};
  for (const [key, wanted] of Object.entries(when)) {
    if (key === 'expires_in_days_gte') row['expires_in_days'] = Math.max(farAheadDays, Number(wanted));
    else if (key === 'hds_activities_not_empty') row['hds_activities'] = wanted === true ? ['1'] : [];
    else if (key === 'has_certificate') row['certificates'] = [String(wanted)];
    else if (key === 'has_any_certificate') row['certificates'] = wanted === true ? ['iso27001'] : ['none'];
    else row[key] = wanted;
  }
  return row;
}

function noDay(): never {
  throw new RangeError('a best row states its days');
}
