import type { ImportedQuestionnaire, ImportFormat, ImportSheet } from '../imported-questionnaire.js';
import { findCisoTables } from './ciso-tables.js';
import { hasHecvatIds } from './find-hecvat.js';
import { readCisoSheets } from './read-ciso-sheets.js';
import { readHecvat } from './read-hecvat.js';
import { readSpreadsheet } from './read-spreadsheet.js';

export type SheetFormat = Extract<ImportFormat, 'ciso-assistant-xlsx' | 'hecvat' | 'spreadsheet'>;

/** Told by what the sheets hold, never by the name of the file. */
export function recogniseSheets(sheets: readonly ImportSheet[]): SheetFormat {
  const tables = findCisoTables(sheets);
  if (tables !== undefined && tables.frameworks.length > 0) return 'ciso-assistant-xlsx';
  return hasHecvatIds(sheets) ? 'hecvat' : 'spreadsheet';
}

const readers: Readonly<
  Record<SheetFormat, (sheets: readonly ImportSheet[], name: string) => ImportedQuestionnaire>
> = { 'ciso-assistant-xlsx': readCisoSheets, hecvat: readHecvat, spreadsheet: readSpreadsheet };

/** Throws `UnreadableImport` where no question is found; the name of the file is the title where it has none. */
export function readSheets(sheets: readonly ImportSheet[], name: string): ImportedQuestionnaire {
  return readers[recogniseSheets(sheets)](sheets, name);
}
