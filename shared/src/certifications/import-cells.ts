import { findDayFault, type Day } from '../calendar.js';
import type { ProblemParams } from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import { readBoolean } from '../suppliers/import-cells.js';
import { comparable } from '../suppliers/import-columns.js';
import { readActivities, type HdsActivity } from './activities.js';
import type { CertificationField, CertificationMapping } from './import-columns.js';

export interface CertificationRow {
  /** As the spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CertificationRowError {
  readonly field: CertificationField;
  readonly code: FieldCode;
  readonly params?: ProblemParams;
}

/** The filled cells of a row, by what their column holds. */
export type CertificationCells = ReadonlyMap<CertificationField, string>;

export function cellsOf(row: CertificationRow, mapping: CertificationMapping): CertificationCells {
  return new Map(
    mapping.flatMap((field, index): [CertificationField, string][] => {
      const cell = row.cells[index]?.trim() ?? '';
      return field === null || cell === '' ? [] : [[field, cell]];
    }),
  );
}

/** A day as tables write it: 2028-09-30, 30/09/2028, 30.9.2028; an instant gives its day. Nothing for any other text. */
export function readDay(cell: string): Day | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(cell.trim())?.[1];
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(cell.trim()) ?? [];
  const read = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return findDayFault(read) === undefined ? read : undefined;
}

/** Places stand in one cell, apart by semicolons, bars or lines: a comma belongs to an address. */
export function readSites(cell: string): string[] {
  return cell
    .split(/[;|\n]/)
    .map((site) => site.trim())
    .filter((site) => site !== '');
}

/** What the statutory table says of whether the actor is certified. */
export function readCertified(cell: string): 'yes' | 'no' | 'unknown' | undefined {
  const said = readBoolean(cell);
  if (said !== undefined) return said ? 'yes' : 'no';
  const text = comparable(cell);
  if (/^(certifie|certified)/.test(text)) return 'yes';
  if (/^(non certifie|not certified|aucun|none)/.test(text)) return 'no';
  // Expected, exempt or not known: none of these is a certificate, and none says that there is none.
  return /^(en cours|exempte|exempt|sans objet|na|n a|inconnu|pending|in progress|unknown)/.test(text)
    ? 'unknown'
    : undefined;
}

/** The value of a cell that a reader understands; what it does not is an error of its place. */
export function readCell<T>(
  cells: CertificationCells,
  field: CertificationField,
  read: (cell: string) => T | undefined,
  code: FieldCode,
  errors: CertificationRowError[],
): T | undefined {
  const cell = cells.get(field);
  if (cell === undefined) return undefined;
  const value = read(cell);
  if (value === undefined) errors.push({ field, code });
  return value;
}

export function readActivitiesCell(
  cells: CertificationCells,
  errors: CertificationRowError[],
): readonly HdsActivity[] {
  if (!cells.has('activities')) errors.push({ field: 'activities', code: 'required' });
  return readCell(cells, 'activities', readActivities, 'not-an-activity', errors) ?? [];
}
