import type { CheckFailure } from '@probant/shared/checks/check';
import type { CheckId, EngagementId, OrganisationId } from '@probant/shared/ids';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import type { CheckResponse } from './checks.dto.js';
import { CheckEntity, CheckReplyEntity } from './checks.entity.js';

/** The last check of each kind and target, newest first, and those that are named; the others stay in the table and in the chain. */
export async function readChecks(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
  named: readonly CheckId[] = [],
): Promise<CheckResponse[]> {
  const latest = await tx.query<{ id: CheckEntity['id'] }>(
    `SELECT DISTINCT ON (kind, target) id FROM checks WHERE organisation_id = $1 AND engagement_id = $2
     ORDER BY kind, target, fetched_at DESC, id DESC`,
    [organisationId, engagementId],
  );
  const ids = [...new Set([...latest.map(({ id }) => id), ...named])];
  if (ids.length === 0) return [];
  const rows = await tx.manager.find(CheckEntity, {
    where: { organisationId, engagementId, id: In(ids) },
    order: { fetchedAt: 'DESC', id: 'DESC' },
  });
  const replies = await tx.manager.find(CheckReplyEntity, {
    where: { organisationId, checkId: In(ids) },
    order: { place: 'ASC' },
  });
  return rows.map((row) =>
    toCheck(
      row,
      replies.filter(({ checkId }) => checkId === row.id),
    ),
  );
}

export function toCheck(row: CheckEntity, replies: readonly CheckReplyEntity[]): CheckResponse {
  return {
    id: row.id,
    kind: row.kind,
    target: row.target,
    verdict: row.verdict,
    remarks: row.reading.remarks.map((remark) => ({ ...remark, text: { ...remark.text } })),
    replies: replies.map(({ place, source, status, failure, sha256, fetchedAt }) => ({
      place,
      source,
      status,
      // Written by the rule that fetched it.
      failure: failure as CheckFailure | null,
      sha256,
      fetchedAt: fetchedAt.toISOString(),
    })),
    level: row.verdict === 'unknown' ? 'E0' : 'E4',
    askedByName: row.askedByName,
    fetchedAt: row.fetchedAt.toISOString(),
  };
}
