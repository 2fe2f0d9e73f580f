import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Tx } from '../../platform/database/work.js';
import type { AssessmentEntity } from './assessments.entity.js';

/** What the supplier is asked; both sides may read it. */
export async function readSupplierDocument(
  tx: Tx,
  { buyerId, documentSha256 }: Pick<AssessmentEntity, 'buyerId' | 'documentSha256'>,
): Promise<SupplierQuestionnaire> {
  const { document_text } = await tx.get<{ document_text: string }>(
    'SELECT document_text FROM supplier_documents WHERE buyer_id = $1 AND sha256 = $2',
    [buyerId, documentSha256],
  );
  return JSON.parse(document_text) as SupplierQuestionnaire;
}
