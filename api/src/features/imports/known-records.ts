import type { EngagementContext, Language } from '@probant/shared/questionnaires/document';
import { comparable } from '@probant/shared/suppliers/import-columns';
import type { ExistingRecords } from '@probant/shared/suppliers/import-drafts';
import { findSiren } from '@probant/shared/suppliers/siren';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { ImportSheet } from './read-upload-sheet.js';

interface SupplierRow {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly country: string;
  readonly website: string;
  readonly domains: string[];
  readonly notes: string;
}

/** What the organisation already knows of the companies that the sheet names; archived records stay out of it. */
export async function readKnownRecords(
  tx: Tx,
  { organisationId }: Scope,
  sheet: ImportSheet,
  lock: 'FOR UPDATE' | '',
): Promise<ExistingRecords> {
  const rows = await tx.query<SupplierRow>(
    `SELECT id, name, siren, country, website, domains, notes FROM suppliers
     WHERE organisation_id = $1 AND archived_at IS NULL ORDER BY id ${lock}`,
    [organisationId],
  );
  const { sirens, names } = companiesOf(sheet);
  const suppliers = rows
    .filter(({ name, siren }) => (siren !== null && sirens.has(siren)) || names.has(comparable(name)))
    .map(({ siren, ...rest }) => ({ ...rest, ...(siren === null ? {} : { siren }) }));
  const ids = suppliers.map(({ id }) => id);
  const contacts = await tx.query<{
    readonly id: string;
    readonly supplierId: string;
    readonly name: string;
    readonly email: string;
    readonly jobTitle: string;
    readonly phone: string;
    readonly language: Language;
  }>(
    `SELECT id, supplier_id AS "supplierId", name, email, job_title AS "jobTitle", phone, language FROM contacts
     WHERE organisation_id = $1 AND supplier_id = ANY($2) ORDER BY id ${lock}`,
    [organisationId, ids],
  );
  const engagements = await tx.query<{
    readonly id: string;
    readonly supplierId: string;
    readonly name: string;
    readonly description: string;
    readonly context: EngagementContext;
  }>(
    `SELECT id, supplier_id AS "supplierId", name, description, context FROM engagements
     WHERE organisation_id = $1 AND supplier_id = ANY($2) AND archived_at IS NULL ORDER BY id ${lock}`,
    [organisationId, ids],
  );
  return { suppliers, contacts, engagements };
}

function companiesOf({ rows, mapping }: ImportSheet): { sirens: Set<string>; names: Set<string> } {
  const [bySiren, byName] = [mapping.indexOf('supplier.siren'), mapping.indexOf('supplier.name')];
  const sirens = new Set<string>();
  const names = new Set<string>();
  for (const { cells } of rows) {
    const siren = findSiren(cells[bySiren] ?? '');
    if (siren !== undefined) sirens.add(siren);
    names.add(comparable(cells[byName] ?? ''));
  }
  return { sirens, names };
}
