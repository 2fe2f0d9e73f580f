import { Injectable } from '@nestjs/common';
import type { EvidenceId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail } from '../../platform/http/problem.js';

export interface SubmittedPiece {
  readonly name: string;
  readonly mediaType: string;
  readonly file: StoredFile;
}

/** A buyer reads a piece through a submission that was sent to it, and in no other way. */
@Injectable()
export class SubmittedPieces {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
  ) {}

  async open(scope: Scope, submissionId: SubmissionId, evidenceId: EvidenceId): Promise<SubmittedPiece> {
    const row = await this.work.run(scope, (tx) =>
      tx.get<{ name: string; media_type: string; sha256: string; owner: OrganisationId }>(
        `SELECT name, media_type, sha256, supplier_organisation_id AS owner FROM submission_pieces
         WHERE buyer_id = $1 AND submission_id = $2 AND evidence_id = $3`,
        [scope.organisationId, submissionId, evidenceId],
      ),
    );
    const file = await this.files.store.find({ organisationId: row.owner, sha256: row.sha256 });
    return file === undefined ? fail('file-corrupted') : { name: row.name, mediaType: row.media_type, file };
  }
}
