import type { Tx } from '../platform/database/work.js';
import type { InventedAssessment } from './invented-assessment.js';
import { insertRows } from './insert-rows.js';

export async function writeSheets(
  tx: Tx,
  buyerId: string,
  own: readonly InventedAssessment[],
): Promise<void> {
  await insertRows(
    tx,
    'answer_sheets',
    own.map(({ id, engagement, answers, actedAt }) => ({
      supplier_organisation_id: engagement.workspace.scope.organisationId,
      assessment_id: id,
      buyer_id: buyerId,
      revision: 1,
      answered: Object.keys(answers).length,
      last_saved_at: actedAt,
    })),
  );
  await insertRows(
    tx,
    'working_answers',
    own.flatMap(({ id, engagement, answers, actedAt }) => {
      const { organisationId, accountId, accountName } = engagement.workspace.scope;
      return Object.entries(answers).map(([question, answer]) => ({
        supplier_organisation_id: organisationId,
        assessment_id: id,
        question_key: question,
        state: answer.state,
        value: answer.state === 'answered' ? answer.value : null,
        comment: '',
        justification: '',
        revision: 1,
        client_key: 'generated',
        updated_by: accountId,
        updated_by_name: accountName,
        updated_at: actedAt,
      }));
    }),
  );
  await insertRows(
    tx,
    'evidence_links',
    own.flatMap(({ id, engagement, pieces, actedAt }) => {
      const { organisationId, accountId } = engagement.workspace.scope;
      return pieces.flatMap((piece) =>
        piece.questions.map((question) => ({
          organisation_id: organisationId,
          assessment_id: id,
          question_key: question,
          evidence_id: piece.id,
          linked_by: accountId,
          linked_at: actedAt,
        })),
      );
    }),
  );
}

export async function writeSubmissions(
  tx: Tx,
  buyerId: string,
  own: readonly InventedAssessment[],
): Promise<void> {
  const sent = own.flatMap((one) => (one.submission === null ? [] : [{ one, submission: one.submission }]));
  await insertRows(
    tx,
    'submissions',
    sent.map(({ one, submission }) => ({
      buyer_id: buyerId,
      supplier_organisation_id: one.engagement.workspace.scope.organisationId,
      id: submission.id,
      assessment_id: one.id,
      number: 1,
      sheet_revision: 1,
      submission_text: submission.frozen.text,
      sha256: submission.sha256,
      attested_by: one.engagement.workspace.scope.accountId,
      attested_by_name: one.engagement.workspace.scope.accountName,
      submitted_at: one.actedAt,
    })),
  );
  await insertRows(
    tx,
    'submission_pieces',
    sent.flatMap(({ one, submission }) =>
      submission.frozen.submission.pieces.map((piece) => ({
        buyer_id: buyerId,
        supplier_organisation_id: one.engagement.workspace.scope.organisationId,
        submission_id: submission.id,
        evidence_id: piece.id,
        assessment_id: one.id,
        sha256: piece.sha256,
        name: piece.name,
        kind: piece.kind,
        media_type: piece.mediaType,
        bytes: piece.bytes,
        scan_engine: 'built-in',
        scan_partial: true,
        dated_on: piece.datedOn ?? null,
        uploaded_at: one.actedAt,
        question_keys: piece.questions,
      })),
    ),
  );
}
