import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { cellValue, cleaned, formats, sheetName } from './write-xlsx.js';
import type { WrittenCell, WrittenColumn } from './written-table.js';

export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly (WrittenColumn & { readonly width?: number })[];
  /** Pages of rows, each written before the next is asked for. */
  readonly pages: AsyncIterable<readonly (readonly WrittenCell[])[]>;
}

const usualWidth = 18;

/**
 * A workbook written to a file sheet by sheet and page by page: no more than a page is held, however many rows there are. The
 * library waits for ever for a file that cannot be written, so that the file is watched beside it.
 */
export async function streamXlsx(
  path: string,
  createdAt: Date,
  sheets: readonly StreamedSheet[],
): Promise<void> {
  const file = createWriteStream(path);
  const written = finished(file);
  try {
    await Promise.race([written, fill(file, createdAt, sheets)]);
    await written;
  } catch (error) {
    written.catch(() => undefined);
    throw error;
  } finally {
    file.destroy();
  }
}

async function fill(file: WriteStream, createdAt: Date, sheets: readonly StreamedSheet[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  workbook.created = createdAt;
  workbook.creator = 'Probant';
  const names = new Set<string>();
  for (const sheet of sheets) {
    await streamSheet(workbook, watched(sheet, file), sheetName(sheet.name, names));
  }
  await workbook.commit();
}

/** Nothing more is read for a file that is no longer written. */
function watched(sheet: StreamedSheet, file: WriteStream): StreamedSheet {
  async function* pages(): StreamedSheet['pages'] {
    for await (const rows of sheet.pages) {
      if (file.destroyed) return;
      yield rows;
    }
  }
  return { ...sheet, pages: pages() };
}

async function streamSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { columns, pages }: StreamedSheet,
  name: string,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ kind, width }) => ({
    width: width ?? usualWidth,
    style: {
      alignment: { vertical: 'top' },
      ...(formats[kind] === undefined ? {} : { numFmt: formats[kind] }),
    },
  }));
  const header = sheet.addRow(columns.map(({ title }) => cleaned(title)));
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } };
  header.alignment = { vertical: 'middle', wrapText: true };
  header.commit();
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  }
  for await (const rows of pages) {
    for (const row of rows) {
      sheet.addRow(columns.map(({ kind }, index) => cellValue(row[index] ?? null, kind))).commit();
    }
  }
  sheet.commit();
}
