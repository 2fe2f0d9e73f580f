import type { AssessmentId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import type { Submission } from '@probant/shared/assessments/submit';
import type { Day } from '@probant/shared/calendar';
import type { Tx } from '../../platform/database/work.js';
import type { CarryContent } from './carry-planner.service.js';

interface CarryRow {
  readonly id: string;
  readonly from_assessment_id: AssessmentId;
  readonly submission_id: SubmissionId;
  readonly carry_text: string;
  readonly carry_sha256: string;
  readonly submission_text: string;
}

/**
 * Opens a fresh sheet with the answers of the last submission, in the name of the workspace that submitted it; another workspace
 * that takes the request starts empty. None of them counts as answered before somebody has looked at it.
 */
export async function openCarried(
  tx: Tx,
  workspaceId: OrganisationId,
  assessmentId: AssessmentId,
  today: Day,
): Promise<void> {
  const [row] = await tx.query<CarryRow>(
    `SELECT c.id, c.from_assessment_id, c.submission_id, c.carry_text, c.carry_sha256, s.submission_text
     FROM assessment_carries c JOIN submissions s ON s.buyer_id = c.buyer_id AND s.id = c.submission_id
     WHERE c.assessment_id = $1 AND c.supplier_organisation_id = $2`,
    [assessmentId, workspaceId],
  );
  if (row === undefined) return;
  // Both frozen by the rules that wrote them.
  const content = JSON.parse(row.carry_text) as CarryContent;
  const submission = JSON.parse(row.submission_text) as Submission;
  await writeAnswers(tx, workspaceId, { assessmentId, carryId: row.id, content, submission });
  const { pieces, expired } = await linkPieces(tx, workspaceId, { assessmentId, row, content, today });
  await tx.record({
    kind: 'answers-carried',
    assessmentId,
    fromAssessmentId: row.from_assessment_id,
    questionIds: content.answers.map(({ questionId }) => questionId),
    ...{ pieces, expired, carriedSha256: row.carry_sha256 },
  });
}

/** With the author and the instant of then; `partial` keeps them out of the progress until they are saved again. */
async function writeAnswers(
  tx: Tx,
  workspaceId: OrganisationId,
  carried: {
    readonly assessmentId: AssessmentId;
    readonly carryId: string;
    readonly content: CarryContent;
    readonly submission: Submission;
  },
): Promise<void> {
  const { assessmentId, carryId, content, submission } = carried;
  const rows = content.answers.map(({ questionId, source, answer, reconfirm }) => {
    const author = submission.authors?.[source];
    return {
      question: questionId,
      state: answer.state,
      ...(answer.state === 'answered' ? { value: answer.value } : {}),
      comment: answer.comment ?? '',
      justification: answer.state === 'na' ? answer.justification : '',
      reconfirm,
      by: author?.by.id ?? submission.attestedBy.id,
      by_name: author?.by.name ?? submission.attestedBy.name,
      at: author?.at ?? submission.submittedAt,
    };
  });
  await tx.query(
    `INSERT INTO working_answers (supplier_organisation_id, assessment_id, question_key, state, value, comment, justification,
       partial, reconfirm, revision, client_key, updated_by, updated_by_name, updated_at)
     SELECT $1, $2, n.question, n.state, n.value, n.comment, n.justification, true, n.reconfirm, 1, 'carry:' || $3, n.by, n.by_name, n.at
     FROM jsonb_to_recordset($4::jsonb) AS n(question text, state text, value jsonb, comment text, justification text,
       reconfirm jsonb, by uuid, by_name text, at timestamptz)
     ON CONFLICT DO NOTHING`,
    [workspaceId, assessmentId, carryId, JSON.stringify(rows)],
  );
}

/** The piece that took another's place comes in its stead; what has expired proves nothing any more and stays where it is. */
async function linkPieces(
  tx: Tx,
  workspaceId: OrganisationId,
  given: {
    readonly assessmentId: AssessmentId;
    readonly row: CarryRow;
    readonly content: CarryContent;
    readonly today: Day;
  },
): Promise<{ readonly pieces: number; readonly expired: number }> {
  const { assessmentId, row, content, today } = given;
  return tx.get(
    `WITH RECURSIVE shown AS (
       SELECT DISTINCT i."to" AS question, p.evidence_id AS id FROM submission_pieces p
         JOIN jsonb_to_recordset($4::jsonb) AS i("from" text, "to" text) ON i."from" = ANY (p.question_keys)
         WHERE p.submission_id = $3 AND p.supplier_organisation_id = $1),
     line AS (
       SELECT question, id, 0 AS step FROM shown
       UNION ALL SELECT l.question, n.id, l.step + 1 FROM line l JOIN evidence n
         ON n.organisation_id = $1 AND n.supersedes_id = l.id WHERE l.step < 100),
     last AS (
       SELECT l.question, e.id, e.uploaded_by, e.expires_on IS NOT NULL AND e.expires_on < $5::date AS expired
       FROM line l JOIN evidence e ON e.organisation_id = $1 AND e.id = l.id
       WHERE NOT EXISTS (SELECT 1 FROM evidence n WHERE n.organisation_id = $1 AND n.supersedes_id = e.id)),
     linked AS (
       INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by)
       SELECT DISTINCT $1::uuid, $2::uuid, question, id, uploaded_by FROM last WHERE NOT expired
       ON CONFLICT DO NOTHING RETURNING evidence_id)
     SELECT (SELECT count(DISTINCT evidence_id) FROM linked)::int AS pieces,
       (SELECT count(DISTINCT id) FROM last WHERE expired)::int AS expired`,
    [workspaceId, assessmentId, row.submission_id, JSON.stringify(content.links), today],
  );
}
