import { isAnswerWord, type ListedAnswer } from './answer-list.js';
import { plainWords, type GridRow } from './grid.js';
import { findHeadingAnswers, findLevels, isExpectedHeading, listsAnswers } from './heading-answers.js';
import { findHeading, type Heading, type SheetField } from './headings.js';

export interface Header {
  readonly row: number;
  /** The last row of the header: answers to tick may be named in a second one. */
  readonly lastRow: number;
  readonly fields: ReadonlyMap<number, Heading>;
  /** Columns to tick, with the answer that each stands for. */
  readonly ticks: ReadonlyMap<number, string>;
  /** Columns that describe one degree of the answer each. */
  readonly levels: ReadonlyMap<number, ListedAnswer>;
  /** What the heading of an answer lists. */
  readonly named: readonly ListedAnswer[];
  /** The column that says which answer is the good one. */
  readonly expected: number | undefined;
  /** Headings that name nothing known. */
  readonly unknown: ReadonlyMap<number, string>;
}

const searchedRows = 60;

const headers = new WeakMap<readonly GridRow[], { readonly found: Header | undefined }>();

/** The row that names the columns, wherever it stands near the top; it names at least the questions and one thing more. */
export function findHeader(rows: readonly GridRow[]): Header | undefined {
  const known = headers.get(rows) ?? { found: searchHeader(rows) };
  headers.set(rows, known);
  return known.found;
}

function searchHeader(rows: readonly GridRow[]): Header | undefined {
  let best: { readonly header: Header; readonly score: number } | undefined;
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const header = readHeader(row, rows[index + 1]);
    const named = [...header.fields.values()];
    const score =
      new Set(named.map(({ field, language = '' }) => field + language)).size +
      Math.min(header.ticks.size + header.levels.size, 2);
    const isHeader =
      named.some(({ field }) => field === 'question') &&
      score >= 2 &&
      asksInWords(header, rows.slice(index + 1));
    if (isHeader && score > (best?.score ?? 0)) best = { header, score };
  }
  return best?.header;
}

/** Figures below a heading are counts: a summary of questions asks none. */
function asksInWords({ fields }: Header, below: readonly GridRow[]): boolean {
  const columns = [...fields].filter(([, { field }]) => field === 'question').map(([column]) => column);
  const texts = below.flatMap((row) => columns.flatMap((column) => row.texts.get(column) ?? []));
  return texts.length === 0 || texts.filter((text) => /\p{L}/u.test(text)).length * 2 >= texts.length;
}

/** The header at a row that a person chose; nothing names the columns at row 0. */
export function headerAt(rows: readonly GridRow[], row: number): Header {
  const index = rows.findIndex((one) => one.row === row);
  const named = rows[index];
  if (named !== undefined) return readHeader(named, rows[index + 1]);
  return {
    row,
    lastRow: row,
    ...nothingNamed,
    fields: guessHeader(rows)?.fields ?? new Map(),
  };
}

/** Of a header that names no answer. */
export const nothingNamed = {
  ticks: new Map<number, string>(),
  levels: new Map<number, ListedAnswer>(),
  named: [],
  expected: undefined,
  unknown: new Map<number, string>(),
} as const;

function readHeader(row: GridRow, next: GridRow | undefined): Header {
  const fields = new Map<number, Heading>();
  const ticks = new Map<number, string>();
  const unknown = new Map<number, string>();
  const levels = findLevels(row.texts);
  for (const [column, text] of row.texts) {
    if (levels.has(column)) continue;
    if (isExpectedHeading(text)) continue;
    const heading = findHeading(text) ?? (listsAnswers(text) ? { field: 'answer' } : undefined);
    if (heading !== undefined) fields.set(column, heading);
    else if (isAnswerWord(text)) ticks.set(column, text);
    else unknown.set(column, text);
  }
  const below = ticksBelow(row, next, fields);
  for (const [column, text] of below) {
    ticks.set(column, text);
    fields.delete(column);
  }
  const lastRow = below.length > 0 && next !== undefined ? next.row : row.row;
  const named = [...fields]
    .filter(([, { field }]) => field === 'answer')
    .map(([column]) => findHeadingAnswers(row.texts.get(column) ?? ''))
    .find((answers) => answers !== undefined);
  const told = asQuestions(numberedOnce(fields, row), row);
  const [expected] = [...row.texts].find(([, text]) => isExpectedHeading(text)) ?? [];
  return { row: row.row, lastRow, ticks, levels, named: named ?? [], expected, unknown, fields: told };
}

/** "Oui", "Non" and so on under one wide heading of answers. */
function ticksBelow(
  row: GridRow,
  next: GridRow | undefined,
  fields: ReadonlyMap<number, Heading>,
): (readonly [number, string])[] {
  if (next === undefined) return [];
  for (const [column, width] of row.wide) {
    if (fields.get(column)?.field !== 'answer') continue;
    const under = [...next.texts].filter(([place]) => place >= column && place < column + width);
    if (under.length >= 2 && under.every(([, text]) => isAnswerWord(text))) return under;
  }
  return [];
}

/** Where the number of the question has a column of its own, other numbers are those of what it refers to. */
function numberedOnce(fields: Map<number, Heading>, row: GridRow): Map<number, Heading> {
  const numbers = [...fields].filter(([, { field }]) => field === 'number');
  const own = numbers.find(([column]) => /\bques/u.test(plainWords(row.texts.get(column) ?? '')));
  if (own === undefined) return fields;
  for (const [column, heading] of numbers)
    if (column !== own[0]) fields.set(column, { ...heading, field: 'reference' });
  return fields;
}

/** One column asks in each language; a description is the question where nothing else is. */
function asQuestions(fields: Map<number, Heading>, row: GridRow): ReadonlyMap<number, Heading> {
  const has = (field: SheetField): boolean => [...fields.values()].some((one) => one.field === field);
  if (!has('question') && (has('answer') || has('options'))) {
    const helping = [...fields].filter(([, { field }]) => field === 'help');
    const isTitle = (column: number): boolean =>
      /\btit(?:le|re)$/u.test(plainWords(row.texts.get(column) ?? ''));
    const described = helping.find(([column]) => !isTitle(column)) ?? helping[0];
    if (described !== undefined) fields.set(described[0], { ...described[1], field: 'question' });
  }
  const asking = [...fields].filter(
    ([, { field, language }]) => field === 'question' && language === undefined,
  );
  const named = asking.find(([column]) => plainWords(row.texts.get(column) ?? '').includes('question'));
  const kept = (named ?? asking[0])?.[0];
  for (const [column, heading] of asking)
    if (column !== kept) fields.set(column, { ...heading, field: 'help' });
  return fields;
}

/** Columns told by what they hold, where no row names them: the one with the most questions, and numbers before it. */
export function guessHeader(rows: readonly GridRow[]): Header | undefined {
  const counts = new Map<number, number>();
  for (const { texts } of rows) {
    for (const [column, text] of texts) {
      if (/[?？]\s*(?:\([^)]*\))?\*?\s*$/u.test(text)) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (best === undefined) return undefined;
  const [asked] = best;
  const fields = new Map<number, Heading>([[asked, { field: 'question' }]]);
  const before = rows.filter(
    ({ texts }) => texts.has(asked) && /^[\p{L}\d][\w.°-]{0,11}$/u.test(texts.get(asked - 1) ?? ''),
  );
  if (before.length * 2 > best[1]) fields.set(asked - 1, { field: 'number' });
  return { row: 0, lastRow: 0, ...nothingNamed, fields };
}
