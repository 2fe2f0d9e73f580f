import { progressOfPart, type PartProgress } from '@probant/shared/delegations/part';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Tx } from '../../platform/database/work.js';
import { readSheetAnswers, type CurrentAnswers } from '../answers/answers.public.js';
import type { DelegationEntity } from './delegations.entity.js';

/** What the progress of every part of one request is worked out from. */
export interface Sheet {
  readonly document: SupplierQuestionnaire;
  readonly answers: CurrentAnswers['answers'];
  /** Answered to the end: a table with missing rows is not. */
  readonly answered: ReadonlySet<string>;
  readonly lastSavedBy: ReadonlyMap<string, Date>;
}

export async function readSheet(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<Sheet> {
  const { document_text } = await tx.get<{ document_text: string }>(
    `SELECT d.document_text FROM assessments a
     JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256
     WHERE a.id = $1 AND a.supplier_organisation_id = $2`,
    [assessmentId, organisationId],
  );
  const rows = await tx.query<{ question_key: string }>(
    `SELECT question_key FROM working_answers
     WHERE supplier_organisation_id = $1 AND assessment_id = $2 AND state <> 'cleared' AND NOT partial`,
    [organisationId, assessmentId],
  );
  const writers = await tx.query<{ updated_by: string; last: Date }>(
    `SELECT updated_by, max(updated_at) AS last FROM working_answers
     WHERE supplier_organisation_id = $1 AND assessment_id = $2 GROUP BY updated_by`,
    [organisationId, assessmentId],
  );
  const { answers } = await readSheetAnswers(tx, organisationId, assessmentId);
  return {
    // The boundary: what was built when the request was sent.
    document: JSON.parse(document_text) as SupplierQuestionnaire,
    answers,
    answered: new Set(rows.map(({ question_key: key }) => key)),
    lastSavedBy: new Map(writers.map(({ updated_by, last }) => [updated_by, last])),
  };
}

export function progressOf(sheet: Sheet, part: DelegationEntity, today: string): PartProgress {
  return progressOfPart(sheet.document, part, sheet.answers, sheet.answered, today);
}
