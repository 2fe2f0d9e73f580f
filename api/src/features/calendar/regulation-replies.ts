import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Admission, Reply } from '@probant/shared/obligations/admission';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import type { AdmissionResponse, RegulationQuestionResponse } from './calendar.dto.js';
import type { ObligationRow } from './calendar-list.js';

interface AskedRow {
  readonly assessmentId: AssessmentId;
  readonly clarificationId: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly body: string;
}

/** More of a thread than this is read in the thread. */
const maxReplies = 20;

/** The question with what the supplier wrote in its thread since, and what was filed of it last. */
export async function findAsked(
  tx: Tx,
  organisationId: OrganisationId,
  row: Pick<ObligationRow, 'engagementId' | 'key'>,
): Promise<RegulationQuestionResponse | null> {
  const [asked] = await tx.query<AskedRow>(
    `SELECT q.assessment_id AS "assessmentId", q.clarification_id AS "clarificationId", q.asked_by_name AS "askedByName",
       q.asked_at AS "askedAt", c.body
     FROM regulation_questions q JOIN clarifications c ON c.buyer_id = q.organisation_id AND c.id = q.clarification_id
     WHERE q.organisation_id = $1 AND q.engagement_id = $2 AND q.key = $3`,
    [organisationId, row.engagementId, row.key],
  );
  if (asked === undefined) return null;
  const { assessmentId, askedByName, askedAt, body, clarificationId } = asked;
  return {
    ...{ assessmentId, askedByName, body },
    askedAt: askedAt.toISOString(),
    replies: await listReplies(tx, organisationId, clarificationId),
    admission: await lastAdmission(tx, organisationId, row),
  };
}

async function listReplies(
  tx: Tx,
  organisationId: OrganisationId,
  clarificationId: string,
): Promise<Reply[]> {
  const rows = await tx.query<{ id: string; body: string; byName: string; at: Date }>(
    `SELECT m.id, m.body, m.author_name AS "byName", m.at FROM clarifications c JOIN clarifications m
       ON m.buyer_id = c.buyer_id AND m.assessment_id = c.assessment_id AND m.question_key = c.question_key
       AND m.author_organisation_id <> c.buyer_id AND m.at > c.at
     WHERE c.buyer_id = $1 AND c.id = $2 ORDER BY m.at, m.id LIMIT ${maxReplies}`,
    [organisationId, clarificationId],
  );
  return rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString(), sha256: sha256(one.body) }));
}

async function lastAdmission(
  tx: Tx,
  organisationId: OrganisationId,
  { engagementId, key }: Pick<ObligationRow, 'engagementId' | 'key'>,
): Promise<AdmissionResponse | null> {
  const [row] = await tx.query<{ number: number; admission: Admission; filedByName: string; filedAt: Date }>(
    `SELECT number, admission, filed_by_name AS "filedByName", filed_at AS "filedAt" FROM regulation_admissions
     WHERE organisation_id = $1 AND engagement_id = $2 AND key = $3 ORDER BY number DESC LIMIT 1`,
    [organisationId, engagementId, key],
  );
  if (row === undefined) return null;
  const { number, filedByName, filedAt, admission } = row;
  const { clarificationId, words, saidByName, saidAt, messageSha256, changeBy } = admission;
  return {
    ...{ number, clarificationId, words, saidByName, saidAt, messageSha256, changeBy, filedByName },
    filedAt: filedAt.toISOString(),
  };
}
