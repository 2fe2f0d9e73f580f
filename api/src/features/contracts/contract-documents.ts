import type { ContractDocumentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import type { ContractDocumentResponse } from './contracts.dto.js';
import { ContractDocumentEntity } from './contracts.entity.js';

/** Every document of a contract, the newest first, without its text. */
export async function listDocuments(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<ContractDocumentResponse[]> {
  const documents = await tx.manager.find(ContractDocumentEntity, {
    where: { organisationId, engagementId },
    order: { uploadedAt: 'DESC', id: 'DESC' },
  });
  const superseded = new Set(documents.map(({ supersedesId }) => supersedesId));
  return documents.map((document) => ({
    id: document.id,
    name: document.name,
    mediaType: document.mediaType,
    bytes: Number(document.bytes),
    sha256: document.sha256,
    scanEngine: document.scanEngine,
    scanPartial: document.scanPartial,
    textState: document.textState,
    pages: document.pages,
    supersedesId: document.supersedesId,
    superseded: superseded.has(document.id),
    uploadedBy: document.uploadedByName,
    uploadedAt: document.uploadedAt.toISOString(),
  }));
}

export async function getDocument(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
  id: ContractDocumentId,
): Promise<ContractDocumentEntity> {
  return found(await tx.find(ContractDocumentEntity, { organisationId, engagementId, id }));
}

/** The text that was read of a document; empty where none could be. */
export async function getText(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
  id: ContractDocumentId,
): Promise<string> {
  const { text } = await tx.get<{ text: string }>(
    'SELECT text FROM contract_documents WHERE organisation_id = $1 AND engagement_id = $2 AND id = $3',
    [organisationId, engagementId, id],
  );
  return text;
}
