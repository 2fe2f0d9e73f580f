import type { FieldRefusal, ProblemParams } from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import type { FieldValue } from '../audit/field-changes.js';
import { contextField, importFields, type ImportField } from './import-columns.js';
import type { Kept } from './import-drafts.js';

/** The filled cells of a row, by what their column holds. */
export type Cells = ReadonlyMap<ImportField, string>;

export interface RowError {
  readonly field: ImportField;
  readonly code: FieldCode;
  readonly params?: ProblemParams;
}

/** A cell that says otherwise than what stands there. */
export interface CellChange {
  readonly field: ImportField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export function toCellChanges(prefix: Prefix, { changes }: Kept): CellChange[] {
  return changes.map(({ field, ...change }) => ({ field: fieldAt(prefix, ...field.split('.')), ...change }));
}

export type Prefix = 'supplier.' | 'contact.' | 'engagement.';

export function valuesOf(cells: Cells, prefix: Prefix, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    importFields.flatMap((field): [string, string][] => {
      const cell = cells.get(field);
      const name = field.slice(prefix.length);
      return cell !== undefined && field.startsWith(prefix) && names.includes(name) ? [[name, cell]] : [];
    }),
  );
}

/** From a pointer into the record to the column that holds it. */
export function toRowErrors(prefix: Prefix, errors: readonly FieldRefusal[] = []): RowError[] {
  return errors.map(({ pointer: at, code, params }) => {
    const field = fieldAt(prefix, ...at.split('/').slice(1));
    // A list of choices is told in the words of the sheet.
    if (code !== 'required' && hasChoices(field)) return { field, code: 'cell-not-a-choice' };
    return { field, code, ...(params === undefined ? {} : { params }) };
  });
}

function hasChoices(field: ImportField): boolean {
  return field.startsWith('context.') || field === 'contact.language';
}

function fieldAt(prefix: Prefix, name = '', key = ''): ImportField {
  if (name === 'context') return contextField({ key });
  return importFields.find((one) => one === `${prefix}${name}`) ?? `${prefix}name`;
}
