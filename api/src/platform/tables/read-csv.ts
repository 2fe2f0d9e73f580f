import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

import { accept, type Decision } from '@probant/shared/decision';
import { parse as createParser, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';

import { hasCode } from '../files/system-error.js';
import { unguardFormula } from '@probant/shared/tables/formula-guard';
import { findRow, readLimits, tooLarge, type TableRow, type TableSheet } from './table.js';

/** In the order in which they are preferred when two read equally well: a French list may hold commas in every row. */
const delimiters = [';', '\t', ',', '|'] as const;
type Delimiter = (typeof delimiters)[number];

const sampleRecords = 50;
const sampleCharacters = 131_072;
const sliceBytes = 16_384;
/** As in Excel: millions of empty lines are no list. */
const lastRow = 1_048_576;

/**
 * A CSV as it is found in the wild: any delimiter, rows of unequal length, stray quotes. Rows are numbered as Excel shows
 * them. A slice at a time is parsed between two turns of the event loop.
 */
export async function readCsv(text: string, name: string): Promise<Decision<TableSheet>> {
  const [, announced, body = text] = /^\ufeff?sep=([;\t,|])\r?\n([\s\S]*)$/iu.exec(text) ?? [];
  const delimiter = delimiters.find((candidate) => candidate === announced) ?? detectDelimiter(body);
  const rows = await readRows(body, delimiter, announced === undefined ? 1 : 2);
  return rows === undefined ? tooLarge() : accept({ name, hidden: false, rows, unread: [] });
}

async function readRows(
  text: string,
  delimiter: Delimiter,
  firstRow: number,
): Promise<TableRow[] | undefined> {
  const bytes = Buffer.from(text);
  try {
    return await readRecords(bytes, firstRow, optionsOf(delimiter));
  } catch (error) {
    if (!hasCode(error, 'CSV_QUOTE_NOT_CLOSED')) throw error;
    // A quote that is never closed would swallow the rest of the file: it is an ordinary character then.
    return readRecords(bytes, firstRow, { ...optionsOf(delimiter), quote: null });
  }
}

/** Ends the parsing: as much was read as ever is, or the list is too large. */
class Enough extends Error {}

/** Nothing when the list is too wide or without end; no more than the rows that are read of a sheet. */
async function readRecords(
  bytes: Buffer,
  firstRow: number,
  options: Options,
): Promise<TableRow[] | undefined> {
  const rows: TableRow[] = [];
  const state = { number: firstRow - 1, endless: false };
  const take = (cells: readonly string[]): null => {
    state.number += 1;
    const texts = cells.map((cell) => unguardFormula(cell.trim()));
    const row = findRow(state.number, texts);
    if (row !== undefined) rows.push(row);
    state.endless = state.number > lastRow || (row?.cells.length ?? 0) > readLimits.columns;
    if (state.endless || rows.length === readLimits.rows) throw new Enough();
    return null;
  };
  try {
    const parser = createParser({ ...options, on_record: take });
    await pipeline(slicesOf(bytes), parser, new Writable({ objectMode: true }));
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return state.endless ? undefined : rows;
}

async function* slicesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += sliceBytes) {
    yield bytes.subarray(offset, offset + sliceBytes);
    await setImmediate();
  }
}

function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleCharacters);
  let best: Delimiter = ';';
  let bestShare = 0;
  for (const candidate of delimiters) {
    const share = uniformShare(sampleOf(sample, candidate));
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

function sampleOf(text: string, delimiter: Delimiter): string[][] {
  const options = { ...optionsOf(delimiter), to: sampleRecords };
  try {
    return parse(text, options);
  } catch (error) {
    if (!hasCode(error, 'CSV_QUOTE_NOT_CLOSED')) throw error;
    return parse(text, { ...options, quote: null });
  }
}

function optionsOf(delimiter: Delimiter) {
  return {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // Files joined from two systems end their lines in two ways.
    record_delimiter: ['\r\n', '\n', '\r'],
  };
}
