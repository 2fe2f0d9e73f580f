import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';

import { hasValue, type AnswerFields, type CellField, type RowFields } from './answer-fields.js';

/**
 * What was typed and the answer does not say: a value under "does not apply" or under "none", a reason under a value. It is
 * kept so that taking the other back brings it back, also after a reload. Nothing when nothing is covered.
 */
export function coveredFields(question: SupplierQuestion, fields: AnswerFields): AnswerFields | undefined {
  const value = fields.stance !== 'answered' && hasValue(question, fields);
  const underNone = fields.none && (fields.text !== '' || fields.ticks.length > 0);
  const reason = fields.stance !== 'na' && fields.justification.trim() !== '';
  return value || underNone || reason ? fields : undefined;
}

/** The fields of an answer with what lay under it when it was last typed. */
export function withCovered(fields: AnswerFields, kept: unknown): AnswerFields {
  if (typeof kept !== 'object' || kept === null) return fields;
  const read = (name: keyof AnswerFields): unknown => Reflect.get(kept, name);
  const justification = fields.justification === '' ? textOf(read('justification')) : fields.justification;
  const typed = { text: textOf(read('text')), ticks: textsOf(read('ticks')) };
  if (fields.stance === 'answered') {
    return fields.none ? { ...fields, ...typed, justification } : { ...fields, justification };
  }
  return {
    ...fields,
    ...typed,
    justification,
    choice: textOf(read('choice')),
    none: read('none') === true,
    rows: rowsOf(read('rows')) ?? fields.rows,
  };
}

export const coveredName = (questionId: string): string => `covered/${questionId}`;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function rowsOf(value: unknown): RowFields[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: readonly unknown[] = value;
  return rows.every(isRow) ? [...rows] : undefined;
}

function isRow(row: unknown): row is RowFields {
  return typeof row === 'object' && row !== null && Object.values(row).every(isCell);
}

function isCell(cell: unknown): cell is CellField {
  return typeof cell === 'string' || (Array.isArray(cell) && cell.every((item) => typeof item === 'string'));
}
