import { entriesOfSubmission } from '@probant/shared/answer-library/entries-of-submission';
import type { Submission } from '@probant/shared/assessments/submit';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { enterAnswers } from './enter-answers.js';

interface UntakenRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly number: number;
  readonly submitted_at: Date;
  readonly attested_by_name: string;
  readonly submission_text: string;
  readonly document_text: string;
  readonly buyer_name: string;
  readonly questionnaire_title: Localised;
  readonly version_number: number;
}

/**
 * Brings the library up to the workspace's submissions, each once and the oldest first. At submitting it is done with it; what was
 * submitted before there was a library is taken in when somebody first looks.
 */
export async function takeSubmissions(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
): Promise<void> {
  const rows = await tx.query<UntakenRow>(
    `WITH untaken AS MATERIALIZED (
       SELECT s.* FROM submissions s WHERE s.supplier_organisation_id = $1
         AND NOT EXISTS (SELECT 1 FROM library_takes t WHERE t.organisation_id = $1 AND t.submission_id = s.id))
     SELECT s.id, s.assessment_id, s.number, s.submitted_at, s.attested_by_name, s.submission_text, d.document_text,
       a.buyer_name, a.questionnaire_title, a.version_number
     FROM untaken s JOIN assessments a ON a.id = s.assessment_id
     JOIN supplier_documents d ON d.buyer_id = s.buyer_id
       AND d.sha256 = s.submission_text::jsonb #>> '{questionnaire,documentSha256}'
     ORDER BY s.submitted_at, s.id`,
    [organisationId],
  );
  for (const row of rows) if (await mark(tx, organisationId, row.id)) await take(tx, organisationId, row);
}

/** Two people who look at once: one takes it in, and the other waits and finds it taken. */
async function mark(tx: Tx, organisationId: string, submissionId: string): Promise<boolean> {
  const marked = await tx.query(
    `INSERT INTO library_takes (organisation_id, submission_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
    [organisationId, submissionId],
  );
  return marked.length > 0;
}

async function take(tx: Tx, organisationId: string, row: UntakenRow): Promise<void> {
  const document = JSON.parse(row.document_text) as SupplierQuestionnaire;
  const submission = JSON.parse(row.submission_text) as Submission;
  const givenAt = row.submitted_at.toISOString();
  const entries = entriesOfSubmission(document, submission).map((entry) => ({ ...entry, givenAt }));
  await enterAnswers(tx, organisationId, entries, {
    kind: 'submission',
    at: givenAt,
    byName: row.attested_by_name,
    assessmentId: row.assessment_id,
    submissionNumber: row.number,
    buyerName: row.buyer_name,
    questionnaireTitle: row.questionnaire_title,
    versionNumber: row.version_number,
  });
}
