import { Injectable } from '@nestjs/common';
import { decideAuthorisation, type AskedAuthorisation } from '@probant/shared/drills/authorisation';
import { fieldRefusal } from '@probant/shared/decision';
import { media } from '@probant/shared/evidence/media';
import type { AuthorisationId, EngagementId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { readBook } from './drill-book.js';
import type { AuthorisationRequest, DrillBookResponse } from './drills.dto.js';
import { DrillAuthorisationEntity } from './drills.entity.js';
import { holdEngagement } from './held-engagement.js';

/** The consents under which drills are carried out, each with the signed document that shows it. */
@Injectable()
export class Authorisations {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** Refuses before the first byte of an upload that could not be kept anyway. */
  async admit(scope: Scope, id: EngagementId): Promise<void> {
    await this.work.run(scope, (tx) => holdEngagement(tx, scope, id));
  }

  async add(
    scope: Scope,
    engagementId: EngagementId,
    { received, fileName, fields }: Upload<AuthorisationRequest>,
  ): Promise<DrillBookResponse> {
    const taken = accepted(await this.files.examine(received, fileName, scope.organisationId));
    const { organisationId } = scope;
    try {
      const asked = accepted(decideAuthorisation(fields));
      await this.files.store.keep({ organisationId, sha256: received.sha256 }, received);
      return await this.work.run(scope, async (tx) => {
        const engagement = await holdEngagement(tx, scope, engagementId);
        await tx.query(
          `INSERT INTO evidence_files (organisation_id, sha256, bytes, media_type, scan_engine, scan_partial, scanned_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
          [
            organisationId,
            received.sha256,
            received.size,
            media[taken.kind].mime,
            taken.scan.engine,
            taken.scan.partial,
            this.clock.now(),
          ],
        );
        const row = this.rowOf(scope, engagementId, asked, { sha256: received.sha256, name: taken.fileName });
        await tx.insert(row, {
          kind: 'drill-authorised',
          engagementId,
          name: engagement.name,
          authorisationId: row.id,
          reference: row.reference,
          authorisationSha256: sha256(canonicalJson({ ...asked, fileSha256: row.fileSha256 })),
        });
        return readBook(tx, scope, engagementId, this.clock.now());
      });
    } finally {
      await received.discard();
    }
  }

  /** Its last day is the one on which it is taken back. */
  withdraw(
    scope: Scope,
    engagementId: EngagementId,
    id: AuthorisationId,
    reason: string,
  ): Promise<DrillBookResponse> {
    const said = reason.trim();
    if (said === '') fail('invalid-input', { errors: [fieldRefusal('/reason', 'reason-required')] });
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const engagement = await holdEngagement(tx, scope, engagementId);
      const row = found(await tx.find(DrillAuthorisationEntity, { organisationId, engagementId, id }));
      const withdrawnOn = this.clock.today();
      const added = await tx.query(
        `INSERT INTO drill_authorisation_withdrawals (organisation_id, authorisation_id, withdrawn_on, reason, withdrawn_by,
           withdrawn_by_name, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING withdrawn_on`,
        [organisationId, id, withdrawnOn, said, accountId, accountName, this.clock.now()],
      );
      if (added.length > 0) {
        const { reference } = row;
        const event = { engagementId, name: engagement.name, authorisationId: id, reference, withdrawnOn };
        await tx.record({ kind: 'drill-authorisation-withdrawn', ...event, reason: said });
      }
      return readBook(tx, scope, engagementId, this.clock.now());
    });
  }

  /** The signed document, checked against its hash while it is read. */
  async content(
    scope: Scope,
    engagementId: EngagementId,
    id: AuthorisationId,
  ): Promise<{ name: string; mediaType: string; file: StoredFile }> {
    const { organisationId } = scope;
    const {
      name,
      sha256: hash,
      mediaType,
    } = await this.work.run(scope, (tx) =>
      tx.get<{ name: string; sha256: string; mediaType: string }>(
        `SELECT a.file_name AS name, a.file_sha256 AS sha256, f.media_type AS "mediaType" FROM drill_authorisations a
           JOIN evidence_files f ON f.organisation_id = a.organisation_id AND f.sha256 = a.file_sha256
          WHERE a.organisation_id = $1 AND a.engagement_id = $2 AND a.id = $3`,
        [organisationId, engagementId, id],
      ),
    );
    return { name, mediaType, file: found(await this.files.store.find({ organisationId, sha256: hash })) };
  }

  private rowOf(
    scope: Scope,
    engagementId: EngagementId,
    asked: AskedAuthorisation,
    file: { readonly sha256: string; readonly name: string },
  ): DrillAuthorisationEntity {
    return Object.assign(new DrillAuthorisationEntity(), {
      organisationId: scope.organisationId,
      id: newId<AuthorisationId>(),
      engagementId,
      ...asked,
      fileSha256: file.sha256,
      fileName: file.name,
      recordedBy: scope.accountId,
      recordedByName: scope.accountName,
      recordedAt: this.clock.now(),
    });
  }
}
