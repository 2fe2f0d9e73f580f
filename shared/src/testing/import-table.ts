import { findImportField, guessMapping } from '../suppliers/import-columns.js';
import type { ExistingRecords } from '../suppliers/import-drafts.js';
import { planImport, type ImportPlan } from '../suppliers/import.js';
import type { Supplier } from '../suppliers/supplier.js';
import { bank } from './bank.js';

export const nothingKnown: ExistingRecords = { suppliers: [], contacts: [], engagements: [] };

export const ouestFacts: Supplier = {
  name: 'Infogérance Ouest',
  siren: '732829320',
  country: 'FR',
  website: '',
  domains: [],
  notes: '',
};
export const ouest = { id: 's1', ...ouestFacts };

/** The plan of a table whose first row is its headings. */
export function planTable(table: readonly (readonly string[])[], existing = nothingKnown): ImportPlan {
  const [headings = [], ...rows] = table;
  return planImport({
    mapping: guessMapping(headings, (heading) => findImportField(heading, bank.context)),
    facts: bank.context,
    existing,
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  });
}
