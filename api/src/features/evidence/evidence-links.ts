import { findQuestion } from '@probant/shared/answers/visibility';
import { checkPieceDates, type PieceDates } from '@probant/shared/evidence/check-dates';
import type { AssessmentId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { ProblemError } from '../../platform/http/problem.js';
import type { EvidenceEntity } from './evidence.entity.js';

/** The questionnaire that this workspace was asked; a problem when it was not. */
export async function getSupplierDocument(
  tx: Tx,
  scope: Scope,
  assessmentId: AssessmentId,
): Promise<SupplierQuestionnaire> {
  const { document_text } = await tx.get<{ document_text: string }>(
    `SELECT d.document_text FROM assessments a
     JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256
     WHERE a.id = $1 AND a.supplier_organisation_id = $2`,
    [assessmentId, scope.organisationId],
  );
  return JSON.parse(document_text) as SupplierQuestionnaire;
}

export async function linkPiece(
  tx: Tx,
  scope: Scope,
  {
    assessmentId,
    questionId,
    piece,
  }: { assessmentId: AssessmentId; questionId: string; piece: EvidenceEntity },
): Promise<void> {
  const { count, there } = await tx.get<{ count: string; there: boolean | null }>(
    `SELECT count(*), bool_or(evidence_id = $4) AS there FROM evidence_links
     WHERE organisation_id = $1 AND assessment_id = $2 AND question_key = $3`,
    [scope.organisationId, assessmentId, questionId, piece.id],
  );
  if (there === true) return;
  if (Number(count) >= maxCounts.evidencePerAnswer) {
    throw new ProblemError({
      code: 'invalid-input',
      errors: [{ pointer: '/questionId', code: 'too-many', params: { max: maxCounts.evidencePerAnswer } }],
    });
  }
  await tx.query(
    `INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by)
     VALUES ($1, $2, $3, $4, $5)`,
    [scope.organisationId, assessmentId, questionId, piece.id, scope.accountId],
  );
  await tx.record({
    kind: 'evidence-linked',
    assessmentId,
    questionId,
    evidenceId: piece.id,
    name: piece.name,
  });
}

export function checkQuestion(document: SupplierQuestionnaire, questionId: string, pointer: string): void {
  if (findQuestion(document, questionId) === undefined) {
    throw new ProblemError({ code: 'invalid-input', errors: [{ pointer, code: 'unknown-question' }] });
  }
}

export function checkDates(dates: PieceDates, today: string): void {
  const errors = checkPieceDates(dates, today);
  if (errors.length > 0) throw new ProblemError({ code: 'invalid-input', errors });
}
