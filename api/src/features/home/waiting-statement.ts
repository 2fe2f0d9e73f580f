import type { Scope } from '../../platform/access/scope.js';
import type { Statement } from '../../platform/database/work.js';
import { maxCounted, maxShown } from './home-limits.js';
import type { Waits } from './waits.js';

export interface WaitingRow {
  readonly id: string;
  readonly questionId: string | null;
  readonly supplierName: string;
  readonly engagementName: string;
  readonly subject: { readonly fr: string; readonly en: string } | null;
  readonly since: Date;
  readonly until: string | null;
  readonly total: number;
}

/** The first of those that wait, each with how many there are. */
export function waitingStatement(
  { organisationId }: Pick<Scope, 'organisationId'>,
  waits: Waits,
): Statement<WaitingRow> {
  const { tables, where, beside, order, id, since, supplier, engagement } = waits;
  const { question = 'NULL::text', subject = 'NULL::jsonb', until = 'NULL::text' } = waits;
  return {
    text: `SELECT ${id}::text AS id, ${question} AS "questionId", ${supplier} AS "supplierName",
        ${engagement} AS "engagementName", ${subject} AS subject, ${since} AS since, ${until} AS until,
        (SELECT count(*)::int FROM (SELECT 1 FROM ${tables} WHERE ${where} LIMIT ${maxCounted}) n) AS total
      FROM ${tables} ${beside} WHERE ${where} ORDER BY ${order} LIMIT ${maxShown}`,
    parameters: [organisationId, ...waits.parameters],
  };
}
