import type { OrganisationId } from '@probant/shared/ids';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { givenDrill } from '../harness/given-drill.js';
import { givenIncident } from '../harness/given-incident.js';
import { aCertificate } from '../harness/given-certificate.js';
import { givenNotice } from '../harness/given-notice.js';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { givenSubmission, type GivenSubmission } from '../harness/given-submission.js';
import { givenCheck } from '../harness/given-check.js';
import { givenWarning } from '../harness/given-warning.js';
import { Arrivals } from '../../src/features/reviews/reviews.public.js';
import type { World } from '../harness/world.js';
import { givenIntegrations, type OwnedIntegrations } from './integration-cases.js';

/** Ids of rows of one buyer (acme) and one supplier (cadran), by the name that addresses use for them. */
export interface Owned extends OwnedIntegrations {
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
  readonly delegationId: string;
  readonly fileId: string;
  readonly recipientId: string;
  readonly questionId: string;
  readonly evidenceId: string;
  readonly submissionId: string;
  readonly findingId: string;
  readonly snapshotId: string;
  readonly clauseId: string;
  readonly documentId: string;
  readonly warningId: string;
  readonly pieceId: string;
  readonly proofFileId: string;
  readonly reportId: string;
  readonly scheduleId: string;
  readonly authorisationId: string;
  readonly drillId: string;
  readonly dropId: string;
  readonly recordId: string;
  readonly incidentId: string;
  readonly certificateId: string;
  readonly procedureId: string;
  readonly noticeId: string;
  readonly noticePieceId: string;
  readonly letterKind: string;
  readonly checkId: string;
  readonly place: string;
  readonly obligationId: string;
  readonly importId: string;
  readonly entryId: string;
  readonly fingerprint: string;
  readonly dryRunId: string;
  readonly moveId: string;
  readonly nodeId: string;
  readonly viewId: string;
}

export async function ownedRows(all: World): Promise<Owned> {
  const given = await givenSubmission(all, {
    answers: { 'BKP-02': { state: 'answered', value: 24 } },
    pieces: [{ questions: ['BKP-04'] }],
  });
  await all.app.get(Arrivals).run();
  const documentId = await givenDocument(all, given.engagementId);
  const notice = await givenNotice(all, given.engagementId);
  const [member] = await all.sql<{ account_id: string }>(
    "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{auditor}'",
    [all.acme.id],
  );
  const profiles = await all.acme.auditor.get<{ defaultProfileId: string }>('/api/profiles');
  const drill = await givenDrill(all, given.engagementId, { recorded: true });
  const incidentId = await givenIncident(all, given.engagementId);
  return {
    ...drill,
    incidentId,
    organisationId: all.acme.id,
    accountId: member?.account_id ?? '',
    supplierId: given.supplierId,
    // A company of a chain stands under the id of its record.
    nodeId: given.supplierId,
    ...(await givenIntegrations(all)),
    contactId: given.contactId,
    engagementId: given.engagementId,
    questionnaireId: given.questionnaireId,
    versionId: given.versionId,
    profileId: profiles.body.defaultProfileId,
    lessonId: 'R-03',
    caseKey: 'rennes',
    campaignId: given.campaignId,
    assessmentId: given.assessmentId,
    fileId: await givenMessageFile(all, given.assessmentId),
    delegationId: await givenPart(all, given.assessmentId),
    recipientId: given.recipientId,
    questionId: 'BKP-04',
    evidenceId: given.pieces[0]?.id ?? '',
    submissionId: given.submissionId,
    findingId: await idOf(all, 'findings', given.assessmentId),
    snapshotId: await idOf(all, 'score_snapshots', given.assessmentId),
    clauseId: 'CL-12',
    documentId,
    ...(await givenWarning(all, given)),
    ...(await lostCertificate(all, given)),
    proofFileId: await sealedFile(all, given.assessmentId),
    ...(await givenReports(all)),
    noticeId: notice.noticeId,
    noticePieceId: notice.pieceId,
    letterKind: 'formal-notice',
    ...(await givenCheck(all, given)),
    obligationId: await givenObligation(all, given.engagementId),
    importId: await givenImport(all),
    ...(await givenLibrary(all)),
    ...(await movedBefore(all, given)),
    viewId: await givenView(all),
  };
}

async function givenView(all: World): Promise<string> {
  const { body } = await all.acme.buyer.post<{ items: { id: string }[] }>('/api/portfolio/views', {
    name: 'Notes E',
    filters: { grade: 'E' },
    shared: true,
  });
  return body.items[0]?.id ?? '';
}

/** A file that the buyer sent with a message. */
async function givenMessageFile(all: World, assessmentId: string): Promise<string> {
  const sent = all.acme.buyer.finish<{ threads: { messages: { files: { id: string }[] }[] }[] }>(
    await all.acme.buyer
      .start('post', `/api/assessments/${assessmentId}/clarifications/files`)
      .field('questionId', 'BKP-04')
      .attach('file', Buffer.from('Voir le relevé joint.'), 'releve.txt'),
  );
  return sent.body.threads[0]?.messages[0]?.files[0]?.id ?? '';
}

/** A part in the hands of somebody who never came. */
async function givenPart(all: World, assessmentId: string): Promise<string> {
  const [row] = await all.sql<{ id: string }>(
    `INSERT INTO delegations (supplier_organisation_id, id, assessment_id, name, email, language, note, themes, questions,
       token_hash, expires_at, created_by, created_by_name, created_at)
     SELECT $1, gen_random_uuid(), $2, 'Anne Morel', 'anne.morel@cadran.example', 'fr', '', '{BKP}', '{}',
       '\\x00', '2027-01-01', account_id, 'x', now() FROM memberships WHERE organisation_id = $1 LIMIT 1 RETURNING id`,
    [all.cadran.id, assessmentId],
  );
  return row?.id ?? '';
}

