import { Injectable } from '@nestjs/common';
import { media } from '@probant/shared/evidence/media';
import { findId, type ContractDocumentId, type EngagementId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found, ProblemError } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { readableKinds, readDocument, type DocumentText } from '../../platform/text/read-document.js';
import type { AddDocumentRequest, ContractDocumentResponse } from './contracts.dto.js';
import { ContractDocumentEntity } from './contracts.entity.js';
import { getDocument, listDocuments } from './contract-documents.js';
import { getEngagement, lockEngagement } from './own-engagement.js';

/** The documents of a contract: scanned and kept like every upload, their text read once, superseded and never deleted. */
@Injectable()
export class ContractDocuments {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** Refuses before the first byte of an upload that could not be kept anyway. */
  async admit(scope: Scope, engagementId: EngagementId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      await lockEngagement(tx, scope, engagementId);
      const count = (await listDocuments(tx, scope.organisationId, engagementId)).length;
      if (count >= maxCounts.documentsPerContract) {
        fail('invalid-input', {
          errors: [{ pointer: '/file', code: 'too-many', params: { max: maxCounts.documentsPerContract } }],
        });
      }
    });
  }

  async add(
    scope: Scope,
    engagementId: EngagementId,
    upload: Upload<AddDocumentRequest>,
  ): Promise<ContractDocumentResponse[]> {
    const taken = await this.examine(scope, engagementId, upload);
    try {
      const kind = readableKinds.find((one) => one === taken.kind);
      if (kind === undefined) fail('file-type-refused', { params: { found: taken.kind } });
      const text = accepted(await readDocument(taken.received, kind, scope.organisationId));
      const { sha256: hash } = taken.received;
      await this.files.store.keep({ organisationId: scope.organisationId, sha256: hash }, taken.received);
      return await this.work.run(scope, (tx) =>
        this.insert(tx, scope, { engagementId, taken, text, supersedesId: upload.fields.supersedesId }),
      );
    } finally {
      await taken.received.discard();
    }
  }

  /** The bytes, checked against their hash while they are read. */
  async content(
    scope: Scope,
    engagementId: EngagementId,
    id: ContractDocumentId,
  ): Promise<{ document: ContractDocumentEntity; file: StoredFile }> {
    const document = await this.work.run(scope, async (tx) => {
      await getEngagement(tx, scope, engagementId);
      return getDocument(tx, scope.organisationId, engagementId, id);
    });
    const { organisationId } = scope;
    return {
      document,
      file: found(await this.files.store.find({ organisationId, sha256: document.sha256 })),
    };
  }

  /** A refused file leaves its event and nothing else. */
  private async examine(
    scope: Scope,
    engagementId: EngagementId,
    upload: Upload<AddDocumentRequest>,
  ): Promise<TakenFile> {
    const examined = await this.files.examine(upload.received, upload.fileName, scope.organisationId);
    if (examined.accepted) return examined.value;
    const { code, params } = examined.refusal;
    const signature = params?.['signature'];
    await this.work.run(scope, async (tx) => {
      const { engagementName } = await getEngagement(tx, scope, engagementId);
      await tx.record({
        kind: 'contract-document-refused',
        engagementId,
        engagementName,
        name: Buffer.from(upload.fileName.slice(0, 255)).toString(),
        reason: code,
        ...(signature === undefined ? {} : { signature: String(signature) }),
      });
    });
    throw new ProblemError(examined.refusal);
  }

  private async insert(
    tx: Tx,
    scope: Scope,
    { engagementId, taken, text, supersedesId }: NewDocument,
  ): Promise<ContractDocumentResponse[]> {
    const { organisationId } = scope;
    const { engagementName } = await lockEngagement(tx, scope, engagementId);
    const older = await findOlder(tx, scope, engagementId, supersedesId);
    const read = text.state === 'read' ? text.text : '';
    const document = Object.assign(new ContractDocumentEntity(), {
      organisationId,
      id: newId<ContractDocumentId>(),
      engagementId,
      name: taken.fileName,
      sha256: taken.received.sha256,
      bytes: String(taken.received.size),
      mediaType: media[taken.kind].mime,
      scanEngine: taken.scan.engine,
      scanPartial: taken.scan.partial,
      text: read,
      textState: text.state,
      textSha256: sha256(read),
      pages: text.pages,
      supersedesId: older?.id ?? null,
      uploadedBy: scope.accountId,
      uploadedByName: scope.accountName,
      uploadedAt: this.clock.now(),
    });
    await tx.insert(document, {
      kind: 'contract-document-stored',
      engagementId,
      engagementName,
      documentId: document.id,
      name: document.name,
      sha256: document.sha256,
      textSha256: document.textSha256,
      partiallyScanned: document.scanPartial,
      ...(older === null ? {} : { supersedesName: older.name }),
    });
    return listDocuments(tx, organisationId, engagementId);
  }
}

interface NewDocument {
  readonly engagementId: EngagementId;
  readonly taken: TakenFile;
  readonly text: DocumentText;
  readonly supersedesId: string | undefined;
}

async function findOlder(
  tx: Tx,
  scope: Scope,
  engagementId: EngagementId,
  asked: string | undefined,
): Promise<ContractDocumentEntity | null> {
  if (asked === undefined) return null;
  const { organisationId } = scope;
  const id = findId<ContractDocumentId>(asked);
  const older = id && (await tx.find(ContractDocumentEntity, { organisationId, engagementId, id }));
  if (!older)
    return fail('invalid-input', { errors: [{ pointer: '/supersedesId', code: 'unknown-reference' }] });
  const newer = await tx.find(ContractDocumentEntity, { organisationId, supersedesId: older.id });
  return newer === null ? older : fail('stale-revision');
}
