import { addDays, type Day } from '@probant/shared/calendar';
import type { ObligationKind } from '@probant/shared/obligations/kinds';
import { soonDays, stateOf } from '@probant/shared/obligations/marks';
import type { ObligationFacts } from '@probant/shared/obligations/obligation';
import { causeRules, type WatchCause } from '@probant/shared/obligations/watch';
import type { Scope } from '../../platform/access/scope.js';
import type { Statement } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  listClause,
  orderOf,
  pageClause,
  type CursorRow,
  type Order,
} from '../../platform/http/page.js';
import type { CalendarQuery, DatedFilters, ObligationFilters, ObligationResponse } from './calendar.dto.js';

export const calendarOrders = {
  day: { by: 'o.effective_on', type: 'date', id: 'o.id' },
  supplier: { by: 'lower(o.supplier_name)', type: 'text', id: 'o.id' },
} as const satisfies Readonly<Record<string, Order>>;

export interface ObligationRow {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly key: string;
  readonly dueOn: Day;
  readonly precision: 'day' | 'month';
  readonly effectiveOn: Day;
  readonly overdueFrom: Day;
  readonly doneOn: Day | null;
  readonly lapsedOn: Day | null;
  readonly facts: ObligationFacts;
  readonly engagementId: string;
  readonly engagementName: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly marks: number;
  readonly sequence: number;
  readonly changedAt: Date;
}

export const obligationColumns = `o.id, o.kind, o.key, o.due_on::text AS "dueOn", o.precision, o.effective_on::text AS "effectiveOn",
  o.overdue_from::text AS "overdueFrom", o.done_on::text AS "doneOn", o.lapsed_on::text AS "lapsedOn", o.facts,
  o.engagement_id AS "engagementId", o.engagement_name AS "engagementName", o.supplier_id AS "supplierId",
  o.supplier_name AS "supplierName", o.marks, o.sequence, o.changed_at AS "changedAt"`;

/** Neither done nor without object. */
export const open = 'o.done_on IS NULL AND o.lapsed_on IS NULL';

/** As `stateOf` of shared/obligations says it. */
export function stateColumn(today: string): string {
  return `CASE WHEN o.done_on IS NOT NULL THEN 'done' WHEN o.lapsed_on IS NOT NULL THEN 'lapsed'
    WHEN o.overdue_from <= ${today} THEN 'overdue' ELSE 'due' END`;
}

export function obligationConditions(
  scope: Pick<Scope, 'organisationId'>,
  query: ObligationFilters & Pick<DatedFilters, 'from' | 'to'>,
  today: Day,
): Conditions {
  const conditions = filterConditions(scope, query);
  if (query.within) {
    const until = addDays(today, Number(query.within));
    conditions.add('o.effective_on BETWEEN ? AND ?', today, until);
  }
  switch (query.state) {
    case 'all':
      return conditions;
    case 'done':
      return conditions.add('o.done_on IS NOT NULL');
    case 'lapsed':
      return conditions.add('o.lapsed_on IS NOT NULL');
    case 'overdue':
      return conditions.add(open).add('o.overdue_from <= ?', today);
    case 'today':
      return conditions.add(open).add('o.overdue_from > ? AND o.effective_on <= ?', today, today);
    case 'soon':
      return conditions
        .add(open)
        .add('o.overdue_from > ? AND o.effective_on <= ?', today, addDays(today, soonDays));
    case 'due':
      return conditions.add(open).add('o.overdue_from > ?', today);
    default:
      return conditions.add(open);
  }
}

/** All of the filters but those that depend on the day. */
export function filterConditions(
  { organisationId }: Pick<Scope, 'organisationId'>,
  query: Omit<ObligationFilters, 'state' | 'within'> & Pick<DatedFilters, 'from' | 'to'>,
): Conditions {
  const conditions = new Conditions().add('o.organisation_id = ?', organisationId);
  if (query.search) conditions.add('o.search LIKE ?', containing(query.search.toLowerCase()));
  if (query.kind) conditions.add('o.kind = ?', query.kind);
  if (query.supplierId) conditions.add('o.supplier_id = ?', query.supplierId);
  if (query.engagementId) conditions.add('o.engagement_id = ?', query.engagementId);
  if (query.regulation)
    conditions.add("o.kind = 'regulation' AND o.key = ?", `regulation/${query.regulation}`);
  if (query.cause) addCause(conditions, query.cause);
  if (query.from) conditions.add('o.effective_on >= ?', query.from);
  if (query.to) conditions.add('o.effective_on <= ?', query.to);
  return conditions;
}

function addCause(conditions: Conditions, cause: WatchCause): void {
  const { kinds, triggers } = causeRules[cause];
  conditions.add('o.kind = ANY (?)', kinds);
  if (triggers !== null)
    conditions.add("o.kind <> 'reassessment' OR o.facts ->> 'trigger' = ANY (?)", triggers);
}

export function pageStatement(
  scope: Pick<Scope, 'organisationId'>,
  query: CalendarQuery,
  today: Day,
): Statement<ObligationRow & CursorRow> {
  const conditions = obligationConditions(scope, query, today);
  const order = orderOf(query.sort, 'day', calendarOrders);
  const clause = pageClause(conditions, order, query);
  return {
    text: `SELECT ${obligationColumns}, ${cursorColumns(order)} FROM obligations o ${clause}`,
    parameters: conditions.parameters,
  };
}

/** A whole list, for a file. */
export function listStatement(
  scope: Pick<Scope, 'organisationId'>,
  query: DatedFilters,
  { today, maxRows }: { readonly today: Day; readonly maxRows: number },
): Statement<ObligationRow> {
  const conditions = obligationConditions(scope, query, today);
  const order = orderOf(query.sort, 'day', calendarOrders);
  const clause = listClause(conditions, order, maxRows);
  return {
    text: `SELECT ${obligationColumns} FROM obligations o ${clause}`,
    parameters: conditions.parameters,
  };
}

export function toObligation(row: ObligationRow, today: Day): ObligationResponse {
  return {
    id: row.id,
    kind: row.kind,
    state: stateOf(row, today),
    dueOn: row.dueOn,
    precision: row.precision,
    effectiveOn: row.effectiveOn,
    doneOn: row.doneOn,
    lapsedOn: row.lapsedOn,
    facts: row.facts,
    engagementId: row.engagementId,
    engagementName: row.engagementName,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    marks: row.marks,
  };
}
