import { fieldChanges, type FieldChange } from '../audit/field-changes.js';
import type { Engagement } from './engagement.js';
import { comparable } from './import-columns.js';
import type { Contact, Supplier } from './supplier.js';

export const importEffects = ['create', 'change', 'same'] as const;
export type ImportEffect = (typeof importEffects)[number];

export interface ExistingRecords {
  readonly suppliers: readonly (Supplier & { readonly id: string })[];
  readonly contacts: readonly (Contact & { readonly id: string; readonly supplierId: string })[];
  readonly engagements: readonly (Engagement & { readonly id: string; readonly supplierId: string })[];
}

/** One record as it will stand; `id` when it exists, `supplier` is the key of the supplier it belongs to. */
export interface Planned<T> {
  readonly effect: ImportEffect;
  readonly id?: string;
  readonly supplier: string;
  /** What stands there now, when it exists. */
  readonly before?: T;
  readonly value: T;
}

/** What one row does to a record, earlier rows included. */
export interface Kept {
  readonly effect: ImportEffect;
  /** Nothing for a new record: all of it is new. */
  readonly changes: readonly FieldChange[];
}

/** A record as the rows read so far leave it. */
export interface Draft<T> {
  readonly id?: string;
  /** The id of an existing supplier, or the row that creates it. */
  readonly supplier: string;
  readonly before?: T;
  readonly value: T;
}

export interface Drafts {
  readonly suppliers: Map<string, Draft<Supplier>>;
  readonly contacts: Map<string, Draft<Contact>>;
  readonly engagements: Map<string, Draft<Engagement>>;
  /** Keys of suppliers that bear the number or the name, or once did. */
  readonly bySiren: Map<string, string>;
  readonly byName: Map<string, Set<string>>;
}

export function startDrafts({ suppliers, contacts, engagements }: ExistingRecords): Drafts {
  const drafts: Drafts = {
    suppliers: new Map(),
    contacts: new Map(),
    engagements: new Map(),
    bySiren: new Map(),
    byName: new Map(),
  };
  for (const { id, name, siren, country, website, domains, notes } of suppliers) {
    const value = { name, ...(siren === undefined ? {} : { siren }), country, website, domains, notes };
    drafts.suppliers.set(id, { id, supplier: id, before: value, value });
    indexSupplier(drafts, id, value);
  }
  for (const { id, supplierId, name, email, jobTitle, phone, language } of contacts) {
    const value = { name, email, jobTitle, phone, language };
    drafts.contacts.set(contactKey(supplierId, email), { id, supplier: supplierId, before: value, value });
  }
  for (const { id, supplierId, name, description, context } of engagements) {
    const value = { name, description, context };
    drafts.engagements.set(engagementKey(supplierId, name), {
      id,
      supplier: supplierId,
      before: value,
      value,
    });
  }
  return drafts;
}

export function contactKey(supplier: string, email: string): string {
  return `${supplier} ${email}`;
}

export function engagementKey(supplier: string, name: string): string {
  return `${supplier} ${comparable(name)}`;
}

export function keepSupplier(drafts: Drafts, key: string, value: Supplier): Kept {
  indexSupplier(drafts, key, value);
  return keepDraft(drafts.suppliers, key, key, value);
}

/** Puts the value in its place and says what this does to what stood there, earlier rows included. */
export function keepDraft<T extends object>(
  drafts: Map<string, Draft<T>>,
  key: string,
  supplier: string,
  value: T,
): Kept {
  const known = drafts.get(key);
  drafts.set(key, known === undefined ? { supplier, value } : { ...known, value });
  if (known === undefined) return { effect: 'create', changes: [] };
  const changes = fieldChanges(known.value, value);
  return { effect: changes.length === 0 ? 'same' : 'change', changes };
}

/** The drafted suppliers that bear this name now. */
export function suppliersNamed(drafts: Drafts, name: string): Draft<Supplier>[] {
  const wanted = comparable(name);
  return [...(drafts.byName.get(wanted) ?? [])]
    .flatMap((key) => drafts.suppliers.get(key) ?? [])
    .filter(({ value }) => comparable(value.name) === wanted);
}

export function supplierNumbered(drafts: Drafts, siren: string): Draft<Supplier> | undefined {
  const draft = drafts.suppliers.get(drafts.bySiren.get(siren) ?? '');
  return draft?.value.siren === siren ? draft : undefined;
}

function indexSupplier({ bySiren, byName }: Drafts, key: string, { name, siren }: Supplier): void {
  if (siren !== undefined) bySiren.set(siren, key);
  const wanted = comparable(name);
  byName.set(wanted, (byName.get(wanted) ?? new Set()).add(key));
}

/** What changes on the whole, record by record. */
export function plannedOf<T extends object>(drafts: ReadonlyMap<string, Draft<T>>): Planned<T>[] {
  return [...drafts.values()]
    .map(({ id, supplier, before, value }) => ({
      effect: effectOf(before, value),
      ...(id === undefined ? {} : { id }),
      supplier,
      ...(before === undefined ? {} : { before }),
      value,
    }))
    .filter(({ effect }) => effect !== 'same');
}

function effectOf<T extends object>(before: T | undefined, value: T): ImportEffect {
  if (before === undefined) return 'create';
  return fieldChanges(before, value).length === 0 ? 'same' : 'change';
}
