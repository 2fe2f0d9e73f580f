import { noneValue } from '@probant/shared/answers/given-answer';
import { activityKey } from '@probant/shared/answers/required-rows';
import type { Column, TableRow } from '@probant/shared/questionnaires/document';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';

import type { Language } from '../../platform/i18n/language.js';
import { parseNumber, showNumber } from './decimal.js';
import type { DraftAnswer } from './draft.js';

/** One cell as its field holds it: a choice or a text as text, several choices as a list. */
export type CellField = string | string[];
export type RowFields = Record<string, CellField>;

/** The fields of one question, whatever its type; those of the other types stay empty. */
export interface AnswerFields {
  stance: 'answered' | 'refused' | 'na';
  choice: string;
  ticks: string[];
  /** A number, a day or a text, as typed. */
  text: string;
  /** "None", said on purpose. */
  none: boolean;
  rows: RowFields[];
  comment: string;
  justification: string;
}

export type TableQuestion = Extract<SupplierQuestion, { readonly type: 'table' }>;

export function toFields(
  question: SupplierQuestion,
  answer: DraftAnswer | undefined,
  language: Language,
): AnswerFields {
  const stance = answer?.state === 'refused' || answer?.state === 'na' ? answer.state : 'answered';
  const fields: AnswerFields = {
    stance,
    choice: '',
    ticks: [],
    text: '',
    none: false,
    rows: question.type === 'table' ? withRequiredRows(question, []) : [],
    comment: answer?.comment ?? '',
    justification: answer?.justification ?? '',
  };
  return answer?.state === 'answered'
    ? { ...fields, ...valueFields(question, answer.value, language) }
    : fields;
}

function valueFields(question: SupplierQuestion, value: unknown, language: Language): Partial<AnswerFields> {
  switch (question.type) {
    case 'single':
      return { choice: textOf(value) };
    case 'multi': {
      const ticks = Array.isArray(value) ? value.map(String) : [];
      return { ticks, none: ticks.length === 0 };
    }
    case 'number':
    case 'duration':
      if (value === noneValue) return { none: true };
      return { text: typeof value === 'number' ? showNumber(value, language) : textOf(value) };
    case 'date_age':
      return value === noneValue ? { none: true } : { text: textOf(value) };
    case 'text':
    case 'file':
      return { text: textOf(value) };
    case 'table': {
      const rows = Array.isArray(value)
        ? value.map((row: TableRow) => toRowFields(question.columns, row))
        : [];
      return { rows: withRequiredRows(question, rows), none: rows.length === 0 };
    }
  }
}

/** What the fields say; a question left without a value takes its answer back and keeps the comment. */
export function toDraftAnswer(question: SupplierQuestion, fields: AnswerFields): DraftAnswer {
  const comment = fields.comment.trim() === '' ? {} : { comment: fields.comment };
  if (fields.stance === 'refused') return { state: 'refused', ...comment };
  if (fields.stance === 'na') return { state: 'na', justification: fields.justification, ...comment };
  const value = toValue(question, fields);
  return value === undefined ? { state: 'cleared', ...comment } : { state: 'answered', value, ...comment };
}

/** Whether the fields hold a value, whatever stance lies over it. */
export function hasValue(question: SupplierQuestion, fields: AnswerFields): boolean {
  return toValue(question, fields) !== undefined;
}

function toValue(question: SupplierQuestion, fields: AnswerFields): unknown {
  const text = fields.text.trim();
  switch (question.type) {
    case 'single':
      return fields.choice === '' ? undefined : fields.choice;
    case 'multi':
      // Under "none" the ticks wait: they come back with it.
      if (fields.none) return [];
      if (fields.ticks.length === 0) return undefined;
      return question.options.map(({ value }) => value).filter((value) => fields.ticks.includes(value));
    case 'number':
    case 'duration':
      if (fields.none) return noneValue;
      // What is no number goes out as it is, so that it is refused in words and nothing typed is lost.
      return text === '' ? undefined : (parseNumber(text) ?? fields.text);
    case 'date_age':
      if (fields.none) return noneValue;
      return text === '' ? undefined : text;
    case 'text':
      return text === '' ? undefined : fields.text;
    case 'file':
      return undefined;
    case 'table': {
      const rows = fields.rows
        .filter((row) => isFilled(question, row))
        .map((row) => toRow(question.columns, row));
      if (rows.length > 0) return rows;
      return fields.none ? [] : undefined;
    }
  }
}

/** The required rows first to last, each once and named, then those that the person added. */
export function withRequiredRows(question: TableQuestion, rows: readonly RowFields[]): RowFields[] {
  const required = question.rowsRequired ?? [];
  const blank = blankRow(question.columns);
  const own = required.map(
    (activity) => rows.find((row) => row[activityKey] === activity) ?? { ...blank, [activityKey]: activity },
  );
  return [...own, ...rows.filter((row) => !own.includes(row))];
}

export function blankRow(columns: readonly Column[]): RowFields {
  return Object.fromEntries(columns.map(({ key, type }) => [key, type === 'multi_enum' ? [] : '']));
}

/** True for the rows that stand there by themselves and cannot be taken away. */
export function isRequiredRow(question: TableQuestion, index: number): boolean {
  return index < (question.rowsRequired?.length ?? 0);
}

/** A row that says no more than which activity it is about says nothing yet. */
function isFilled({ rowsRequired = [] }: TableQuestion, row: RowFields): boolean {
  return Object.entries(row).some(
    ([key, cell]) =>
      cell.length > 0 && !(key === activityKey && rowsRequired.some((activity) => activity === cell)),
  );
}

function toRow(columns: readonly Column[], row: RowFields): TableRow {
  return Object.fromEntries(
    columns.flatMap(({ key, type }): [string, TableRow[string]][] => {
      const cell = row[key] ?? '';
      if (cell.length === 0) return [];
      return [[key, type === 'bool' ? cell === 'yes' : cell]];
    }),
  );
}

function toRowFields(columns: readonly Column[], row: TableRow): RowFields {
  return Object.fromEntries(
    columns.map(({ key, type }): [string, CellField] => {
      const cell = row[key];
      if (type === 'bool') return [key, typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : ''];
      if (type === 'multi_enum') return [key, Array.isArray(cell) ? cell.map(String) : []];
      return [key, textOf(cell)];
    }),
  );
}

/** Where in the fields a pointer of a refusal leads: `/value/0/siren` is `rows.0.siren`. */
export function fieldOf(question: SupplierQuestion, answer: DraftAnswer, pointer: string): string {
  const [head = '', ...rest] = pointer.split('/').slice(1);
  if (head === 'comment' || head === 'justification') return head;
  if (question.type === 'table' && head === 'value' && rest.length > 0) {
    return ['rows', rowIndex(question, answer, Number(rest[0])), ...rest.slice(1, 2)].join('.');
  }
  return 'value';
}

/** Rows that say nothing are not sent: the index of a refusal counts the others. */
function rowIndex(question: TableQuestion, { value }: DraftAnswer, index: number): number {
  const rows: readonly TableRow[] = Array.isArray(value) ? value : [];
  const shown = withRequiredRows(
    question,
    rows.map((row) => toRowFields(question.columns, row)),
  );
  const filled = shown.flatMap((row, place) => (isFilled(question, row) ? [place] : []));
  return filled[index] ?? index;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
