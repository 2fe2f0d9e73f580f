import type { TableRow } from '../questionnaires/document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import type { GivenAnswer } from './given-answer.js';

/** The column that names the rows which are asked for. */
export const activityKey = 'activity';

export interface RequiredRows {
  readonly given: number;
  readonly required: number;
}

/** How many of the rows that a table asks for say something, while some do not; nothing for any other answer. */
export function missesRows(question: SupplierQuestion, answer: GivenAnswer): RequiredRows | undefined {
  if (question.type !== 'table' || question.rowsRequired === undefined || answer.state !== 'answered') {
    return undefined;
  }
  const rows: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  const stated = new Set(rows.flatMap((row) => (isRow(row) && saysMore(row) ? [row[activityKey]] : [])));
  const given = question.rowsRequired.filter((activity) => stated.has(activity)).length;
  const required = question.rowsRequired.length;
  return given === required ? undefined : { given, required };
}

function isRow(row: unknown): row is TableRow {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** A row that only names its activity says nothing yet. */
function saysMore(row: TableRow): boolean {
  return Object.keys(row).some((key) => key !== activityKey);
}
