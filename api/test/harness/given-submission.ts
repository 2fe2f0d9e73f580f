import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deriveCompletion } from '@probant/shared/answers/completion';
import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';
import {
  piecesByQuestion,
  decideSubmission,
  type PieceToSubmit,
  type Submission,
} from '@probant/shared/assessments/submit';
import { parisDay } from '@probant/shared/calendar';
import type { EvidenceId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import { newId } from '../../src/platform/database/new-id.js';
import { Files } from '../../src/platform/files/files.js';
import { givenAssessment, type AssessmentWish, type GivenAssessment } from './given-assessment.js';
import { sha256 } from './read-chain.js';
import type { World } from './world.js';

export interface PieceWish {
  /** The questions it stands beside. */
  readonly questions: readonly string[];
  readonly name?: string;
  readonly kind?: string;
  readonly datedOn?: string;
  readonly expiresOn?: string;
  readonly content?: string;
}

export interface SubmissionWish extends AssessmentWish {
  /** A question that must be answered and is not named here is refused. */
  readonly answers?: GivenAnswers;
  readonly pieces?: readonly PieceWish[];
}

export interface GivenSubmission extends GivenAssessment {
  readonly submissionId: SubmissionId;
  readonly submission: Submission;
  readonly submissionSha256: string;
  /** In the order of the wish. */
  readonly pieces: readonly (PieceToSubmit & { readonly id: EvidenceId })[];
}

/** A request that was answered and submitted; its status is 'submitted' unless told. */
export async function givenSubmission(all: World, wish: SubmissionWish = {}): Promise<GivenSubmission> {
  const given = await givenAssessment(all, { ...wish, status: 'in-progress' });
  const submitted = await submitsAgain(all, given, wish);
  if (wish.status !== undefined) await setStatus(all, given.assessmentId, wish.status);
  return submitted;
}

/** The next submission of a request, frozen as the rule freezes it. */
export async function submitsAgain(
  all: World,
  given: GivenAssessment,
  wish: Pick<SubmissionWish, 'answers' | 'pieces'> = {},
): Promise<GivenSubmission> {
  const pieces: (PieceToSubmit & { id: EvidenceId })[] = [];
  for (const piece of wish.pieces ?? []) pieces.push(await insertPiece(all, given, piece));
  const [row] = await all.sql<Frame>(
    `SELECT a.submissions, a.version_sha256, b.name AS buyer, s.name AS supplier, m.account_id
     FROM assessments a JOIN organisations b ON b.id = a.buyer_id JOIN organisations s ON s.id = $2
       JOIN memberships m ON m.organisation_id = s.id AND 'supplier-admin' = ANY (m.roles) WHERE a.id = $1`,
    [given.assessmentId, given.supplierOrganisationId],
  );
  if (!row) throw new Error('no assessment to submit');
  const at = all.clock.now().toISOString();
  const decision = decideSubmission({
    assessmentId: given.assessmentId,
    progress: { status: 'in-progress', submissions: row.submissions, accepted: true },
    document: given.questionnaire,
    documentSha256: given.documentSha256,
    versionSha256: row.version_sha256,
    answers: completed(given, wish.answers ?? {}, pieces, at),
    authors: {},
    pieces,
    toReconfirm: [],
    sheetRevision: row.submissions,
    seenRevision: row.submissions,
    attested: true,
    at,
    buyer: { id: given.buyerId, name: row.buyer },
    supplier: { id: given.supplierOrganisationId, name: row.supplier },
    attestedBy: { id: row.account_id, name: `supplier-admin ${row.supplier}` },
  });
  if (!decision.accepted) throw new Error(`cannot be submitted: ${JSON.stringify(decision.refusal)}`);
  const { submission, text } = decision.value;
  const submissionId = newId<SubmissionId>();
  await insertSubmission(all, given, { submissionId, submission, text });
  return { ...given, submissionId, submission, submissionSha256: sha256(text), pieces };
}

/** Moves the row without the acts that lead there; tests of those acts are elsewhere. */
export async function setStatus(
  all: Pick<World, 'sql'>,
  assessmentId: string,
  status: string,
): Promise<void> {
  await all.sql('UPDATE assessments SET status = $2 WHERE id = $1', [assessmentId, status]);
}

interface Frame {
  readonly submissions: number;
  readonly version_sha256: string;
  readonly buyer: string;
  readonly supplier: string;
  readonly account_id: string;
}

function completed(
  given: GivenAssessment,
  answers: GivenAnswers,
  pieces: readonly PieceToSubmit[],
  at: string,
): GivenAnswers {
  const all: Record<string, GivenAnswer> = { ...answers };
  for (;;) {
    const { mustAnswer } = deriveCompletion(given.questionnaire, all, piecesByQuestion(pieces), parisDay(at));
    if (mustAnswer.length === 0) return all;
    for (const id of mustAnswer) all[id] = { state: 'refused' };
  }
}

async function insertPiece(
  all: World,
  given: GivenAssessment,
  wish: PieceWish,
): Promise<PieceToSubmit & { id: EvidenceId }> {
  const organisationId = given.supplierOrganisationId as OrganisationId;
  const name = wish.name ?? 'pv.txt';
  const content = wish.content ?? `${name} ${newId()}`;
  const bytes = Buffer.byteLength(content);
  const hash = sha256(content);
  const id = newId<EvidenceId>();
  await storeFile(all, { organisationId, sha256: hash, content });
  await all.sql(
    `INSERT INTO evidence_files (organisation_id, sha256, bytes, media_type, scan_engine, scan_partial, scanned_at)
     VALUES ($1, $2, $3, 'text/plain', 'built-in', true, $4) ON CONFLICT DO NOTHING`,
    [organisationId, hash, bytes, all.clock.now()],
  );
  await all.sql(
    `INSERT INTO evidence (organisation_id, id, sha256, name, kind, dated_on, expires_on, uploaded_by, uploaded_by_name, submitted_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, m.account_id, 'Léa Martin', $8 FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
    [
      organisationId,
      id,
      hash,
      name,
      wish.kind ?? 'pv_test',
      wish.datedOn ?? null,
      wish.expiresOn ?? null,
      all.clock.now(),
    ],
  );
  const { datedOn, expiresOn } = wish;
  return {
    id,
    name,
    kind: wish.kind ?? 'pv_test',
    sha256: hash,
    mediaType: 'text/plain',
    bytes,
    questions: wish.questions,
    ...(datedOn === undefined ? {} : { datedOn }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

async function storeFile(
  all: World,
  file: { organisationId: OrganisationId; sha256: string; content: string },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'probant-piece-'));
  try {
    const place = path.join(folder, 'piece');
    await writeFile(place, file.content);
    const { organisationId, sha256: hash, content } = file;
    await all.app
      .get(Files)
      .store.keep({ organisationId, sha256: hash }, { path: place, size: Buffer.byteLength(content) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function insertSubmission(
  all: World,
  given: GivenAssessment,
  { submissionId, submission, text }: { submissionId: SubmissionId; submission: Submission; text: string },
): Promise<void> {
  const { buyerId, supplierOrganisationId, assessmentId } = given;
  const { number, sheetRevision, attestedBy, submittedAt } = submission;
  await all.sql(
    `INSERT INTO submissions (buyer_id, supplier_organisation_id, id, assessment_id, number, sheet_revision, submission_text,
       sha256, attested_by, attested_by_name, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      buyerId,
      supplierOrganisationId,
      submissionId,
      assessmentId,
      number,
      sheetRevision,
      text,
      sha256(text),
      attestedBy.id,
      attestedBy.name,
      submittedAt,
    ],
  );
  for (const { id, questions } of submission.pieces) {
    await all.sql(
      `INSERT INTO submission_pieces (buyer_id, supplier_organisation_id, submission_id, evidence_id, assessment_id, sha256,
         name, kind, media_type, bytes, scan_engine, scan_partial, dated_on, expires_on, uploaded_at, question_keys)
       SELECT $1, $2, $3, e.id, $4, e.sha256, e.name, e.kind, f.media_type, f.bytes, f.scan_engine, f.scan_partial, e.dated_on,
         e.expires_on, e.uploaded_at, $6 FROM evidence e
         JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256 WHERE e.id = $5`,
      [buyerId, supplierOrganisationId, submissionId, assessmentId, id, questions],
    );
  }
  await all.sql(
    "UPDATE assessments SET status = 'submitted', submissions = submissions + 1, status_at = $2 WHERE id = $1",
    [assessmentId, submittedAt],
  );
}
