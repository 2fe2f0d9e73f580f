import { maxCounts } from '@probant/shared/limits';
import { guessMapping, type ImportField } from '@probant/shared/suppliers/import-columns';
import { fail } from '../../platform/http/problem.js';
import { findHeaderRow, type TableRow, type TableSheet } from '../../platform/tables/table.js';

/** The sheet of a file that is imported, cut into headings and rows, with what each column holds. */
export interface ImportSheet<Field extends string = ImportField> {
  readonly name: string;
  readonly headings: TableRow;
  readonly rows: readonly TableRow[];
  /** By place of the column; null leaves it out. */
  readonly mapping: readonly (Field | null)[];
  readonly unread: TableSheet['unread'];
}

export interface ImportChoice {
  readonly sheet?: string;
  readonly mapping?: string;
}

/** `find` says what a heading names; of a mapping that was sent, whether each field is known is for the rules to say. */
export function chooseSheet<Field extends string>(
  sheets: readonly TableSheet[],
  choice: ImportChoice,
  find: (heading: string) => Field | undefined,
): ImportSheet<Field> {
  const isHeading = (cell: string): boolean => find(cell) !== undefined;
  const sheet = choice.sheet === undefined ? bestSheet(sheets, isHeading) : named(sheets, choice.sheet);
  const headings = findHeaderRow(sheet.rows, isHeading) ?? sheet.rows[0] ?? fail('file-empty');
  const rows = sheet.rows.filter(({ number }) => number > headings.number);
  if (rows.length > maxCounts.importRows) {
    const params = { max: maxCounts.importRows };
    fail('import-refused', { errors: [{ pointer: '/rows', code: 'too-many', params }] });
  }
  return {
    name: sheet.name,
    headings,
    rows,
    mapping:
      choice.mapping === undefined ? guessMapping(headings.cells, find) : readMapping<Field>(choice.mapping),
    unread: sheet.unread,
  };
}

/** The sheet with the most headings that are known; a hidden one only when nothing else is there. */
function bestSheet(sheets: readonly TableSheet[], isHeading: (cell: string) => boolean): TableSheet {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const shown = filled.some(({ hidden }) => !hidden) ? filled.filter(({ hidden }) => !hidden) : filled;
  const known = ({ rows }: TableSheet): number =>
    findHeaderRow(rows, isHeading)?.cells.filter(isHeading).length ?? 0;
  return shown.toSorted((one, other) => known(other) - known(one))[0] ?? fail('file-empty');
}

function named(sheets: readonly TableSheet[], name: string): TableSheet {
  const sheet = sheets.find((one) => one.name === name);
  return sheet ?? fail('invalid-input', { errors: [{ pointer: '/sheet', code: 'not-a-choice' }] });
}

function readMapping<Field extends string>(text: string): (Field | null)[] {
  try {
    const mapping: unknown = JSON.parse(text);
    if (Array.isArray(mapping) && mapping.length <= 1_000) {
      const fields: unknown[] = mapping;
      if (fields.every((field): field is Field | null => field === null || typeof field === 'string'))
        return fields;
    }
  } catch {
    // Refused below, as any text that is no mapping.
  }
  return fail('invalid-input', { errors: [{ pointer: '/mapping', code: 'wrong-type' }] });
}
