import { isDay, type Day } from '../calendar.js';
import type { AnswerValue, Curve, Question, RowRule, TableRow } from '../questionnaires/document.js';
import { dateAgeMonths, daysUntil } from './dates.js';

/** Gives the day of the score, and fails when nobody named one. */
export type DayOfScore = () => Day;
export type RiskOfValue = (value: AnswerValue, asOf: DayOfScore) => number;
export type RiskOfRow = (row: TableRow, asOf: DayOfScore) => number;

/** A value that the question does not know is worth no more than silence. */
const worst = 1;

export function compileRisk(question: Question): RiskOfValue {
  switch (question.type) {
    case 'single': {
      const risks = new Map(question.options.map(({ value, risk }) => [value, risk ?? worst]));
      return (value) => (typeof value === 'string' ? (risks.get(value) ?? worst) : worst);
    }
    case 'multi':
      return (value) =>
        Array.isArray(value)
          ? Math.max(
              0,
              question.options.reduce(
                (left, { value: option, credit }) => left - (isIn(value, option) ? (credit ?? 0) : 0),
                1,
              ),
            )
          : worst;
    case 'number':
    case 'duration':
    case 'date_age':
      return compileCurve(question.curve, question.noneRisk ?? worst);
    case 'table': {
      const riskOfRow = compileRow(question.rowRisk);
      const required = question.rowsRequired ?? [];
      return (value, asOf) => {
        const rows = rowsOf(value);
        const complete =
          rows.length > 0 && required.every((activity) => rows.some((row) => row['activity'] === activity));
        return complete ? largestRowRisk(rows, riskOfRow, asOf) : worst;
      };
    }
    case 'text':
    case 'file':
      return () => question.risk ?? 0;
  }
}

function compileCurve(curve: Curve, noneRisk: number): RiskOfValue {
  return (value, asOf) => {
    if (typeof value === 'number') return riskOnCurve(curve, value);
    if (value === 'none' || typeof value !== 'string') return noneRisk;
    return isDay(value) ? riskOnCurve(curve, dateAgeMonths(value, asOf())) : worst;
  };
}

/** Linear between the points, clamped outside. */
export function riskOnCurve(curve: Curve, x: number): number {
  let previous = curve[0];
  if (previous === undefined) return worst;
  if (x <= previous[0]) return previous[1];
  for (const point of curve) {
    if (x < point[0]) {
      const along = (x - previous[0]) / (point[0] - previous[0]);
      return previous[1] + along * (point[1] - previous[1]);
    }
    previous = point;
  }
  return previous[1];
}

export function rowsOf(value: AnswerValue | undefined): readonly TableRow[] {
  return Array.isArray(value) ? value.filter((row): row is TableRow => typeof row === 'object') : [];
}

/** Largest risk of the rows that stand there; 0 without a row. */
export function largestRowRisk(rows: readonly TableRow[], riskOfRow: RiskOfRow, asOf: DayOfScore): number {
  return rows.reduce((largest, row) => Math.max(largest, riskOfRow(row, asOf)), 0);
}

/** The first rule whose every condition holds gives the row its risk. */
export function compileRow(rules: readonly RowRule[]): RiskOfRow {
  const compiled = rules.map(({ when, risk }) => ({ tests: Object.entries(when).map(compileTest), risk }));
  return (row, asOf) => compiled.find(({ tests }) => tests.every((test) => test(row, asOf)))?.risk ?? worst;
}

function compileTest([key, wanted]: readonly [string, string | number | boolean]): (
  row: TableRow,
  asOf: DayOfScore,
) => boolean {
  switch (key) {
    case 'expires_in_days_gte':
      return (row, asOf) => daysLeft(row, asOf) >= Number(wanted);
    case 'hds_activities_not_empty':
      return (row) => hasHdsActivities(row) === wanted;
    case 'has_certificate':
      return (row) => isIn(row['certificates'], wanted);
    case 'has_any_certificate':
      return (row) => hasAnyCertificate(row) === wanted;
    default:
      // A missing key equals nothing, not even false.
      return (row) => Object.hasOwn(row, key) && row[key] === wanted;
  }
}

export function hasHdsActivities(row: TableRow): boolean {
  const activities = row['hds_activities'];
  return Array.isArray(activities) && activities.length > 0;
}

function hasAnyCertificate(row: TableRow): boolean {
  const certificates = row['certificates'];
  return Array.isArray(certificates) && certificates.some((certificate) => certificate !== 'none');
}

/** Whole days until the row's certificate lapses; the days stated win over the date; −1 when neither is there. */
function daysLeft(row: TableRow, asOf: DayOfScore): number {
  const days = row['expires_in_days'];
  if (typeof days === 'number') return days;
  const on = row['expires_on'];
  return typeof on === 'string' && isDay(on) ? daysUntil(on, asOf()) : -1;
}

function isIn(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.includes(item);
}
