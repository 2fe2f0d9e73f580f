import type { Acceptance } from '@probant/shared/assessments/four-eyes';
import type { EvidenceId } from '@probant/shared/ids';
import { rolesThatMay } from '@probant/shared/permissions';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import type { AssessedFacts } from '../scoring/scoring.public.js';

export interface KeptAcceptance extends Acceptance {
  readonly questionId: string;
  readonly evidenceId: EvidenceId | null;
  readonly name: string | null;
  readonly level: EvidenceLevel | null;
  readonly acceptedByName: string;
  readonly acceptedAt: Date;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
  readonly revision: number;
}

type Row = Omit<KeptAcceptance, 'name'>;

/** What was accepted of the submission that counts: pieces that it shows, and claims that stand. */
export async function readAcceptances(tx: Tx, facts: AssessedFacts): Promise<KeptAcceptance[]> {
  const rows = await tx.query<Row>(
    `SELECT question_key AS "questionId", evidence_id AS "evidenceId", level, updated_by AS "acceptedBy",
       updated_by_name AS "acceptedByName", updated_at AS "acceptedAt", confirmed_by AS "confirmedBy",
       confirmed_by_name AS "confirmedByName", confirmed_at AS "confirmedAt", revision
     FROM evidence_reviews WHERE organisation_id = $1 AND assessment_id = $2 AND verdict = 'accepted'
     UNION ALL
     SELECT question_key, NULL, NULL, na_decided_by, na_decided_by_name, updated_at, na_confirmed_by,
       na_confirmed_by_name, na_confirmed_at, revision
     FROM answer_reviews WHERE organisation_id = $1 AND assessment_id = $2 AND na_decision = 'accepted'
     ORDER BY 1, 2 NULLS FIRST`,
    [facts.organisationId, facts.assessmentId],
  );
  return rows.flatMap((row): KeptAcceptance[] => {
    if (row.evidenceId === null)
      return facts.reviews[row.questionId]?.notApplicable === 'accepted' ? [{ ...row, name: null }] : [];
    const piece = facts.submission.pieces.find(({ id }) => id === row.evidenceId);
    return piece?.questions.includes(row.questionId) === true ? [{ ...row, name: piece.name }] : [];
  });
}

/** The codes that a rule names; the empty one is every questionnaire. */
export async function readFourEyesRules(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    'SELECT questionnaire_code AS code FROM four_eyes_rules WHERE organisation_id = $1 ORDER BY 1',
    [organisationId],
  );
  return rows.map(({ code }) => code);
}

/** Members who may confirm what somebody else accepted. */
export async function countConfirmers(tx: Tx, organisationId: string): Promise<number> {
  const { count } = await tx.get<{ count: number }>(
    'SELECT count(*)::int AS count FROM memberships WHERE organisation_id = $1 AND roles && $2::text[]',
    [organisationId, rolesThatMay('reviews:confirm')],
  );
  return count;
}
