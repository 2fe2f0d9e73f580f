import type { Party } from '@probant/shared/assessments/clarification';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import type { ClarificationResponse, ThreadResponse } from './clarifications.dto.js';
import { ClarificationEntity } from './clarifications.entity.js';

/** The two parties of the thread: a workspace that was replaced keeps its messages, the next one does not read them. */
export interface Parties {
  readonly buyerId: OrganisationId;
  readonly supplierOrganisationId: OrganisationId | null;
}

export async function readMessages(
  tx: Tx,
  { buyerId, supplierOrganisationId }: Parties,
  assessmentId: AssessmentId,
): Promise<ClarificationEntity[]> {
  if (supplierOrganisationId === null) return [];
  return tx.manager.find(ClarificationEntity, {
    where: { buyerId, supplierOrganisationId, assessmentId },
    order: { at: 'ASC', id: 'ASC' },
  });
}

export async function readThreads(
  tx: Tx,
  parties: Parties,
  assessmentId: AssessmentId,
  reader: Party,
): Promise<ThreadResponse[]> {
  const threads = new Map<string, ClarificationEntity[]>();
  for (const message of await readMessages(tx, parties, assessmentId)) {
    const { questionId } = message;
    // Put last whenever it is written in.
    const before = threads.get(questionId) ?? [];
    threads.delete(questionId);
    threads.set(questionId, [...before, message]);
  }
  return [...threads]
    .map(([questionId, messages]) => {
      const last = messages.at(-1);
      return {
        questionId,
        awaiting: last !== undefined && partyOf(last) !== reader,
        messages: messages.map(toMessage),
      };
    })
    .toReversed();
}

export function partyOf({ authorOrganisationId, buyerId }: ClarificationEntity): Party {
  return authorOrganisationId === buyerId ? 'buyer' : 'supplier';
}

function toMessage(message: ClarificationEntity): ClarificationResponse {
  const { id, authorName, body, at } = message;
  return { id, side: partyOf(message), authorName, body, at: at.toISOString() };
}
