import type { ClauseStatus } from '../contracts/clause-status.js';
import type { ContractDocumentId, EngagementId } from '../ids.js';

interface OfContract {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
}

/** Events of an engagement's contract: its terms, its documents and what was found of each clause. */
export type ContractEvent =
  | (OfContract & {
      readonly kind: 'contract-terms-recorded';
      readonly number: number;
      readonly fields: readonly string[];
      readonly termsSha256: string;
    })
  | (OfContract & {
      readonly kind: 'contract-document-stored';
      readonly documentId: ContractDocumentId;
      readonly name: string;
      readonly sha256: string;
      readonly textSha256: string;
      readonly partiallyScanned: boolean;
      readonly supersedesName?: string;
    })
  | (OfContract & {
      readonly kind: 'contract-document-refused';
      readonly name: string;
      readonly reason: string;
      readonly signature?: string;
    })
  | (OfContract & {
      readonly kind: 'clause-assessed';
      readonly clauseId: string;
      readonly revision: number;
      readonly before: ClauseStatus | null;
      readonly status: ClauseStatus;
      readonly documentId?: ContractDocumentId;
      readonly quoteSha256?: string;
    })
  | (OfContract & {
      readonly kind: 'contract-redline-exported';
      readonly format: string;
      readonly clauses: number;
    });
