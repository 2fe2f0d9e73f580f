import { leastAlike } from '@probant/shared/answer-library/alikeness';
import type { Candidate } from '@probant/shared/answer-library/derive-suggestions';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { entryColumns, entryTables, toLibraryPiece, type EntryRow } from './entry-rows.js';

export interface FoundCandidate extends Candidate {
  readonly row: EntryRow;
}

/** Questions that are alike, and the latest answers under the key. */
const mostQuestions = 20;
/** Of one question: more than are offered, since answers that say the same are offered once. */
const latestOfEach = 10;

/**
 * Earlier answers that may be worth offering: to questions under the key, and to questions whose text is alike. A question that an
 * author has declared equivalent under another key is one more key here.
 */
export async function findCandidates(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  question: SupplierQuestion,
): Promise<FoundCandidate[]> {
  const rows = await tx.query<EntryRow & { similarity: number }>(
    `WITH alike AS (
       SELECT n.id FROM alike_questions($3, $4, $5::real, $6) a, LATERAL (
         SELECT k.id FROM library_entries k
         WHERE k.organisation_id = $1 AND k.question_sha256 = a.sha256 AND k.retired_at IS NULL
         ORDER BY k.given_at DESC, k.id LIMIT $7) n),
     same_key AS (
       SELECT k.id FROM library_entries k WHERE k.organisation_id = $1 AND k.question_key = $2 AND k.retired_at IS NULL
       ORDER BY k.given_at DESC, k.id LIMIT $6)
     SELECT ${entryColumns}, greatest(similarity(q.text_fr, $3), similarity(q.text_en, $4)) AS similarity
     FROM (SELECT id FROM alike UNION SELECT id FROM same_key) near
     JOIN (${entryTables}) ON e.organisation_id = $1 AND e.id = near.id`,
    [
      organisationId,
      question.id,
      question.text.fr,
      question.text.en,
      leastAlike,
      mostQuestions,
      latestOfEach,
    ],
  );
  return rows.map((row) => ({
    row,
    question: row.question,
    answer: row.answer,
    similarity: row.similarity,
    equivalent: false,
    givenAt: row.given_at.toISOString(),
    pieces: row.pieces.map(toLibraryPiece),
  }));
}
