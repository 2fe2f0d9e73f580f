import type { Tx } from '../../platform/database/work.js';
import type { Scored } from '../scoring/scoring.public.js';
import { answerHash } from './review-state.js';

/** Says of each decision on a claim whether the answers as they are now still make that claim. */
export async function followClaims(tx: Tx, { facts }: Scored): Promise<void> {
  const of = [facts.organisationId, facts.assessmentId];
  const decided = await tx.query<{ key: string; hash: string; stands: boolean }>(
    `SELECT question_key AS key, na_answer_sha256 AS hash, na_stands AS stands FROM answer_reviews
     WHERE organisation_id = $1 AND assessment_id = $2 AND na_decision IS NOT NULL`,
    of,
  );
  const changed = decided.filter(
    ({ key, hash, stands }) => (hash === answerHash(facts.answers, key)) !== stands,
  );
  if (changed.length === 0) return;
  await tx.query(
    `UPDATE answer_reviews SET na_stands = NOT na_stands
     WHERE organisation_id = $1 AND assessment_id = $2 AND question_key = ANY ($3)`,
    [...of, changed.map(({ key }) => key)],
  );
}
