import type { ImportSheet, ImportWarning } from '../imported-questionnaire.js';
import type { Header } from './find-header.js';
import { placeOf, plainWords, type GridRow } from './grid.js';
import { longestHeading, type SheetField } from './headings.js';
import { warning } from './warn.js';

/** A question as its row stands, before its answers are understood. */
export interface SheetQuestion {
  readonly row: GridRow;
  readonly column: number;
  readonly number: string;
  readonly section: string;
  /** The section was carried from a row above, or is the name of the sheet. */
  readonly sectionGuessed: boolean;
  /** The section is a title on this sheet: the same title on another sheet is another section. */
  readonly titled: boolean;
}

export interface SheetQuestions {
  readonly questions: readonly SheetQuestion[];
  readonly warnings: readonly ImportWarning[];
}

const longestTitle = 160;

/** The questions below a header, each in the section whose row or cell stands above it or beside it. */
export function questionsOf(sheet: ImportSheet, rows: readonly GridRow[], header: Header): SheetQuestions {
  const below = rows.filter(({ row }) => row > header.lastRow);
  const columns = columnsOf(header);
  const asked = columns.question[0];
  if (asked === undefined) return { questions: [], warnings: [] };
  const usual = usualRow(below, asked, columns.number[0]);
  const questions: SheetQuestion[] = [];
  const warnings: ImportWarning[] = [];
  let [title, cell, carried] = [titleAbove(rows, header), '', false];
  for (const [index, row] of below.entries()) {
    if (isHeaderAgain(row, rows, header)) continue;
    const found = findTitle(row, {
      asked,
      number: columns.number[0],
      next: below[index + 1],
      usual,
      columns,
    });
    if (found !== undefined) {
      [title, cell] = [found, ''];
      continue;
    }
    const text = columns.question.map((column) => row.texts.get(column)).find((one) => one !== undefined);
    const beside = [...columns.section, ...columns.subsection]
      .map((column) => row.texts.get(column))
      .filter((one) => one !== undefined)
      .join(' – ');
    carried = beside === '' || columns.section.some((column) => !row.texts.has(column));
    if (!carried) cell = beside;
    else if (beside !== '') cell = joinSub(row, columns, cell);
    if (text === undefined) {
      warnings.push(rowLeftOut(sheet, row));
      continue;
    }
    const number = columns.number.map((column) => row.texts.get(column)).find((one) => one !== undefined);
    const named = [title, cell].filter((part) => part !== '').join(' – ');
    const section = named === '' ? sheet.name : named;
    const sectionGuessed = cell === '' ? title === '' : carried;
    questions.push({
      row,
      column: asked,
      number: number ?? '',
      section,
      sectionGuessed,
      titled: title !== '',
    });
  }
  return { questions, warnings };
}

export function columnsOf(header: Header): Readonly<Record<SheetField, readonly number[]>> {
  const of = (field: SheetField): number[] =>
    [...header.fields].flatMap(([column, heading]) => (heading.field === field ? [column] : []));
  return {
    number: of('number'),
    section: of('section'),
    subsection: of('subsection'),
    question: of('question'),
    help: of('help'),
    type: of('type'),
    options: of('options'),
    answer: of('answer'),
    weight: of('weight'),
    condition: of('condition'),
    reference: of('reference'),
    group: of('group'),
    risk: of('risk'),
    comment: of('comment'),
  };
}

function joinSub(row: GridRow, columns: ReturnType<typeof columnsOf>, cell: string): string {
  const sub = columns.subsection.flatMap((column) => row.texts.get(column) ?? []).join(' – ');
  const [main = ''] = cell.split(' – ');
  return main === '' ? sub : `${main} – ${sub}`;
}

/** A title that stands right above the header, where each section has one, or where it is numbered as sections are. */
function titleAbove(rows: readonly GridRow[], header: Header): string {
  const above = rows.find(({ row }) => row === header.row - 1);
  const [text = ''] = above?.texts.values() ?? [];
  if (above?.texts.size !== 1 || text.length > longestTitle) return '';
  const again = rows.some((row) => row.row > header.lastRow && isHeaderAgain(row, rows, header));
  return again || /^(?:\d{1,2}|[A-Z]|[IVX]{1,5})\s?[.):–-]\s*\p{L}/u.test(text) ? text : '';
}

