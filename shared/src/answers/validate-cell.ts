import { findDayFault } from '../calendar.js';
import { fieldRefusal, pointer, type FieldRefusal } from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, isRecord, tidyText } from '../plain-text.js';
import type { Column, TableRow } from '../questionnaires/document.js';
import { countryCodes } from '../suppliers/countries.js';

type Cell = TableRow[string];
type Table = { readonly columns: readonly Column[] };

export function checkRows(at: string, value: unknown, { columns }: Table): FieldRefusal[] {
  if (!Array.isArray(value)) return [fieldRefusal(at, 'wrong-type')];
  if (value.length > maxCounts.tableRows) return [fieldRefusal(at, 'too-many', { max: maxCounts.tableRows })];
  const rows: readonly unknown[] = value;
  return rows.flatMap((row, index) => checkRow(`${at}${pointer(index)}`, row, columns));
}

function checkRow(at: string, row: unknown, columns: readonly Column[]): FieldRefusal[] {
  if (!isRecord(row)) return [fieldRefusal(at, 'wrong-type')];
  const filled = Object.entries(row).filter(([, cell]) => !isBlank(cell));
  if (filled.length === 0) return [fieldRefusal(at, 'row-empty')];
  return filled.flatMap(([key, cell]) => {
    const column = columns.find((known) => known.key === key);
    const place = `${at}${pointer(key)}`;
    return column === undefined ? [fieldRefusal(place, 'unknown-column')] : checkCell(place, cell, column);
  });
}

function checkCell(at: string, cell: unknown, column: Column): FieldRefusal[] {
  if (column.type === 'bool') return typeof cell === 'boolean' ? [] : [fieldRefusal(at, 'wrong-type')];
  if (column.type === 'multi_enum') return checkChoices(at, cell, column);
  const wrong = checkText(at, cell, { max: maxLengths.tableCell });
  if (wrong.length > 0 || typeof cell !== 'string') return wrong;
  const text = tidyText(cell);
  switch (column.type) {
    case 'text':
      return [];
    case 'siren':
      return /^\d{9}$/.test(withoutSpaces(text)) ? [] : [fieldRefusal(at, 'not-a-siren')];
    case 'country':
      return countryCodes.includes(text) ? [] : [fieldRefusal(at, 'not-a-country')];
    case 'date':
      return refuseDay(at, text);
    case 'enum':
      return isChoice(text, column) ? [] : [fieldRefusal(at, 'unknown-option')];
  }
}

function refuseDay(at: string, text: string): FieldRefusal[] {
  const fault = findDayFault(text);
  return fault === undefined ? [] : [fieldRefusal(at, fault)];
}

function checkChoices(at: string, cell: unknown, column: Column): FieldRefusal[] {
  if (!Array.isArray(cell)) return [fieldRefusal(at, 'wrong-type')];
  const choices: readonly unknown[] = cell;
  return choices.flatMap((choice, index) => {
    const place = `${at}${pointer(index)}`;
    if (typeof choice !== 'string' || !isChoice(choice, column))
      return [fieldRefusal(place, 'unknown-option')];
    return choices.indexOf(choice) === index ? [] : [fieldRefusal(place, 'option-twice')];
  });
}

/** Rows as they are kept: blank cells left out, texts tidy. Only for rows that were checked. */
export function tidyRows(rows: readonly TableRow[], { columns }: Table): TableRow[] {
  const sirens = new Set(columns.filter(({ type }) => type === 'siren').map(({ key }) => key));
  const tidy = (key: string, cell: Cell): Cell => {
    if (typeof cell !== 'string') return cell;
    return sirens.has(key) ? withoutSpaces(tidyText(cell)) : tidyText(cell);
  };
  return rows.map((row) => {
    const filled = Object.entries(row).filter(([, cell]) => !isBlank(cell));
    return Object.fromEntries(filled.map(([key, cell]): [string, Cell] => [key, tidy(key, cell)]));
  });
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function isChoice(text: string, column: Column): boolean {
  return column.values?.some(({ value }) => value === text) ?? false;
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
