import {
  accept,
  fieldRefusal,
  pointer,
  refuse,
  refuseField,
  type Decision,
  type FieldRefusal,
  type ProblemParams,
} from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import { maxCounts } from '../limits.js';
import type { ContextFact } from '../questionnaires/document.js';
import { validateEngagement, type Engagement } from './engagement.js';
import { readCountry, readFact, readLanguage, readList } from './import-cells.js';
import { contextField, importFields, type ImportField, type ImportMapping } from './import-columns.js';
import {
  contactKey,
  engagementKey,
  keepDraft,
  keepSupplier,
  plannedOf,
  startDrafts,
  supplierNumbered,
  suppliersNamed,
  type Draft,
  type Drafts,
  type ExistingRecords,
  type ImportEffect,
  type Planned,
} from './import-drafts.js';
import { findEmail } from './network-names.js';
import { findSiren } from './siren.js';
import {
  validateContact,
  validateSupplier,
  type Contact,
  type Supplier,
  type WarningCode,
} from './supplier.js';

export interface ImportRow {
  /** As the spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface RowError {
  readonly field: ImportField;
  readonly code: FieldCode;
  readonly params?: ProblemParams;
}

/** What one row does, in the light of the rows before it. */
export interface RowPlan {
  readonly number: number;
  readonly supplier?: ImportEffect;
  readonly contact?: ImportEffect;
  readonly engagement?: ImportEffect;
  readonly errors: readonly RowError[];
  readonly warnings: readonly WarningCode[];
}

export interface ImportPlan {
  readonly suppliers: readonly Planned<Supplier>[];
  readonly contacts: readonly Planned<Contact>[];
  readonly engagements: readonly Planned<Engagement>[];
  readonly rows: readonly RowPlan[];
}

export interface ImportInput {
  readonly rows: readonly ImportRow[];
  readonly mapping: ImportMapping;
  readonly facts: readonly ContextFact[];
  readonly existing: ExistingRecords;
}

/**
 * What importing would do, row by row. A supplier is known again by its SIREN, else by its name; a contact by its address, an
 * engagement by its name. An empty cell leaves what is there as it is. Several rows may speak of one supplier.
 */
export function planImport(input: ImportInput): ImportPlan {
  const drafts = startDrafts(input.existing);
  const rows = input.rows.map((row) => planRow(row, input, drafts));
  return {
    suppliers: plannedOf(drafts.suppliers),
    contacts: plannedOf(drafts.contacts),
    engagements: plannedOf(drafts.engagements),
    rows,
  };
}

/** All or nothing: one wrong row, and nothing is imported. */
export function decideImport(plan: ImportPlan): Decision<ImportPlan> {
  if (plan.rows.length === 0) return refuseField('/rows', 'required');
  if (plan.rows.length > maxCounts.importRows)
    return refuseField('/rows', 'too-many', { max: maxCounts.importRows });
  const errors = plan.rows.flatMap(({ number, errors: own }) =>
    own.map(({ field, code, params }) => fieldRefusal(pointer('rows', number, field), code, params)),
  );
  if (errors.length === 0) return accept(plan);
  return refuse('import-refused', { errors: errors.slice(0, maxCounts.importErrorsShown) });
}

type RowErrors = RowError[];
type Cells = ReadonlyMap<ImportField, string>;

function planRow(row: ImportRow, { mapping, facts }: ImportInput, drafts: Drafts): RowPlan {
  const cells: Cells = new Map(
    mapping.flatMap((field, index): [ImportField, string][] => {
      const cell = row.cells[index]?.trim() ?? '';
      return field === null || cell === '' ? [] : [[field, cell]];
    }),
  );
  const errors: RowErrors = [];
  const found = planSupplier(cells, `row:${row.number}`, drafts, errors);
  // A wrong supplier does not hide what else is wrong in the row: all of it is corrected at once.
  const key = found?.key ?? `row:${row.number}`;
  const contact = has(cells, 'contact.') ? planContact(cells, key, drafts, errors) : undefined;
  const hasEngagement = has(cells, 'engagement.') || has(cells, 'context.');
  const engagement = hasEngagement ? planEngagement(cells, key, facts, drafts, errors) : undefined;
  if (found === undefined) return { number: row.number, errors, warnings: [] };
  return {
    number: row.number,
    supplier: found.effect,
    ...(contact === undefined ? {} : { contact }),
    ...(engagement === undefined ? {} : { engagement }),
    errors,
    warnings: found.warnings,
  };
}

function has(cells: Cells, prefix: string): boolean {
  return [...cells.keys()].some((field) => field.startsWith(prefix));
}

interface PlannedSupplier {
  readonly key: string;
  readonly effect: ImportEffect;
  readonly warnings: readonly WarningCode[];
}

function planSupplier(
  cells: Cells,
  newKey: string,
  drafts: Drafts,
  errors: RowErrors,
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
  return { key, effect: keepSupplier(drafts, key, value), warnings: warnings.map(({ code }) => code) };
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

function planContact(
  cells: Cells,
  supplier: string,
  drafts: Drafts,
  errors: RowErrors,
): ImportEffect | undefined {
  const email = cells.get('contact.email') ?? '';
  const key = contactKey(supplier, findEmail(email) ?? email);
  const language = cells.get('contact.language');
  const typed = {
    // Without a name the address stands for the person.
    ...(drafts.contacts.get(key)?.value ?? { name: email }),
    ...valuesOf(cells, 'contact.', ['name', 'email', 'jobTitle', 'phone']),
    ...(language === undefined ? {} : { language: readLanguage(language) ?? language }),
  };
  const decision = validateContact(typed);
  if (decision.accepted) return keepDraft(drafts.contacts, key, supplier, decision.value);
  errors.push(...toRowErrors('contact.', decision.refusal.errors));
  return undefined;
}

function planEngagement(
  cells: Cells,
  supplier: string,
  facts: readonly ContextFact[],
  drafts: Drafts,
  errors: RowErrors,
): ImportEffect | undefined {
  const key = engagementKey(supplier, cells.get('engagement.name') ?? '');
  const known = drafts.engagements.get(key)?.value;
  const stated = facts.flatMap((fact): [string, unknown][] => {
    const cell = cells.get(contextField(fact));
    return cell === undefined ? [] : [[fact.key, readFact(cell, fact) ?? cell]];
  });
  const typed = {
    ...known,
    ...valuesOf(cells, 'engagement.', ['name', 'description']),
    context: { ...known?.context, ...Object.fromEntries(stated) },
  };
  const decision = validateEngagement(facts, typed);
  if (decision.accepted) return keepDraft(drafts.engagements, key, supplier, decision.value);
  errors.push(...toRowErrors('engagement.', decision.refusal.errors));
  return undefined;
}

type Prefix = 'supplier.' | 'contact.' | 'engagement.';

function valuesOf(cells: Cells, prefix: Prefix, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    importFields.flatMap((field): [string, string][] => {
      const cell = cells.get(field);
      const name = field.slice(prefix.length);
      return cell !== undefined && field.startsWith(prefix) && names.includes(name) ? [[name, cell]] : [];
    }),
  );
}

/** From a pointer into the record to the column that holds it. */
function toRowErrors(prefix: Prefix, errors: readonly FieldRefusal[] = []): RowError[] {
  return errors.map(({ pointer: at, code, params }) => {
    const [name = '', key = ''] = at.split('/').slice(1);
    const field =
      name === 'context'
        ? contextField({ key })
        : (importFields.find((one) => one === `${prefix}${name}`) ?? `${prefix}name`);
    return { field, code, ...(params === undefined ? {} : { params }) };
  });
}
