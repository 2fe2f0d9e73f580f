import { Injectable } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import { checkPieceDates } from '@probant/shared/evidence/check-dates';
import { media } from '@probant/shared/evidence/media';
import type { NoticeId, NoticePieceId, OrganisationId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { mayAddPiece, type PieceRole } from '@probant/shared/notices/pieces';
import type { NoticeState } from '@probant/shared/notices/lifecycle';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail, found, ProblemError } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { NoticePieceEntity } from './notice-pieces.entity.js';
import { tell } from './notice-tell.js';

/** Where a piece goes: the notice as whoever adds it may see it. */
export interface PiecePlace {
  readonly buyerId: OrganisationId;
  readonly noticeId: NoticeId;
  readonly state: NoticeState;
  readonly steps: number;
  readonly parties: Parameters<typeof tell>[1];
  readonly told: Pick<Parameters<typeof tell>[2], 'engagementId' | 'engagementName' | 'noticeId'>;
}

export interface NewPiece {
  readonly side: 'buyer' | 'supplier';
  readonly role: PieceRole;
  readonly datedOn: string | null;
  readonly level: EvidenceLevel | null;
}

/** Files of a notice: scanned and kept like every upload under the name of whoever added them, and never deleted. */
@Injectable()
export class NoticePieces {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** Refuses before the file is looked at what could not be kept anyway. */
  check({ state }: PiecePlace, { side, role, datedOn }: NewPiece): void {
    if (!mayAddPiece(side, role, state)) fail('notice-piece-refused');
    const errors = checkPieceDates({ datedOn }, this.clock.today());
    if (errors.length > 0) fail('invalid-input', { errors });
  }

  /** `place` reads where it goes, in each transaction anew: a file takes its time. */
  async add(
    scope: Scope,
    upload: Upload<object>,
    piece: NewPiece,
    place: (tx: Tx) => Promise<PiecePlace>,
  ): Promise<void> {
    const taken = await this.examine(scope, upload, piece, place);
    const { received } = taken;
    try {
      await this.files.store.keep(
        { organisationId: scope.organisationId, sha256: received.sha256 },
        received,
      );
      await this.work.run(scope, async (tx) => this.insert(tx, scope, taken, piece, await place(tx)));
    } finally {
      await received.discard();
    }
  }

  /** The bytes, checked against their hash while they are read; row security says which pieces are seen. */
  async content(
    scope: Scope,
    noticeId: NoticeId,
    id: NoticePieceId,
  ): Promise<{ piece: NoticePieceEntity; file: StoredFile }> {
    const piece = found(await this.work.run(scope, (tx) => tx.find(NoticePieceEntity, { noticeId, id })));
    const { ownerId: organisationId, sha256 } = piece;
    return { piece, file: found(await this.files.store.find({ organisationId, sha256 })) };
  }

  /** A refused file leaves its event and nothing else. */
  private async examine(
    scope: Scope,
    upload: Upload<object>,
    piece: NewPiece,
    place: (tx: Tx) => Promise<PiecePlace>,
  ): Promise<TakenFile> {
    const examined = await this.files.examine(upload.received, upload.fileName, scope.organisationId);
    if (!examined.accepted) {
      const { code, params } = examined.refusal;
      const signature = params?.['signature'];
      // The file was not even looked at.
      if (code === 'scan-queue-full') throw new ProblemError(examined.refusal);
      await this.work.run(scope, async (tx) =>
        tx.record({
          kind: 'notice-piece-refused',
          ...(await place(tx)).told,
          name: Buffer.from(upload.fileName.slice(0, 255)).toString(),
          reason: code,
          ...(signature === undefined ? {} : { signature: String(signature) }),
        }),
      );
      throw new ProblemError(examined.refusal);
    }
    try {
      this.check(await this.work.run(scope, place), piece);
    } catch (error) {
      await upload.received.discard();
      throw error;
    }
    return examined.value;
  }

  private async insert(
    tx: Tx,
    scope: Scope,
    { received, kind, scan, fileName }: TakenFile,
    piece: NewPiece,
    place: PiecePlace,
  ): Promise<void> {
    this.check(place, piece);
    const { buyerId, noticeId } = place;
    const count = await tx.manager.countBy(NoticePieceEntity, { buyerId, noticeId });
    if (count >= maxCounts.noticePieces) {
      fail('invalid-input', {
        errors: [fieldRefusal('/file', 'too-many', { max: maxCounts.noticePieces })],
      });
    }
    const row = Object.assign(new NoticePieceEntity(), {
      buyerId,
      id: newId<NoticePieceId>(),
      noticeId,
      supplierOrganisationId: piece.side === 'supplier' ? scope.organisationId : null,
      ownerId: scope.organisationId,
      role: piece.role,
      name: fileName,
      sha256: received.sha256,
      bytes: String(received.size),
      mediaType: media[kind].mime,
      scanEngine: scan.engine,
      scanPartial: scan.partial,
      datedOn: piece.datedOn,
      level: piece.role === 'breach' ? piece.level : null,
      afterStep: place.steps,
      uploadedBy: scope.accountId,
      uploadedByName: scope.accountName,
      uploadedAt: this.clock.now(),
    });
    await tx.manager.insert(NoticePieceEntity, row);
    const event = {
      kind: 'notice-piece-stored',
      ...place.told,
      pieceId: row.id,
      role: row.role,
      name: row.name,
      sha256: row.sha256,
      partiallyScanned: row.scanPartial,
    } as const;
    // What the buyer adds is its own until a letter encloses it, and what the post gave back stays so.
    if (piece.side === 'buyer') await tx.record(event);
    else await tell(tx, place.parties, event);
  }
}
