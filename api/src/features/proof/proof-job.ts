import { Injectable } from '@nestjs/common';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { ProofKind } from '@probant/shared/proof/manifest';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import { hashFile } from '../../platform/hash/hash-file.js';
import type { JobRun } from '../../platform/jobs/job-kinds.js';
import { newId } from '../../platform/database/new-id.js';
import type { Act } from './gather-chain.js';
import { ProofGatherer } from './gather-proof.js';
import type { ProofSubject } from './proof-section.js';
import { Roots } from './roots.service.js';
import { fileNameOf, ProofSealer, type Sealed } from './seal-proof.js';
import { ZipFile } from '../../platform/files/zip-file.js';

interface Wanted {
  readonly kind: ProofKind;
  readonly subject_id: string;
  readonly engagement_id: EngagementId | null;
  readonly title: string;
  readonly owner: string;
  readonly sealed: boolean;
  readonly assessments: readonly ProofSubject[];
  readonly parts: number;
}

/** Seals one proof file: gathered, written beside the uploads, kept with the pieces, and told of in the chain. */
@Injectable()
export class ProofJob {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly roots: Roots,
    private readonly gatherer: ProofGatherer,
    private readonly sealer: ProofSealer,
  ) {}

  async run({ organisationId, payload, signal, progress }: JobRun): Promise<void> {
    const id = payload['proofFileId'] ?? '';
    const wanted = await this.work.runFor(organisationId, (tx) => findWanted(tx, organisationId, id));
    if (wanted === null || wanted.sealed) return;
    await this.roots.make();
    const acts: Act[] = [];
    let done = 0;
    const parts = this.gatherer.gather(
      {
        organisationId,
        kind: wanted.kind,
        engagementId: wanted.engagement_id,
        assessments: wanted.assessments,
      },
      acts,
    );
    const about = {
      kind: wanted.kind,
      owner: { id: organisationId, name: wanted.owner },
      subject: { id: wanted.subject_id, title: wanted.title },
    };
    const onFile = (): void => {
      done += 1;
      progress(done, Math.max(done, wanted.parts));
    };
    const zip = await ZipFile.create(this.files.workPath(newId()));
    try {
      const sealed = await this.sealer.seal(zip, { about, parts, acts, signal, onFile });
      const size = await zip.finish();
      const sha256 = await hashFile(zip.path);
      signal.throwIfAborted();
      await this.files.store.keep({ organisationId, sha256 }, { path: zip.path, size });
      await this.keep(organisationId, id, { ...sealed, title: wanted.title, bytes: size, sha256 });
      progress(done, done);
    } finally {
      await zip.discard();
    }
  }

  private keep(
    organisationId: OrganisationId,
    id: string,
    sealed: Sealed & { readonly title: string; readonly bytes: number; readonly sha256: string },
  ): Promise<void> {
    const {
      title,
      sealedAt,
      files,
      bytes,
      sha256,
      manifestSha256,
      keyFingerprint,
      timestampedAt,
      timestampProblem,
    } = sealed;
    return this.work.runFor(organisationId, async (tx) => {
      await tx.query(
        `UPDATE proof_files SET sealed_at = $3, file_name = $4, files = $5, bytes = $6, sha256 = $7, manifest_sha256 = $8,
           key_fingerprint = $9, timestamped_at = $10, timestamp_problem = $11 WHERE organisation_id = $1 AND id = $2`,
        [
          organisationId,
          id,
          sealedAt,
          fileNameOf(title, sealedAt),
          files,
          bytes,
          sha256,
          manifestSha256,
          keyFingerprint,
          timestampedAt,
          timestampProblem,
        ],
      );
      await tx.record({ kind: 'proof-sealed', proofFileId: id, title, sha256, manifestSha256 });
    });
  }
}

async function findWanted(tx: Tx, organisationId: OrganisationId, id: string): Promise<Wanted | null> {
  const [row] = await tx.query<Omit<Wanted, 'assessments' | 'parts'>>(
    `SELECT p.kind, p.subject_id, p.engagement_id, p.title, o.name AS owner, p.sealed_at IS NOT NULL AS sealed
     FROM proof_files p JOIN organisations o ON o.id = p.organisation_id WHERE p.organisation_id = $1 AND p.id = $2`,
    [organisationId, id],
  );
  if (row === undefined) return null;
  const owner = row.kind === 'request' ? 'supplier_organisation_id' : 'buyer_id';
  const subject = row.kind === 'engagement' ? 'engagement_id' : 'id';
  const assessments = await tx.query<{ id: AssessmentId; title: string; pieces: number }>(
    `SELECT a.id, a.title,
       (SELECT count(DISTINCT sha256)::int FROM submission_pieces p WHERE p.assessment_id = a.id) AS pieces
     FROM assessments a WHERE a.${owner} = $1 AND a.${subject} = $2 AND a.status <> 'prepared' ORDER BY a.created_at, a.id`,
    [organisationId, row.subject_id],
  );
  /** What the bar fills up to; never exact, and never passed. */
  const parts = assessments.reduce((sum, { pieces }) => sum + pieces + 16, 30);
  return { ...row, assessments, parts };
}
