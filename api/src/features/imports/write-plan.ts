import type { AuditEvent } from '@probant/shared/audit/events';
import { changedFields, fieldChanges, type FieldChange } from '@probant/shared/audit/field-changes';
import type { ContactId, EngagementId, SupplierId } from '@probant/shared/ids';
import type { QuestionnaireDocument, Tier } from '@probant/shared/questionnaires/document';
import { compileTier } from '@probant/shared/scoring/inherent-tier';
import type { Engagement } from '@probant/shared/suppliers/engagement';
import type { ImportPlan } from '@probant/shared/suppliers/import';
import type { Planned } from '@probant/shared/suppliers/import-drafts';
import type { Contact, Supplier } from '@probant/shared/suppliers/supplier';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';

interface Written {
  readonly supplierIds: readonly SupplierId[];
  readonly engagementIds: readonly EngagementId[];
}

const suppliersSql = `
INSERT INTO suppliers (organisation_id, id, name, siren, country, website, domains, notes, created_at, updated_at)
SELECT $1, r.id, r.name, r.siren, r.country, r.website, r.domains, r.notes, $3, $3
FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, siren text, country text, website text, domains text[], notes text)
ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, siren = excluded.siren, country = excluded.country,
  website = excluded.website, domains = excluded.domains, notes = excluded.notes, updated_at = excluded.updated_at,
  revision = suppliers.revision + 1`;

const contactsSql = `
INSERT INTO contacts (organisation_id, id, supplier_id, name, email, job_title, phone, language, created_at)
SELECT $1, r.id, r."supplierId", r.name, r.email, r."jobTitle", r.phone, r.language, $3
FROM jsonb_to_recordset($2::jsonb)
  AS r(id uuid, "supplierId" uuid, name text, email text, "jobTitle" text, phone text, language text)
ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, email = excluded.email,
  job_title = excluded.job_title, phone = excluded.phone, language = excluded.language, revision = contacts.revision + 1`;

const engagementsSql = `
INSERT INTO engagements (organisation_id, id, supplier_id, name, description, context, tier, points, created_at, updated_at)
SELECT $1, r.id, r."supplierId", r.name, r.description, r.context, r.tier, r.points, $3, $3
FROM jsonb_to_recordset($2::jsonb)
  AS r(id uuid, "supplierId" uuid, name text, description text, context jsonb, tier text, points integer)
ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, description = excluded.description,
  context = excluded.context, tier = excluded.tier, points = excluded.points, updated_at = excluded.updated_at,
  revision = engagements.revision + 1`;

/** Writes every record of an accepted plan, a statement per table, each record with its event. */
export async function writePlan(
  tx: Tx,
  { organisationId }: Scope,
  plan: ImportPlan,
  known: ReadonlyMap<string, string>,
  { bank, now }: { readonly bank: QuestionnaireDocument; readonly now: Date },
): Promise<Written> {
  const tierOf = compileTier(bank);
  // Ids of a plan are those of the records that it was made from.
  const suppliers = plan.suppliers.map((one) => ({ ...one, id: (one.id ?? newId()) as SupplierId }));
  const of = supplierFinder(known, suppliers);
  const contacts = plan.contacts.map((one) => ({
    ...one,
    id: (one.id ?? newId()) as ContactId,
    of: of(one.supplier),
  }));
  const engagements = plan.engagements.map((one) => ({
    ...one,
    id: (one.id ?? newId()) as EngagementId,
    of: of(one.supplier),
    ...tierOf(one.value.context),
  }));
  const save = async (sql: string, rows: readonly object[]): Promise<void> => {
    if (rows.length > 0) await tx.query(sql, [organisationId, JSON.stringify(rows), now]);
  };
  await save(
    suppliersSql,
    suppliers.map(({ id, value }) => ({ ...value, id })),
  );
  await save(
    contactsSql,
    contacts.map((one) => ({ ...one.value, id: one.id, supplierId: one.of.id })),
  );
  await save(
    engagementsSql,
    engagements.map((one) => ({
      ...one.value,
      id: one.id,
      supplierId: one.of.id,
      tier: one.tier,
      points: one.points,
    })),
  );
  await tx.recordAll([
    ...suppliers.map(supplierEvent),
    ...contacts.map(contactEvent),
    ...engagements.map(engagementEvent),
  ]);
  return { supplierIds: suppliers.map(({ id }) => id), engagementIds: engagements.map(({ id }) => id) };
}

type WrittenSupplier = Planned<Supplier> & { readonly id: SupplierId };
interface NamedSupplier {
  readonly id: SupplierId;
  readonly name: string;
}

/** The suppliers that the plan speaks of, known or new, by their key in it. */
function supplierFinder(
  known: ReadonlyMap<string, string>,
  written: readonly WrittenSupplier[],
): (key: string) => NamedSupplier {
  const named = new Map<string, NamedSupplier>([
    ...[...known].map(([id, name]) => [id, { id: id as SupplierId, name }] as const),
    ...written.map(({ supplier, id, value }) => [supplier, { id, name: value.name }] as const),
  ]);
  return (key) => {
    const supplier = named.get(key);
    if (!supplier) throw new Error(`the plan names a supplier ${key} that it does not hold`);
    return supplier;
  };
}

/** What the import changes of a record that stands there: old and new, as a person's own change records them. */
function changesOf<T extends object>({ before, value }: Planned<T>): FieldChange[] {
  return before === undefined ? [] : fieldChanges(before, value);
}

function supplierEvent(planned: WrittenSupplier): AuditEvent {
  const { effect, id, value } = planned;
  const { name, siren } = value;
  if (effect !== 'create') {
    const changes = changesOf(planned);
    return { kind: 'supplier-changed', supplierId: id, name, fields: changedFields(changes), changes };
  }
  return { kind: 'supplier-created', supplierId: id, name, ...(siren === undefined ? {} : { siren }) };
}

type WrittenContact = Planned<Contact> & { readonly id: ContactId; readonly of: NamedSupplier };

function contactEvent(planned: WrittenContact): AuditEvent {
  const { effect, id, of, value } = planned;
  const named = { supplierId: of.id, contactId: id, supplierName: of.name, email: value.email };
  if (effect === 'create') return { kind: 'contact-added', ...named };
  return { kind: 'contact-changed', ...named, changes: changesOf(planned) };
}

type WrittenEngagement = Planned<Engagement> & {
  readonly id: EngagementId;
  readonly of: NamedSupplier;
  readonly tier: Tier;
};

function engagementEvent(planned: WrittenEngagement): AuditEvent {
  const { effect, id, of, value, tier } = planned;
  const named = { engagementId: id, name: value.name, supplierName: of.name, tier };
  if (effect === 'create') return { kind: 'engagement-created', ...named };
  const changes = changesOf(planned);
  return { kind: 'engagement-changed', ...named, fields: changedFields(changes), changes };
}
