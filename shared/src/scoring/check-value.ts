import { isDay, type Day } from '../calendar.js';
import { fieldRefusal, pointer, type FieldRefusal } from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import type { Column, Question } from '../questionnaires/document.js';

type Refusals = readonly FieldRefusal[];

/** A plain object, as JSON gives one. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const none: Refusals = [];

export function refusal(at: string, code: FieldCode, params?: FieldRefusal['params']): Refusals {
  return [fieldRefusal(at, code, params)];
}

/** What is wrong with a value as an answer to the question; nothing when the score can read it. */
export function checkValue(question: Question, value: unknown, at: string, asOf: Day | undefined): Refusals {
  switch (question.type) {
    case 'single':
      if (typeof value !== 'string') return refusal(at, 'wrong-type');
      return question.options.some((option) => option.value === value) ? none : refusal(at, 'unknown-option');
    case 'multi':
      if (!Array.isArray(value)) return refusal(at, 'wrong-type');
      // A choice that the question does not know brings no credit: the rules ignore it, so does the check.
      return value.flatMap((item: unknown, index) =>
        typeof item === 'string' ? none : refusal(`${at}/${index}`, 'wrong-type'),
      );
    case 'number':
    case 'duration':
      return value === 'none' ? checkNone(question.noneRisk, at) : checkNumber(value, at);
    case 'date_age':
      if (value === 'none') return checkNone(question.noneRisk, at);
      return typeof value === 'string' ? checkPastDay(value, at, asOf) : checkAge(value, at);
    case 'table':
      if (!Array.isArray(value)) return refusal(at, 'wrong-type');
      return value.flatMap((row: unknown, index) => checkRow(question.columns, row, `${at}/${index}`, asOf));
    case 'text':
    case 'file':
      return typeof value === 'string' ? none : refusal(at, 'wrong-type');
  }
}

function checkNone(noneRisk: number | undefined, at: string): Refusals {
  return noneRisk === undefined ? refusal(at, 'none-not-accepted') : none;
}

export function checkNumber(value: unknown, at: string): Refusals {
  return typeof value === 'number' && Number.isFinite(value) ? none : refusal(at, 'not-a-number');
}

/** In months, with a part of one for the days left. */
function checkAge(value: unknown, at: string): Refusals {
  const wrong = checkNumber(value, at);
  return wrong.length === 0 && Number(value) < 0 ? refusal(at, 'date-in-future') : wrong;
}

/** Negative once the day is past. */
function checkDays(value: unknown, at: string): Refusals {
  const wrong = checkNumber(value, at);
  return wrong.length === 0 && !Number.isSafeInteger(value) ? refusal(at, 'not-an-integer') : wrong;
}

function checkPastDay(value: string, at: string, asOf: Day | undefined): Refusals {
  if (!isDay(value)) return refusal(at, 'not-a-date');
  // Without the day of the score a date has no age.
  if (asOf === undefined) return refusal('/asOf', 'required');
  return value > asOf ? refusal(at, 'date-in-future') : none;
}

/** Every cell is of its column; the days to expiry may stand in place of the date. */
function checkRow(columns: readonly Column[], row: unknown, at: string, asOf: Day | undefined): Refusals {
  if (!isJson(row)) return refusal(at, 'wrong-type');
  const expires = columns.some((column) => column.key === 'expires_on');
  return Object.entries(row).flatMap(([key, cell]) => {
    const cellAt = `${at}${pointer(key)}`;
    if (key === 'expires_in_days' && expires) return checkDays(cell, cellAt);
    const column = columns.find((one) => one.key === key);
    return column === undefined ? refusal(cellAt, 'unknown-column') : checkCell(column, cell, cellAt, asOf);
  });
}

function checkCell(column: Column, cell: unknown, at: string, asOf: Day | undefined): Refusals {
  switch (column.type) {
    case 'text':
    case 'siren':
    case 'country':
      return typeof cell === 'string' ? none : refusal(at, 'wrong-type');
    case 'bool':
      return typeof cell === 'boolean' ? none : refusal(at, 'wrong-type');
    case 'date':
      if (typeof cell !== 'string' || !isDay(cell)) return refusal(at, 'not-a-date');
      return asOf === undefined ? refusal('/asOf', 'required') : none;
    case 'enum':
      return checkChoice(column, cell, at);
    case 'multi_enum':
      if (!Array.isArray(cell)) return refusal(at, 'wrong-type');
      return cell.flatMap((item: unknown, index) => checkChoice(column, item, `${at}/${index}`));
  }
}

function checkChoice(column: Column, cell: unknown, at: string): Refusals {
  if (typeof cell !== 'string') return refusal(at, 'wrong-type');
  return column.values?.some(({ value }) => value === cell) === true ? none : refusal(at, 'unknown-option');
}
