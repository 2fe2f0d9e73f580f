import type { Tx } from '../../platform/database/work.js';
import type { FindingEntity } from './findings.entity.js';

/** What was verified no longer counts from that instant on; false where nothing stood. */
export async function endVerification(
  tx: Tx,
  { buyerId, id: findingId, assessmentId, questionId }: FindingEntity,
  at: Date,
): Promise<boolean> {
  const [ended] = await tx.query<{ number: number }>(
    `WITH ended AS (UPDATE finding_verifications SET ended_at = $3
       WHERE organisation_id = $1 AND finding_id = $2 AND ended_at IS NULL RETURNING number)
     SELECT number FROM ended`,
    [buyerId, findingId, at],
  );
  if (ended === undefined) return false;
  const { number } = ended;
  await tx.record({ kind: 'verification-ended', assessmentId, questionId, findingId, number });
  return true;
}