async function givenDocument(all: World, engagementId: string): Promise<string> {
  const reply = all.acme.buyer.finish<{ items: { id: string }[] }>(
    await all.acme.buyer
      .start('post', `/api/engagements/${engagementId}/contract/documents`)
      .attach(
        'file',
        Buffer.from('Le prestataire informe le client sous 24 heures de tout incident.'),
        'contrat.txt',
      ),
  );
  return reply.body.items[0]?.id ?? '';
}

async function givenImport(all: World): Promise<string> {
  const { buyer } = all.acme;
  const file = Buffer.from('{"questionnaire": [{"type": "box", "id": "who", "text": "Who?"}]}');
  const sent = await buyer.start('post', '/api/questionnaire-imports').attach('file', file, 'site.json');
  await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  return buyer.finish<{ id: string }>(sent).body.id;
}

async function sealedFile(all: World, id: string): Promise<string> {
  const { body } = await all.acme.buyer.post<{ id: string }>('/api/proof-files', { kind: 'assessment', id });
  await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  return body.id;
}

/** A report that was made, and one that comes round. */
async function givenReports(all: World): Promise<Pick<Owned, 'reportId' | 'scheduleId'>> {
  const { buyer } = all.acme;
  const asked = await buyer.post<{ id: string }>('/api/reports', { kind: 'portfolio' });
  await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  const { items } = (await buyer.get<{ items: { accountId: string }[] }>('/api/report-schedules/readers'))
    .body;
  const set = await buyer.post<{ id: string }>('/api/report-schedules', {
    ...{ kind: 'board', language: 'fr', frequency: 'monthly' },
    recipients: items.slice(0, 1).map(({ accountId }) => accountId),
  });
  return { reportId: asked.body.id, scheduleId: set.body.id };
}

/** A certificate of the supplier, and the procedure that its loss opened for the engagement. */
async function lostCertificate(
  all: World,
  { supplierId, engagementId }: { readonly supplierId: string; readonly engagementId: string },
): Promise<Pick<Owned, 'certificateId' | 'procedureId'>> {
  const { body } = await all.acme.buyer.post<{ id: string }>('/api/certificates', aCertificate(supplierId));
  const [procedure] = await all.sql<{ id: string }>(
    `INSERT INTO loss_procedures (organisation_id, id, engagement_id, certificate_id, cause, lost_on, opened_at)
     VALUES ($1, gen_random_uuid(), $2, $3, 'withdrawn', '2026-11-01', now()) RETURNING id`,
    [all.acme.id, engagementId, body.id],
  );
  return { certificateId: body.id, procedureId: procedure?.id ?? '' };
}

/** An answer of the supplier's library, and a signer that its workspace knows. */
async function givenLibrary(all: World): Promise<Pick<Owned, 'entryId' | 'fingerprint'>> {
  const supplier = all.cadran['supplier-admin'];
  const { body } = await supplier.get<{ items: { id: string }[] }>('/api/answer-library');
  const fingerprint = 'a'.repeat(64);
  await supplier.post('/api/answer-packs/signers', { fingerprint, name: 'Ailleurs' });
  return { entryId: body.items[0]?.id ?? '', fingerprint };
}

/** A dry run of the version, and a move that the assessment made before it was submitted. */
async function movedBefore(
  all: World,
  { assessmentId, versionId, documentSha256, supplierOrganisationId }: GivenSubmission,
): Promise<Pick<Owned, 'dryRunId' | 'moveId'>> {
  const [run] = await all.sql<{ id: string }>(
    `WITH job AS (INSERT INTO jobs (organisation_id, id, name, payload, state)
       VALUES ($1, gen_random_uuid(), 'dry-run', '{}', 'done') RETURNING id)
     INSERT INTO dry_runs (organisation_id, id, version_id, job_id, wanted_by, wanted_by_name)
     SELECT $1, gen_random_uuid(), $2, job.id, gen_random_uuid(), 'buyer' FROM job RETURNING id`,
    [all.acme.id, versionId],
  );
  const [move] = await all.sql<{ id: string }>(
    `INSERT INTO version_moves (buyer_id, id, assessment_id, number, supplier_organisation_id, from_number,
       from_version_sha256, from_document_sha256, from_question_count, to_number, to_version_sha256, to_document_sha256,
       after_submissions, changes_text, changes_sha256, moved_by_name)
     VALUES ($1, gen_random_uuid(), $2, 1, $4, 1, $3, $3, 1, 2, $3, $3, 0, '{"changes":[],"format":1}', $3, 'buyer')
     RETURNING id`,
    [all.acme.id, assessmentId, documentSha256, supplierOrganisationId],
  );
  return { dryRunId: run?.id ?? '', moveId: move?.id ?? '' };
}

async function givenObligation(all: World, engagementId: string): Promise<string> {
  await all.acme.buyer.put(`/api/engagements/${engagementId}/contract/terms`, {
    terms: { ...emptyTerms('Contrat'), endsOn: '2027-12-31' },
    reason: '',
    number: 0,
  });
  const { body } = await all.acme.buyer.get<{ items: { id: string }[] }>('/api/calendar?kind=go-no-go');
  return body.items[0]?.id ?? '';
}

async function idOf(all: World, table: string, assessmentId: string): Promise<string> {
  const [row] = await all.sql<{ id: string }>(`SELECT id FROM ${table} WHERE assessment_id = $1 LIMIT 1`, [
    assessmentId,
  ]);
  if (!row) throw new Error(`no row of ${table}`);
  return row.id;
}
