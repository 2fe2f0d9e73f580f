import { Injectable } from '@nestjs/common';
import { isPending, type FindingSide } from '@probant/shared/findings/finding';
import { media } from '@probant/shared/evidence/media';
import type { EvidenceId, FindingId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail, found } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { Evidence, type EvidenceEntity, type PieceRequest } from '../evidence/evidence.public.js';
import { FindingReader } from './finding-reader.service.js';
import { getFinding, holdFinding } from './held-finding.js';
import type { FollowedFileResponse } from './remediation.dto.js';
import { FindingPieceEntity } from './remediation.entity.js';

export interface Proof {
  readonly name: string;
  readonly mediaType: string;
  readonly file: StoredFile;
}

/** The supplier's proof of a correction: scanned and kept like any piece, read by both sides from then on. */
@Injectable()
export class FindingProofs {
  constructor(
    private readonly work: Work,
    private readonly evidence: Evidence,
    private readonly files: Files,
    private readonly reader: FindingReader,
    private readonly clock: Clock,
  ) {}

  /** Refuses before the first byte of an upload that could not be kept anyway. */
  async admit(scope: Scope, id: FindingId): Promise<void> {
    await this.work.run(scope, (tx) => this.hold(tx, scope, id));
  }

  attach(scope: Scope, id: FindingId, upload: Upload<PieceRequest>): Promise<FollowedFileResponse> {
    return this.evidence.addApart(scope, upload, async (tx, piece, taken) => {
      const { finding } = await this.hold(tx, scope, id);
      const { buyerId, assessmentId, questionId } = finding;
      await tx.manager.insert(FindingPieceEntity, {
        ...copyOf(piece, taken),
        buyerId,
        findingId: id,
        evidenceId: piece.id,
        supplierOrganisationId: scope.organisationId,
        assessmentId,
        attachedBy: scope.accountId,
        attachedByName: scope.accountName,
        attachedAt: this.clock.now(),
      });
      await tx.recordForBoth({
        kind: 'proof-attached',
        assessmentId,
        questionId,
        findingId: id,
        evidenceId: piece.id,
        name: piece.name,
        pieceSha256: piece.sha256,
      });
      return this.reader.readFollowed(tx, scope, await getFinding(tx, scope, 'supplier', id));
    });
  }

  /** The bytes, checked against their hash while they are read; they lie with the supplier's files. */
  async open(scope: Scope, side: FindingSide, id: FindingId, evidenceId: EvidenceId): Promise<Proof> {
    const piece = await this.work.run(scope, async (tx) => {
      const { finding } = await getFinding(tx, scope, side, id);
      const { buyerId } = finding;
      return found(await tx.find(FindingPieceEntity, { buyerId, findingId: id, evidenceId }));
    });
    const { name, mediaType, sha256, supplierOrganisationId: organisationId } = piece;
    const file = await this.files.store.find({ organisationId, sha256 });
    return file === undefined ? fail('file-corrupted') : { name, mediaType, file };
  }

  private async hold(tx: Tx, scope: Scope, id: FindingId) {
    const held = await holdFinding(tx, scope, 'supplier', id);
    const { status, buyerId } = held.finding;
    if (!isPending(status)) fail('transition-refused', { params: { status } });
    const kept = await tx.manager.countBy(FindingPieceEntity, { buyerId, findingId: id });
    if (kept >= maxCounts.evidencePerAnswer)
      fail('too-many-pieces', { params: { max: maxCounts.evidencePerAnswer } });
    return held;
  }
}

function copyOf(
  { sha256, name, kind, datedOn, expiresOn }: EvidenceEntity,
  { received, kind: mediaKind, scan }: TakenFile,
) {
  return {
    ...{ sha256, name, kind, datedOn, expiresOn },
    mediaType: media[mediaKind].mime,
    bytes: String(received.size),
    scanEngine: scan.engine,
    scanPartial: scan.partial,
  };
}
