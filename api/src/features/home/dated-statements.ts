import type { Day } from '@probant/shared/calendar';
import type { ObligationKind } from '@probant/shared/obligations/kinds';
import type { Scope } from '../../platform/access/scope.js';
import type { Statement } from '../../platform/database/work.js';
import { obligationColumns, open, type ObligationRow } from '../calendar/calendar.public.js';
import { maxCounted, maxShown } from './home-limits.js';

type Spoken = Pick<Scope, 'organisationId'>;

export interface DatedRow extends ObligationRow {
  readonly total: number;
}

/** As the states `overdue` and `today` of the calendar's list say it. */
const standing = {
  late: 'o.overdue_from <= $3::date',
  today: 'o.overdue_from > $3::date AND o.effective_on <= $3::date',
} as const;

/** Of each kind the first ones and how many there are: an index holds each kind in its order, so that no kind is read through. */
export function datedStatement(
  { organisationId }: Spoken,
  kinds: readonly ObligationKind[],
  { urgency, today }: { readonly urgency: keyof typeof standing; readonly today: Day },
): Statement<DatedRow> {
  // What is past its day has a day that is past: this much of the index is enough to look at.
  const where = `o.organisation_id = $1 AND o.kind = k.kind AND ${open} AND o.effective_on <= $3::date AND ${standing[urgency]}`;
  return {
    text: `SELECT f.*, (SELECT count(*)::int FROM (SELECT 1 FROM obligations o WHERE ${where} LIMIT ${maxCounted}) n) AS total
      FROM unnest($2::text[]) WITH ORDINALITY AS k(kind, place)
      CROSS JOIN LATERAL (SELECT ${obligationColumns} FROM obligations o WHERE ${where}
        ORDER BY o.effective_on, o.id LIMIT ${maxShown}) f
      ORDER BY k.place, f."effectiveOn", f.id`,
    parameters: [organisationId, kinds, today],
  };
}

/** The first that comes after today. */
export function nextStatement(
  { organisationId }: Spoken,
  kinds: readonly ObligationKind[],
  today: Day,
): Statement<ObligationRow> {
  return {
    text: `SELECT f.* FROM unnest($2::text[]) AS k(kind) CROSS JOIN LATERAL (SELECT ${obligationColumns} FROM obligations o
        WHERE o.organisation_id = $1 AND o.kind = k.kind AND ${open} AND o.effective_on > $3::date
        ORDER BY o.effective_on, o.id LIMIT 1) f
      ORDER BY f."effectiveOn", f.id LIMIT 1`,
    parameters: [organisationId, kinds, today],
  };
}
