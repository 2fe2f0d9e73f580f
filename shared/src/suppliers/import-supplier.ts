import { readCountry, readList } from './import-cells.js';
import { comparable } from './import-columns.js';
import {
  keepSupplier,
  supplierNumbered,
  suppliersNamed,
  type Draft,
  type Drafts,
  type Kept,
} from './import-drafts.js';
import { toRowErrors, valuesOf, type Cells, type RowError } from './import-rows.js';
import type { RowWarning } from './import-warnings.js';
import { findSiren } from './siren.js';
import { validateSupplier, type Supplier } from './supplier.js';

export interface PlannedSupplier extends Kept {
  readonly key: string;
  readonly warnings: readonly RowWarning[];
}

/** What the row says of its supplier; errors are added to those of the row. */
export function planSupplier(
  cells: Cells,
  newKey: string,
  drafts: Drafts,
  errors: RowError[],
): PlannedSupplier | undefined {
  const found = findSupplier(cells, drafts);
  if ('code' in found) {
    errors.push(found);
    return undefined;
  }
  const domains = cells.get('supplier.domains');
  const country = cells.get('supplier.country');
  const typed = {
    ...found.draft?.value,
    ...valuesOf(cells, 'supplier.', [
      'siren',
      'website',
      'notes',
      ...(found.byName === true ? [] : ['name']),
    ]),
    ...(domains === undefined ? {} : { domains: readList(domains) }),
    ...(country === undefined ? {} : { country: readCountry(country) ?? country }),
  };
  const decision = validateSupplier(typed);
  if (!decision.accepted) {
    errors.push(...toRowErrors('supplier.', decision.refusal.errors));
    return undefined;
  }
  const key = found.draft?.supplier ?? newKey;
  const { value, warnings } = decision.value;
  const renamed = found.draft === undefined ? [] : warnOfRename(found.draft, value, drafts);
  return {
    key,
    ...keepSupplier(drafts, key, value),
    warnings: [...renamed, ...warnings.map(({ code }) => ({ code }))],
  };
}

/** A number is sure enough to rename a company; that it was copied from the wrong row is likelier still. */
function warnOfRename(
  { supplier, value: { name: before } }: Draft<Supplier>,
  { name: after }: Supplier,
  drafts: Drafts,
): RowWarning[] {
  if (comparable(before) === comparable(after)) return [];
  const isTaken = suppliersNamed(drafts, after).some((other) => other.supplier !== supplier);
  return [
    { code: isTaken ? 'siren-of-another-supplier' : 'siren-under-another-name', params: { before, after } },
  ];
}

interface FoundSupplier {
  readonly draft?: Draft<Supplier>;
  /** Its name was written another way; only a number is sure enough to rename a company. */
  readonly byName?: true;
}

/** The supplier that a row is about, none yet when it is new, or why one cannot tell. */
function findSupplier(cells: Cells, drafts: Drafts): FoundSupplier | RowError {
  const siren = cells.get('supplier.siren');
  const name = cells.get('supplier.name');
  const number = siren === undefined ? undefined : findSiren(siren);
  const bySiren = number === undefined ? undefined : supplierNumbered(drafts, number);
  if (bySiren !== undefined) return { draft: bySiren };
  if (name === undefined) {
    return siren === undefined
      ? { field: 'supplier.name', code: 'required' }
      : { field: 'supplier.siren', code: number === undefined ? 'not-a-siren' : 'supplier-unknown' };
  }
  // A company of the same name with another SIREN is another company.
  const byName = suppliersNamed(drafts, name).filter(
    ({ value }) => number === undefined || value.siren === undefined,
  );
  const [draft, other] = byName;
  if (other !== undefined) return { field: 'supplier.name', code: 'supplier-ambiguous' };
  return draft === undefined ? {} : { draft, byName: true };
}
