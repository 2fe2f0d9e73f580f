import { Injectable } from '@nestjs/common';
import { media } from '@probant/shared/evidence/media';
import type { WarningId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { readWarnings } from './read-warnings.js';
import type { WarningFileResponse, WarningFileUpload } from './warnings.dto.js';
import { WarningFileEntity } from './warnings.entity.js';

export interface WarningPieceContent {
  readonly name: string;
  readonly mediaType: string;
  readonly file: StoredFile;
}

/** Pieces of the register: stored by the side that writes, read by both through the entry that names them. */
@Injectable()
export class WarningFiles {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async store(scope: Scope, upload: Upload<WarningFileUpload>): Promise<WarningFileResponse> {
    const { received, fileName } = upload;
    const taken = accepted(await this.files.examine(received, fileName, scope.organisationId));
    const { kind } = upload.fields;
    try {
      await this.files.store.keep(
        { organisationId: scope.organisationId, sha256: received.sha256 },
        received,
      );
      return await this.insert(scope, taken, kind);
    } finally {
      await received.discard();
    }
  }

  async open(scope: Scope, warningId: WarningId, pieceId: string): Promise<WarningPieceContent> {
    const { owner, piece } = await this.work.run(scope, async (tx) => {
      const { row, content } = found((await readWarnings(tx, { id: warningId }))[0]);
      return {
        owner: row.authorOrganisationId,
        piece: found(content.pieces.find(({ id }) => id === pieceId)),
      };
    });
    const file = await this.files.store.find({ organisationId: owner, sha256: piece.sha256 });
    return file === undefined
      ? fail('file-corrupted')
      : { name: piece.name, mediaType: piece.mediaType, file };
  }

  /** The file is on disk before the row that names it. */
  private insert(scope: Scope, taken: TakenFile, kind: string): Promise<WarningFileResponse> {
    const { received, scan, fileName } = taken;
    const row = Object.assign(new WarningFileEntity(), {
      organisationId: scope.organisationId,
      id: newId(),
      sha256: received.sha256,
      name: fileName,
      kind,
      mediaType: media[taken.kind].mime,
      bytes: received.size,
      scanEngine: scan.engine,
      scanPartial: scan.partial,
      uploadedBy: scope.accountId,
      uploadedByName: scope.accountName,
      uploadedAt: this.clock.now(),
    });
    return this.work.run(scope, async (tx) => {
      await tx.insert(row, {
        kind: 'warning-piece-stored',
        pieceId: row.id,
        name: row.name,
        pieceSha256: row.sha256,
      });
      const { id, name, sha256, mediaType } = row;
      return { id, name, kind, sha256, mediaType, bytes: received.size };
    });
  }
}
