import { questionsOfDocument } from '@probant/shared/answers/visibility';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Tx } from '../../platform/database/work.js';
import type { WarningQuestionResponse } from './warnings.dto.js';

export interface AskedRequest {
  readonly assessmentId: AssessmentId;
  readonly document: SupplierQuestionnaire;
}

interface Row {
  readonly id: AssessmentId;
  readonly document_text: string;
}

const tables = `FROM assessments a JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256`;

export async function readAsked(tx: Tx, buyerId: OrganisationId, id: AssessmentId): Promise<AskedRequest> {
  const row = await tx.get<Row>(
    `SELECT a.id, d.document_text ${tables} WHERE a.buyer_id = $1 AND a.id = $2`,
    [buyerId, id],
  );
  return toAsked(row);
}

/** The newest request of an engagement, if one was sent. */
export async function findAsked(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
): Promise<AskedRequest | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT a.id, d.document_text ${tables} WHERE a.buyer_id = $1 AND a.engagement_id = $2
     ORDER BY a.created_at DESC, a.id DESC LIMIT 1`,
    [buyerId, engagementId],
  );
  return row && toAsked(row);
}

function toAsked({ id, document_text }: Row): AskedRequest {
  return { assessmentId: id, document: JSON.parse(document_text) as SupplierQuestionnaire };
}

/** What the buyer has: the last submission of an engagement, with the questionnaire that it answers. */
export async function findSubmitted(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
): Promise<{ readonly document: SupplierQuestionnaire; readonly answers: GivenAnswers } | undefined> {
  const [row] = await tx.query<{ document_text: string; submission_text: string }>(
    `SELECT d.document_text, s.submission_text ${tables}
       JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
     WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1`,
    [buyerId, engagementId],
  );
  return (
    row && {
      document: JSON.parse(row.document_text) as SupplierQuestionnaire,
      answers: (JSON.parse(row.submission_text) as Submission).answers,
    }
  );
}

/** What the supplier has written so far, submitted or not. */
export async function readWorkingAnswers(
  tx: Tx,
  supplierId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<GivenAnswers> {
  const rows = await tx.query<{ question_key: string; given: GivenAnswers[string] }>(
    `SELECT question_key, jsonb_build_object('state', state, 'value', value, 'comment', comment,
       'justification', justification) AS given
     FROM working_answers WHERE supplier_organisation_id = $1 AND assessment_id = $2 AND state <> 'cleared'`,
    [supplierId, assessmentId],
  );
  return Object.fromEntries(rows.map(({ question_key, given }) => [question_key, given]));
}

export function toQuestions(questions: ReturnType<typeof questionsOfDocument>): WarningQuestionResponse[] {
  return questions.map(({ id, short, text }) => ({ id, text: { ...(short ?? text) } }));
}

export function allQuestions(document: SupplierQuestionnaire): WarningQuestionResponse[] {
  return toQuestions(questionsOfDocument(document));
}
