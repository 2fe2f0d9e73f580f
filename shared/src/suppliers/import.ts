import { accept, fieldRefusal, pointer, refuse, refuseField, type Decision } from '../decision.js';
import { maxCounts } from '../limits.js';
import type { ContextFact } from '../questionnaires/document.js';
import { validateEngagement, type Engagement } from './engagement.js';
import { readFact, readLanguage } from './import-cells.js';
import { comparable, contextField, type ImportField, type ImportMapping } from './import-columns.js';
import {
  contactKey,
  engagementKey,
  keepDraft,
  plannedOf,
  startDrafts,
  type Drafts,
  type ExistingRecords,
  type ImportEffect,
  type Kept,
  type Planned,
} from './import-drafts.js';
import {
  toCellChanges,
  toRowErrors,
  valuesOf,
  type CellChange,
  type Cells,
  type RowError,
} from './import-rows.js';
import { planSupplier } from './import-supplier.js';
import type { RowWarning } from './import-warnings.js';
import { findEmail } from './network-names.js';
import { validateContact, type Contact, type Supplier } from './supplier.js';

export interface ImportRow {
  /** As the spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** What one row does, in the light of the rows before it. */
export interface RowPlan {
  readonly number: number;
  readonly supplier?: ImportEffect;
  readonly contact?: ImportEffect;
  readonly engagement?: ImportEffect;
  /** Every cell that says otherwise than what stands there; nothing of a record that is new. */
  readonly changes: readonly CellChange[];
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowWarning[];
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

function planRow(row: ImportRow, { mapping, facts }: ImportInput, drafts: Drafts): RowPlan {
  const cells: Cells = new Map(
    mapping.flatMap((field, index): [ImportField, string][] => {
      const cell = row.cells[index]?.trim() ?? '';
      return field === null || cell === '' ? [] : [[field, cell]];
    }),
  );
  const errors: RowError[] = [];
  const found = planSupplier(cells, `row:${row.number}`, drafts, errors);
  // A wrong supplier does not hide what else is wrong in the row: all of it is corrected at once.
  const key = found?.key ?? `row:${row.number}`;
  const contact = has(cells, 'contact.') ? planContact(cells, key, drafts, errors) : undefined;
  const hasEngagement = has(cells, 'engagement.') || has(cells, 'context.');
  const engagement = hasEngagement ? planEngagement(cells, key, facts, drafts, errors) : undefined;
  if (found === undefined) return { number: row.number, changes: [], errors, warnings: [] };
  return {
    number: row.number,
    supplier: found.effect,
    ...(contact === undefined ? {} : { contact: contact.effect }),
    ...(engagement === undefined ? {} : { engagement: engagement.effect }),
    changes: [
      ...toCellChanges('supplier.', found),
      ...(contact === undefined ? [] : toCellChanges('contact.', contact)),
      ...(engagement === undefined ? [] : toCellChanges('engagement.', engagement)),
    ],
    errors,
    warnings: [...found.warnings, ...warnOfOtherPerson(contact)],
  };
}

function warnOfOtherPerson(contact: Kept | undefined): RowWarning[] {
  const name = contact?.changes.find(({ field }) => field === 'name');
  if (name === undefined) return [];
  const [before, after] = [String(name.before), String(name.after)];
  if (comparable(before) === comparable(after)) return [];
  return [{ code: 'address-under-another-name', params: { before, after } }];
}

function has(cells: Cells, prefix: string): boolean {
  return [...cells.keys()].some((field) => field.startsWith(prefix));
}

function planContact(cells: Cells, supplier: string, drafts: Drafts, errors: RowError[]): Kept | undefined {
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
  errors: RowError[],
): Kept | undefined {
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
