import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { ProofKind } from '@probant/shared/proof/manifest';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail, found } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { JobRun } from '../../platform/jobs/job-kinds.js';
import { isProblemCode } from '@probant/shared/problems';
import type {
  ProofFileListResponse,
  ProofFileResponse,
  ProofFilesQuery,
  SealProofRequest,
} from './proof.dto.js';
import { ProofJob } from './proof-job.js';
import { Roots } from './roots.service.js';

export type ProofFileId = string & { readonly proofFile?: never };

interface Subject {
  readonly kind: ProofKind;
  readonly id: string;
  readonly engagementId: EngagementId | null;
  readonly title: string;
}

/** Proof files of one's own organisation: asked for, watched, given up, downloaded. */
@Injectable()
export class ProofFiles implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly job: ProofJob,
    private readonly roots: Roots,
  ) {}

  onModuleInit(): void {
    this.jobs.handle({ name: 'seal-proof', run: (run: JobRun) => this.job.run(run) });
    this.jobs.every({
      name: 'merkle-roots',
      cron: '0 * * * *',
      run: async () => {
        await this.roots.make();
      },
    });
  }

  list(scope: Scope, { engagementId, assessmentId }: ProofFilesQuery): Promise<ProofFileListResponse> {
    return this.work.run(scope, async (tx) => ({
      items: await readFiles(
        tx,
        scope.organisationId,
        `($2::uuid IS NULL OR p.engagement_id = $2) AND ($3::uuid IS NULL OR p.subject_id = $3)`,
        [engagementId ?? null, assessmentId ?? null],
      ),
    }));
  }

  read(scope: Scope, id: string): Promise<ProofFileResponse> {
    return this.work.run(scope, (tx) => readFile(tx, scope.organisationId, id));
  }

  seal(scope: Scope, input: SealProofRequest): Promise<ProofFileResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const subject = await findSubject(tx, scope, input);
      const id = newId();
      const wanted = { name: 'seal-proof', payload: { proofFileId: id }, wantedBy: accountId };
      const jobId = await this.jobs.add(tx, organisationId, wanted);
      await tx.query(
        `INSERT INTO proof_files (organisation_id, id, kind, subject_id, engagement_id, title, job_id, wanted_by, wanted_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          organisationId,
          id,
          subject.kind,
          subject.id,
          subject.engagementId,
          subject.title,
          jobId,
          accountId,
          accountName,
        ],
      );
      await tx.record({ kind: 'proof-requested', proofFileId: id, title: subject.title });
      return readFile(tx, organisationId, id);
    });
  }

  cancel(scope: Scope, id: string): Promise<ProofFileResponse> {
    return this.work.run(scope, async (tx) => {
      const file = await readFile(tx, scope.organisationId, id);
      if (file.state !== 'queued' && file.state !== 'running') return file;
      const [row] = await tx.query<{ job_id: string }>(
        'SELECT job_id FROM proof_files WHERE organisation_id = $1 AND id = $2',
        [scope.organisationId, id],
      );
      await this.jobs.cancel(tx, scope.organisationId, found(row).job_id);
      await tx.record({ kind: 'proof-given-up', proofFileId: id, title: file.title });
      return readFile(tx, scope.organisationId, id);
    });
  }

  async open(scope: Scope, id: string): Promise<{ name: string; file: StoredFile }> {
    const { fileName, sha256 } = await this.work.run(scope, async (tx) => {
      const sealed = await readFile(tx, scope.organisationId, id);
      if (sealed.sha256 === null || sealed.fileName === null) return fail('not-found');
      await tx.record({
        kind: 'proof-downloaded',
        proofFileId: id,
        title: sealed.title,
        sha256: sealed.sha256,
      });
      return { fileName: sealed.fileName, sha256: sealed.sha256 };
    });
    const file = await this.files.store.find({ organisationId: scope.organisationId, sha256 });
    return file === undefined ? fail('file-corrupted') : { name: fileName, file };
  }
}

/** A buyer's engagement or one of its assessments; a supplier's request that it accepted. */
async function findSubject(tx: Tx, scope: Scope, { kind, id }: SealProofRequest): Promise<Subject> {
  const { organisationId, organisationKind } = scope;
  if ((kind === 'request') !== (organisationKind === 'supplier'))
    return fail('invalid-input', { errors: [{ pointer: '/kind', code: 'not-a-choice' }] });
  if (kind === 'engagement') {
    const [row] = await tx.query<{ title: string }>(
      `SELECT e.name || ' (' || s.name || ')' AS title FROM engagements e
       JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
       WHERE e.organisation_id = $1 AND e.id = $2`,
      [organisationId, id],
    );
    return { kind, id, engagementId: id as EngagementId, title: found(row).title };
  }
  const owner = kind === 'request' ? 'supplier_organisation_id' : 'buyer_id';
  const [row] = await tx.query<{ title: string; id: AssessmentId; engagement_id: EngagementId }>(
    `SELECT title, id, engagement_id FROM assessments WHERE ${owner} = $1 AND id = $2 AND status <> 'prepared'`,
    [organisationId, id],
  );
  const { title, engagement_id: engagementId } = found(row);
  return { kind, id, engagementId: kind === 'request' ? null : engagementId, title };
}

async function readFile(tx: Tx, organisationId: OrganisationId, id: string): Promise<ProofFileResponse> {
  return found((await readFiles(tx, organisationId, 'p.id = $2', [id]))[0]);
}

type Row = Omit<ProofFileResponse, 'problem'> & { readonly problem: string | null };

async function readFiles(
  tx: Tx,
  organisationId: OrganisationId,
  condition: string,
  more: readonly (string | null)[],
): Promise<ProofFileResponse[]> {
  const rows = await tx.query<Row>(
    `SELECT p.id, p.kind, p.subject_id AS "subjectId", p.title, p.wanted_by_name AS "wantedByName",
       instant_text(p.wanted_at) AS "wantedAt", j.state, j.done, j.total, j.problem,
       instant_text(p.sealed_at) AS "sealedAt", p.file_name AS "fileName", p.files, p.bytes::float8 AS bytes, p.sha256,
       p.manifest_sha256 AS "manifestSha256", p.key_fingerprint AS "keyFingerprint",
       instant_text(p.timestamped_at) AS "timestampedAt", p.timestamp_problem AS "timestampProblem"
     FROM proof_files p JOIN jobs j ON j.organisation_id = p.organisation_id AND j.id = p.job_id
     WHERE p.organisation_id = $1 AND ${condition} ORDER BY p.wanted_at DESC, p.id DESC LIMIT 200`,
    [organisationId, ...more],
  );
  return rows.map((row) => ({
    ...row,
    problem:
      row.problem !== null && isProblemCode(row.problem) ? row.problem : row.problem && 'internal-error',
  }));
}
