import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Language } from '@probant/shared/questionnaires/document';
import { mapPages, type PagedTable, type Pages } from './paged-table.js';
import { streamXlsx, type StreamedSheet } from './stream-xlsx.js';
import { csvHead, csvRows, englishCsv, frenchCsv } from './write-csv.js';
import { widthOf } from './write-xlsx.js';
import type { WrittenCell, WrittenColumn } from './written-table.js';

export interface TableFile {
  readonly path: string;
  readonly format: 'csv' | 'xlsx';
  readonly language: Language;
  readonly at: Date;
}

/** A list as a file, written as its pages are read: no more than one of them is held. */
export async function writeTableFile(
  { name, columns: wanted, pages }: PagedTable,
  { path, format, language, at }: TableFile,
): Promise<void> {
  const columns = wanted.map((column) => inParisTime(column, language));
  if (format === 'csv') return writeLines(columns, pages, path, language);
  await streamXlsx(path, at, [{ name, ...(await wideEnough(columns, pages)) }]);
}

const parisTime = { fr: '(heure de Paris)', en: '(Paris time)' } as const;

/** A time without its place says nothing. */
function inParisTime({ title, kind }: WrittenColumn, language: Language): WrittenColumn {
  return { kind, title: kind === 'instant' ? `${title} ${parisTime[language]}` : title };
}

const rowsMeasured = 200;

/** Columns of a sheet are written before its rows: the first page says how wide they are. */
async function wideEnough(
  columns: readonly WrittenColumn[],
  pages: Pages<readonly WrittenCell[]>,
): Promise<Pick<StreamedSheet, 'columns' | 'pages'>> {
  const rest = mapPages(pages, (row) => row);
  const next = await rest.next();
  const first = next.done === true ? [] : next.value;
  const seen = first.slice(0, rowsMeasured);
  async function* all(): StreamedSheet['pages'] {
    yield first;
    yield* rest;
  }
  return {
    columns: columns.map((column, index) => ({
      ...column,
      width: widthOf([column.title, ...seen.map((row) => row[index] ?? null)]),
    })),
    pages: all(),
  };
}

async function writeLines(
  columns: readonly WrittenColumn[],
  pages: Pages<readonly WrittenCell[]>,
  path: string,
  language: Language,
): Promise<void> {
  const style = language === 'fr' ? frenchCsv : englishCsv;
  async function* lines(): AsyncIterable<string> {
    yield csvHead(columns, style);
    for await (const rows of pages) yield csvRows({ columns, rows }, style);
  }
  await pipeline(lines, createWriteStream(path));
}
