import { leastAlike } from '@probant/shared/answer-library/alikeness';
import type { Candidate } from '@probant/shared/answer-library/derive-suggestions';
import type { AssessmentId } from '@probant/shared/ids';
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
 * Earlier answers that may be worth offering: to questions under the key, to questions whose text is alike, and to those of another
 * version that its author has declared equivalent, whatever their key and text.
 */
export async function findCandidates(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  { assessmentId, question }: { readonly assessmentId: AssessmentId; readonly question: SupplierQuestion },
): Promise<FoundCandidate[]> {
  const rows = await tx.query<EntryRow & { similarity: number; partly: boolean | null }>(
    `WITH alike AS (
       SELECT n.id FROM alike_questions($3, $4, $5::real, $6) a, LATERAL (
         SELECT k.id FROM library_entries k
         WHERE k.organisation_id = $1 AND k.question_sha256 = a.sha256 AND k.retired_at IS NULL
         ORDER BY k.given_at DESC, k.id LIMIT $7) n),
     same_key AS (
       SELECT k.id FROM library_entries k WHERE k.organisation_id = $1 AND k.question_key = $2 AND k.retired_at IS NULL
       ORDER BY k.given_at DESC, k.id LIMIT $6),
     declared AS MATERIALIZED (
       SELECT k.question_sha256, bool_and(d.partly) AS partly FROM declared_keys($8, $2) d
       JOIN library_entries k ON k.organisation_id = $1 AND k.question_key = d.question_key
       JOIN library_sources s ON s.organisation_id = $1 AND s.entry_id = k.id
       JOIN submissions u ON u.supplier_organisation_id = $1 AND u.assessment_id = s.assessment_id
         AND u.number = s.submission_number AND u.version_sha256 = d.version_sha256
       GROUP BY k.question_sha256),
     by_author AS (
       SELECT n.id FROM declared d, LATERAL (
         SELECT k.id FROM library_entries k
         WHERE k.organisation_id = $1 AND k.question_sha256 = d.question_sha256 AND k.retired_at IS NULL
         ORDER BY k.given_at DESC, k.id LIMIT $7) n)
     SELECT ${entryColumns}, greatest(similarity(q.text_fr, $3), similarity(q.text_en, $4)) AS similarity, d.partly
     FROM (SELECT id FROM alike UNION SELECT id FROM same_key UNION SELECT id FROM by_author) near
     JOIN (${entryTables}) ON e.organisation_id = $1 AND e.id = near.id
     LEFT JOIN declared d ON d.question_sha256 = e.question_sha256`,
    [
      organisationId,
      question.id,
      question.text.fr,
      question.text.en,
      leastAlike,
      mostQuestions,
      latestOfEach,
      assessmentId,
    ],
  );
  return rows.map((row) => ({
    row,
    question: row.question,
    answer: row.answer,
    similarity: row.similarity,
    declared: row.partly === null ? null : row.partly ? 'partly' : 'same',
    givenAt: row.given_at.toISOString(),
    pieces: row.pieces.map(toLibraryPiece),
  }));
}
