import type { ImportedQuestionnaire, ImportFormat, ImportSheet } from '../imported-questionnaire.js';
import { findCisoTables } from './ciso-tables.js';
import { hasHecvatIds } from './find-hecvat.js';
import { readCisoSheets } from './read-ciso-sheets.js';
import { readHecvat } from './read-hecvat.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import { tellCircles } from '../tell-circles.js';
import type { SheetMapping } from './sheet-mapping.js';

export type SheetFormat = Extract<ImportFormat, 'ciso-assistant-xlsx' | 'hecvat' | 'spreadsheet'>;

/** Told by what the sheets hold, never by the name of the file. */
export function recogniseSheets(sheets: readonly ImportSheet[]): SheetFormat {
  const tables = findCisoTables(sheets);
  if (tables !== undefined && tables.frameworks.length > 0) return 'ciso-assistant-xlsx';
  return hasHecvatIds(sheets) ? 'hecvat' : 'spreadsheet';
}

const readers: Readonly<
  Record<
    SheetFormat,
    (
      sheets: readonly ImportSheet[],
      name: string,
      mappings?: readonly SheetMapping[],
    ) => ImportedQuestionnaire
  >
> = { 'ciso-assistant-xlsx': readCisoSheets, hecvat: readHecvat, spreadsheet: readSpreadsheet };

/** How a workbook is read: as it is recognised, or as the sheet of any buyer, with what a person says of its sheets. */
export interface SheetReading {
  readonly asSpreadsheet?: boolean;
  readonly mappings?: readonly SheetMapping[];
}

/** Throws `UnreadableImport` where no question is found; the name of the file is the title where it has none. */
export function readSheets(
  sheets: readonly ImportSheet[],
  name: string,
  { asSpreadsheet = false, mappings = [] }: SheetReading = {},
): ImportedQuestionnaire {
  const format = asSpreadsheet ? 'spreadsheet' : recogniseSheets(sheets);
  const imported = readers[format](sheets, name, mappings);
  const circles = tellCircles(imported.questions);
  return circles.length === 0 ? imported : { ...imported, warnings: [...imported.warnings, ...circles] };
}