interface Usual {
  /** Most rows have a number. */
  readonly numbered: boolean;
  /** Most questions end as questions do. */
  readonly asking: boolean;
  /** Most numbers have a digit. */
  readonly digits: boolean;
  /** Most questions are in capitals. */
  readonly capitals: boolean;
}

function usualRow(rows: readonly GridRow[], asked: number, number: number | undefined): Usual {
  const withText = rows.filter(({ texts }) => texts.has(asked));
  const share = (test: (row: GridRow) => boolean): number =>
    withText.filter(test).length / Math.max(1, withText.length);
  return {
    numbered: number !== undefined && share(({ texts }) => texts.has(number)) >= 0.5,
    asking: share(({ texts }) => isAsking(texts.get(asked) ?? '')) >= 0.5,
    digits: number !== undefined && share(({ texts }) => /\d/u.test(texts.get(number) ?? '')) >= 0.5,
    capitals: share(({ texts }) => isCapitals(texts.get(asked) ?? '')) >= 0.5,
  };
}

interface Around {
  readonly asked: number;
  readonly number: number | undefined;
  readonly next: GridRow | undefined;
  readonly usual: Usual;
  readonly columns: ReturnType<typeof columnsOf>;
}

/** The title of a section, where the row holds nothing else. */
function findTitle(row: GridRow, around: Around): string | undefined {
  const { asked, number, usual, next } = around;
  const own = [...row.texts].filter(([column]) => !row.repeated.has(column));
  const others = own.filter(([column]) => column !== number);
  const [only] = others.length === 1 ? others : own;
  if (only === undefined || own.length > 2 || others.length > 1) return undefined;
  const [column, text] = only;
  if (text.length > longestTitle || isAsking(text)) return undefined;
  const inSection = around.columns.section.includes(column) || around.columns.subsection.includes(column);
  if (inSection && !row.wide.has(column)) return undefined;
  if (own.length === 2) {
    const given = row.texts.get(number ?? 0) ?? '';
    const isTitle =
      isShallower(given, next?.texts.get(number ?? 0) ?? '') ||
      (usual.digits && isLetter(given)) ||
      (!usual.capitals && isCapitals(text));
    return isTitle ? text : undefined;
  }
  if (column !== asked) return row.wide.has(column) || column <= asked ? text : undefined;
  return row.wide.has(column) || usual.numbered || usual.asking || isCapitals(text) ? text : undefined;
}

/** "2" before "2.1", "A" before "A.1" or "A1". */
function isShallower(given: string, next: string): boolean {
  const stem = given.replace(/[.)\s]+$/u, '');
  return (
    stem !== '' && next.length > stem.length && next.startsWith(stem) && !/^\d/u.test(next.slice(stem.length))
  );
}

/** "A", "II.": where questions have numbers, it is that of a section. */
function isLetter(given: string): boolean {
  return /^(?:[A-Z]|[IVX]{1,5})[.)]?$/u.test(given);
}

function isAsking(text: string): boolean {
  return /[?？]\s*(?:\([^)]*\))?\*?\s*$/u.test(text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
}

function isHeaderAgain(row: GridRow, rows: readonly GridRow[], header: Header): boolean {
  const first = rows.find((one) => one.row === header.row);
  const same = [...row.texts].filter(([column, text]) => {
    const named = first?.texts.get(column);
    if (named === undefined || text.length > longestHeading) return named === text;
    return plainWords(named) === plainWords(text);
  });
  return same.length >= 2 && same.length === row.texts.size;
}

function rowLeftOut(sheet: ImportSheet, row: GridRow): ImportWarning {
  const [column = 1] = row.texts.keys();
  return warning(
    placeOf(sheet.name, row.row, column),
    'Ligne sans texte de question : elle a été laissée de côté.',
    'A row without the text of a question: it was left out.',
  );
}
