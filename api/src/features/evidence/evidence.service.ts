import { Injectable } from '@nestjs/common';
import type { AssessmentId, EvidenceId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail, found, ProblemError } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import type {
  ChangeEvidenceRequest,
  EvidenceChangedResponse,
  EvidenceResponse,
  SupersedeRequest,
  UploadRequest,
} from './evidence.dto.js';
import { EvidenceEntity } from './evidence.entity.js';
import { keepFile } from './keep-file.js';
import { checkDates, checkQuestion, getSupplierDocument, linkPiece } from './evidence-links.js';
import { findSameFile, getPiece, listPieces } from './pieces.js';
import { lockSheet, moveSheet } from './sheet-writing.js';

/** The supplier's pieces: stored once per workspace, linked to many questions, superseded and never deleted. */
@Injectable()
export class Evidence {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, assessmentId: AssessmentId): Promise<EvidenceResponse[]> {
    return this.work.run(scope, async (tx) => {
      await getSupplierDocument(tx, scope, assessmentId);
      return listPieces(tx, scope, assessmentId);
    });
  }

  /** Refuses before the first byte of an upload that could not be kept anyway. */
  async admit(scope: Scope, assessmentId: AssessmentId): Promise<void> {
    await this.work.run(scope, (tx) => lockSheet(tx, scope, assessmentId));
  }

  async add(
    scope: Scope,
    assessmentId: AssessmentId,
    upload: Upload<UploadRequest>,
  ): Promise<EvidenceChangedResponse> {
    const questionIds = upload.fields.questionIds ?? [];
    const taken = await this.examine(scope, upload, async () => {
      const document = await this.work.run(scope, (tx) => getSupplierDocument(tx, scope, assessmentId));
      questionIds.forEach((id, index) => checkQuestion(document, id, `/questionIds/${index}`));
      // Beside no question, or beside one of another part, it would be out of their sight at once.
      if (scope.delegation !== null && questionIds.length === 0) fail('not-found');
      if (!questionIds.every((id) => reaches(scope, id))) fail('not-found');
    });
    return this.keep(scope, assessmentId, taken, async (tx) => {
      const same = await findSameFile(tx, scope, {
        assessmentId,
        questionIds,
        sha256: taken.received.sha256,
      });
      const piece =
        same === undefined
          ? await this.insert(tx, scope, taken, upload.fields, null)
          : await this.lock(tx, scope, same);
      for (const questionId of questionIds) await linkPiece(tx, scope, { assessmentId, questionId, piece });
      return piece.id;
    });
  }

  /** A piece that stands beside no answer: whoever asked for it says in the same transaction what it proves. */
  async addApart<T>(
    scope: Scope,
    upload: Upload<SupersedeRequest>,
    write: (tx: Tx, piece: EvidenceEntity, taken: TakenFile) => Promise<T>,
  ): Promise<T> {
    const taken = await this.examine(scope, upload);
    return this.store(scope, taken, async (tx) => {
      const piece = await this.insert(tx, scope, taken, upload.fields, null);
      // The other side reads it from now on: it is superseded at most.
      piece.submittedAt = this.clock.now();
      await tx.manager.save(piece);
      return write(tx, piece, taken);
    });
  }

  /** A newer piece takes the older one's place in every request that still takes changes; the older one stays. */
  async supersede(
    scope: Scope,
    ids: { assessmentId: AssessmentId; evidenceId: EvidenceId },
    upload: Upload<SupersedeRequest>,
  ): Promise<EvidenceChangedResponse> {
    const taken = await this.examine(scope, upload);
    return this.keep(scope, ids.assessmentId, taken, async (tx) => {
      const older = await this.lock(tx, scope, ids.evidenceId);
      if (older.supersededAt !== null) fail('stale-revision');
      const { questionIds } = await getPiece(tx, scope, ids.assessmentId, older.id);
      const same = await findSameFile(tx, scope, {
        assessmentId: ids.assessmentId,
        questionIds,
        sha256: taken.received.sha256,
        butNot: older.id,
      });
      const newer =
        same === undefined
          ? await this.insert(tx, scope, taken, upload.fields, older.id)
          : await this.lock(tx, scope, same);
      Object.assign(older, { supersededAt: this.clock.now(), revision: older.revision + 1 });
      await tx.save(older, {
        kind: 'evidence-superseded',
        evidenceId: older.id,
        name: older.name,
        byEvidenceId: newer.id,
        byName: newer.name,
      });
      await tx.query(
        `WITH open_links AS (
           DELETE FROM evidence_links l USING assessments a
           WHERE l.organisation_id = $1 AND l.evidence_id = $2 AND a.id = l.assessment_id
             AND a.status IN ('sent', 'opened', 'in-progress', 'returned')
           RETURNING l.assessment_id, l.question_key)
         INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by)
         SELECT $1, assessment_id, question_key, $3, $4 FROM open_links ON CONFLICT DO NOTHING`,
        [scope.organisationId, older.id, newer.id, scope.accountId],
      );
      return newer.id;
    });
  }

  change(
    scope: Scope,
    { assessmentId, evidenceId }: { assessmentId: AssessmentId; evidenceId: EvidenceId },
    request: ChangeEvidenceRequest,
  ): Promise<EvidenceChangedResponse> {
    return this.work.run(scope, async (tx) => {
      await lockSheet(tx, scope, assessmentId);
      const piece = await this.lock(tx, scope, evidenceId);
      if (piece.submittedAt !== null) fail('evidence-submitted');
      if (piece.revision !== request.revision) fail('stale-revision');
      checkDates(request, this.clock.today());
      const fields = (['kind', 'datedOn', 'expiresOn'] as const).filter(
        (field) => piece[field] !== request[field],
      );
      Object.assign(piece, {
        kind: request.kind,
        datedOn: request.datedOn,
        expiresOn: request.expiresOn,
        revision: piece.revision + 1,
      });
      await tx.save(piece, { kind: 'evidence-changed', evidenceId, name: piece.name, fields });
      return this.moved(tx, scope, assessmentId, evidenceId);
    });
  }

  link(
    scope: Scope,
    ids: { assessmentId: AssessmentId; evidenceId: EvidenceId },
    questionId: string,
  ): Promise<EvidenceChangedResponse> {
    return this.work.run(scope, async (tx) => {
      await lockSheet(tx, scope, ids.assessmentId);
      const piece = await this.lock(tx, scope, ids.evidenceId);
      checkQuestion(await getSupplierDocument(tx, scope, ids.assessmentId), questionId, '/questionId');
      await linkPiece(tx, scope, { assessmentId: ids.assessmentId, questionId, piece });
      return this.moved(tx, scope, ids.assessmentId, ids.evidenceId);
    });
  }

  unlink(
    scope: Scope,
    ids: { assessmentId: AssessmentId; evidenceId: EvidenceId },
    questionId: string,
  ): Promise<EvidenceChangedResponse> {
    return this.work.run(scope, async (tx) => {
      await lockSheet(tx, scope, ids.assessmentId);
      const gone = await tx.query(
        `WITH gone AS (DELETE FROM evidence_links WHERE organisation_id = $1 AND assessment_id = $2 AND evidence_id = $3
           AND question_key = $4 RETURNING 1) SELECT * FROM gone`,
        [scope.organisationId, ids.assessmentId, ids.evidenceId, questionId],
      );
      if (gone.length === 0) fail('not-found');
      const { name } = await getPiece(tx, scope, ids.assessmentId, ids.evidenceId);
      await tx.record({
        kind: 'evidence-unlinked',
        assessmentId: ids.assessmentId,
        questionId,
        evidenceId: ids.evidenceId,
        name,
      });
      return this.moved(tx, scope, ids.assessmentId, ids.evidenceId);
    });
  }

  /** The bytes, checked against their hash while they are read. */
  async content(
    scope: Scope,
    assessmentId: AssessmentId,
    evidenceId: EvidenceId,
  ): Promise<{ piece: EvidenceResponse; file: StoredFile }> {
    const piece = await this.work.run(scope, async (tx) => {
      await getSupplierDocument(tx, scope, assessmentId);
      return getPiece(tx, scope, assessmentId, evidenceId);
    });
    const file = await this.files.store.find({ organisationId: scope.organisationId, sha256: piece.sha256 });
    return { piece, file: found(file) };
  }

  /** A refused file leaves its event and nothing else. */
  private async examine(
    scope: Scope,
    upload: Upload<{ datedOn?: string; expiresOn?: string }>,
    check: () => Promise<void> = () => Promise.resolve(),
  ): Promise<TakenFile> {
    const examined = await this.files.examine(upload.received, upload.fileName, scope.organisationId);
    // The file was not even looked at.
    if (!examined.accepted && examined.refusal.code === 'scan-queue-full')
      throw new ProblemError(examined.refusal);
    if (!examined.accepted) {
      const { code, params } = examined.refusal;
      const signature = params?.['signature'];
      await this.work.run(scope, (tx) =>
        tx.record({
          kind: 'evidence-refused',
          name: Buffer.from(upload.fileName.slice(0, 255)).toString(),
          reason: code,
          ...(signature === undefined ? {} : { signature: String(signature) }),
        }),
      );
      throw new ProblemError(examined.refusal);
    }
    try {
      checkDates(upload.fields, this.clock.today());
      await check();
    } catch (error) {
      await upload.received.discard();
      throw error;
    }
    return examined.value;
  }

  private keep(
    scope: Scope,
    assessmentId: AssessmentId,
    taken: TakenFile,
    write: (tx: Tx) => Promise<EvidenceId>,
  ): Promise<EvidenceChangedResponse> {
    return this.store(scope, taken, async (tx) => {
      await lockSheet(tx, scope, assessmentId);
      return this.moved(tx, scope, assessmentId, await write(tx));
    });
  }

  /** The file is on disk before the row that names it; a file without a row is only space. */
  private async store<T>(scope: Scope, { received }: TakenFile, write: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      await this.files.store.keep(
        { organisationId: scope.organisationId, sha256: received.sha256 },
        received,
      );
      return await this.work.run(scope, write);
    } finally {
      await received.discard();
    }
  }

  private lock(tx: Tx, scope: Scope, id: EvidenceId): Promise<EvidenceEntity> {
    return tx.lock(EvidenceEntity, { organisationId: scope.organisationId, id });
  }

  /** In the transaction of whoever took the file in and kept it: it stands beside nothing yet. */
  async insert(
    tx: Tx,
    scope: Scope,
    taken: TakenFile,
    fields: SupersedeRequest,
    supersedesId: EvidenceId | null = null,
  ): Promise<EvidenceEntity> {
    const { received, scan, fileName } = taken;
    await keepFile(tx, scope, taken, this.clock.now());
    const piece = Object.assign(new EvidenceEntity(), {
      organisationId: scope.organisationId,
      id: newId<EvidenceId>(),
      sha256: received.sha256,
      name: fileName,
      kind: fields.kind,
      datedOn: fields.datedOn ?? null,
      expiresOn: fields.expiresOn ?? null,
      supersedesId,
      supersededAt: null,
      submittedAt: null,
      uploadedBy: scope.accountId,
      uploadedByName: scope.accountName,
      uploadedAt: this.clock.now(),
      revision: 1,
    });
    return tx.insert(piece, {
      kind: 'evidence-stored',
      evidenceId: piece.id,
      name: piece.name,
      sha256: piece.sha256,
      bytes: received.size,
      partiallyScanned: scan.partial,
    });
  }

  private async moved(
    tx: Tx,
    scope: Scope,
    assessmentId: AssessmentId,
    evidenceId: EvidenceId,
  ): Promise<EvidenceChangedResponse> {
    const sheetRevision = await moveSheet(tx, scope, assessmentId);
    return { ...(await getPiece(tx, scope, assessmentId, evidenceId)), sheetRevision };
  }
}
