import { parse } from 'csv-parse/sync';

import { hasCode } from '../files/system-error.js';
import { unguardFormula } from './formula-guard.js';
import { findRow, type TableSheet } from './table.js';

/** In the order in which they are preferred when two read equally well: a French list may hold commas in every row. */
const delimiters = [';', '\t', ',', '|'] as const;
type Delimiter = (typeof delimiters)[number];

const sampleRecords = 50;

/** A CSV as it is found in the wild: any delimiter, rows of unequal length, stray quotes. Rows are numbered as Excel shows them. */
export function readCsv(text: string, name: string): TableSheet {
  const [, announced, body = text] = /^\ufeff?sep=([;\t,|])\r?\n([\s\S]*)$/iu.exec(text) ?? [];
  const delimiter = delimiters.find((candidate) => candidate === announced) ?? detectDelimiter(body);
  const firstRow = announced === undefined ? 1 : 2;
  const rows = recordsOf(body, delimiter).flatMap((cells, index) => {
    const texts = cells.map((cell) => unguardFormula(cell.trim()));
    return findRow(firstRow + index, texts) ?? [];
  });
  return { name, hidden: false, rows, unread: [] };
}

function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ';';
  let bestShare = 0;
  for (const candidate of delimiters) {
    const share = uniformShare(recordsOf(text, candidate, sampleRecords));
    if (share > bestShare) [best, bestShare] = [candidate, share];
  }
  return best;
}

/** The share of the records that have the commonest number of cells, if that is more than one. */
function uniformShare(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  const filled = records.filter((cells) => cells.some((cell) => cell !== ''));
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, filled.length);
}

function recordsOf(text: string, delimiter: Delimiter, to?: number): string[][] {
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // Files joined from two systems end their lines in two ways.
    record_delimiter: ['\r\n', '\n', '\r'],
    ...(to === undefined ? {} : { to }),
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!hasCode(error, 'CSV_QUOTE_NOT_CLOSED')) throw error;
    // A quote that is never closed would swallow the rest of the file: it is an ordinary character then.
    return parse(text, { ...options, quote: null });
  }
}
