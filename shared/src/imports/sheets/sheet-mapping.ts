import type { ImportSheet } from '../imported-questionnaire.js';
import { guessHeader, findHeader, headerAt, nothingNamed, type Header } from './find-header.js';
import { columnLetters, gridOf, type GridRow } from './grid.js';
import { sheetFields, type Heading, type SheetField } from './headings.js';

/** What a person says of one sheet; what it does not say is guessed. */
export interface SheetMapping {
  readonly sheet: string;
  /** Absent: as guessed. */
  readonly read?: boolean;
  /** The row that names the columns; 0 where none does. */
  readonly headerRow?: number;
  readonly columns?: readonly ColumnMapping[];
}

export interface ColumnMapping {
  readonly column: number;
  /** Null: nothing is read from it. */
  readonly field: SheetField | null;
  readonly language?: 'fr' | 'en';
}

/** A sheet as it stands and as it is understood, for who maps it. */
export interface DescribedSheet {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly read: boolean;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly columns: readonly DescribedColumn[];
  /** Rows near the top, among which the header may be chosen. */
  readonly top: readonly { readonly row: number; readonly text: string }[];
}

export interface DescribedColumn {
  readonly column: number;
  readonly letters: string;
  readonly heading: string;
  readonly sample: string;
  readonly field: SheetField | null;
  readonly language: 'fr' | 'en' | null;
}

const shownColumns = 60;
const shownRows = 30;
const shownText = 120;

/** The header that a person says, else the one that is found. */
export function headerOf(rows: readonly GridRow[], mapping: SheetMapping | undefined): Header | undefined {
  const row = mapping?.headerRow;
  const found = row === undefined ? findHeader(rows) : headerAt(rows, row);
  if (mapping?.columns === undefined)
    return found ?? (mapping?.read === true ? guessHeader(rows) : undefined);
  const header: Header = found ?? {
    row: row ?? 0,
    lastRow: row ?? 0,
    ...nothingNamed,
    fields: new Map(),
  };
  const fields = new Map<number, Heading>(header.fields);
  const unknown = new Map(header.unknown);
  for (const { column, field, language } of mapping.columns) {
    fields.delete(column);
    if (field === null) {
      const named = rows.find((one) => one.row === header.row)?.texts.get(column);
      if (named !== undefined && !header.ticks.has(column) && !header.levels.has(column)) {
        unknown.set(column, named);
      }
    } else {
      unknown.delete(column);
      fields.set(column, { field, ...(language === undefined ? {} : { language }) });
    }
  }
  const ticks = new Map([...header.ticks].filter(([column]) => !fields.has(column)));
  const levels = new Map([...header.levels].filter(([column]) => !fields.has(column)));
  return {
    ...header,
    fields: new Map([...fields].toSorted(([one], [other]) => one - other)),
    ticks,
    levels,
    unknown,
  };
}

/** What each sheet holds, and what of it is read: `chosen` are the names of those that are. */
export function describeSheets(
  sheets: readonly ImportSheet[],
  mappings: readonly SheetMapping[],
  chosen: ReadonlySet<string>,
): readonly DescribedSheet[] {
  return sheets.map((sheet) => {
    const rows = gridOf(sheet);
    const mapping = mappings.find((one) => one.sheet === sheet.name);
    const header = headerOf(rows, mapping) ?? guessHeader(rows);
    return {
      sheet: sheet.name,
      hidden: sheet.hidden,
      read: chosen.has(sheet.name),
      headerRow: header?.row ?? 0,
      rowCount: rows.length,
      columns: describeColumns(rows, header),
      top: rows.slice(0, shownRows).map(({ row, texts }) => ({
        row,
        text: [...texts.values()].join(' · ').slice(0, shownText),
      })),
    };
  });
}

function describeColumns(rows: readonly GridRow[], header: Header | undefined): readonly DescribedColumn[] {
  const used = new Set<number>();
  for (const { texts } of rows) for (const column of texts.keys()) used.add(column);
  const columns = [...used].toSorted((one, other) => one - other).slice(0, shownColumns);
  const named = rows.find(({ row }) => row === header?.row);
  const below = rows.filter(({ row }) => row > (header?.lastRow ?? 0));
  return columns.map((column) => {
    const heading = header?.fields.get(column);
    return {
      column,
      letters: columnLetters(column),
      heading: (named?.texts.get(column) ?? '').slice(0, shownText),
      sample: (below.find(({ texts }) => texts.has(column))?.texts.get(column) ?? '').slice(0, shownText),
      field: heading?.field ?? null,
      language: heading?.language ?? null,
    };
  });
}

export function isSheetField(text: string): text is SheetField {
  return sheetFields.some((field) => field === text);
}
