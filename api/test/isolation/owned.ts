import { newId } from '../../src/platform/database/new-id.js';
import { givenAssessment } from '../harness/given-assessment.js';
import type { World } from '../harness/world.js';

const hash = 'ab'.repeat(32);

/** Ids of rows of one buyer (acme) and one supplier (cadran), by the name that addresses use for them. */
export interface Owned {
  readonly organisationId: string;
  readonly accountId: string;
  readonly supplierId: string;
  readonly contactId: string;
  readonly engagementId: string;
  readonly questionnaireId: string;
  readonly versionId: string;
  readonly profileId: string;
  readonly lessonId: string;
  readonly caseKey: string;
  readonly campaignId: string;
  readonly assessmentId: string;
  readonly recipientId: string;
  readonly questionId: string;
  readonly evidenceId: string;
  readonly submissionId: string;
}

export async function ownedRows(all: World): Promise<Owned> {
  const given = await givenAssessment(all);
  const [member] = await all.sql<{ account_id: string }>(
    "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{auditor}'",
    [all.acme.id],
  );
  const profiles = await all.acme.auditor.get<{ defaultProfileId: string }>('/api/profiles');
  const evidenceId = await insertPiece(all, given.assessmentId);
  return {
    organisationId: all.acme.id,
    accountId: member?.account_id ?? '',
    supplierId: given.supplierId,
    contactId: given.contactId,
    engagementId: given.engagementId,
    questionnaireId: given.questionnaireId,
    versionId: given.versionId,
    profileId: profiles.body.defaultProfileId,
    lessonId: 'R-03',
    caseKey: 'rennes',
    campaignId: given.campaignId,
    assessmentId: given.assessmentId,
    recipientId: given.recipientId,
    questionId: 'BKP-04',
    evidenceId,
    submissionId: await insertSubmission(all, given.assessmentId, evidenceId),
  };
}

async function insertPiece(all: World, assessmentId: string): Promise<string> {
  const id = newId();
  const [member] = await all.sql<{ account_id: string }>(
    'SELECT account_id FROM memberships WHERE organisation_id = $1 LIMIT 1',
    [all.cadran.id],
  );
  await all.sql(
    `INSERT INTO evidence_files (organisation_id, sha256, bytes, media_type, scan_engine, scan_partial, scanned_at)
     VALUES ($1, $2, 1, 'text/plain', 'built-in', true, now())`,
    [all.cadran.id, hash],
  );
  await all.sql(
    `INSERT INTO evidence (organisation_id, id, sha256, name, kind, uploaded_by, uploaded_by_name)
     VALUES ($1, $2, $3, 'pv.txt', 'pv_test', $4, 'cadran')`,
    [all.cadran.id, id, hash, member?.account_id],
  );
  await all.sql(
    `INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by) VALUES ($1, $2, 'BKP-04', $3, $4)`,
    [all.cadran.id, assessmentId, id, member?.account_id],
  );
  return id;
}

async function insertSubmission(all: World, assessmentId: string, evidenceId: string): Promise<string> {
  const id = newId();
  await all.sql(
    `INSERT INTO submissions (buyer_id, supplier_organisation_id, id, assessment_id, number, sheet_revision, submission_text,
       sha256, attested_by, attested_by_name, submitted_at) VALUES ($1, $2, $3, $4, 1, 0, '{}', $5, $2, 'cadran', now())`,
    [all.acme.id, all.cadran.id, id, assessmentId, hash],
  );
  await all.sql(
    `INSERT INTO submission_pieces (buyer_id, supplier_organisation_id, submission_id, evidence_id, assessment_id, sha256, name,
       kind, media_type, bytes, scan_engine, scan_partial, uploaded_at, question_keys)
     VALUES ($1, $2, $3, $4, $5, $6, 'pv.txt', 'pv_test', 'text/plain', 1, 'built-in', true, now(), '{BKP-04}')`,
    [all.acme.id, all.cadran.id, id, evidenceId, assessmentId, hash],
  );
  return id;
}
