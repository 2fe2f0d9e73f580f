import type { Day } from '../calendar.js';
import { accept, refuse, type Decision } from '../decision.js';

/** A message of the supplier after the question. */
export interface Reply {
  readonly id: string;
  readonly body: string;
  readonly byName: string;
  readonly at: string;
  /** As the chains of both sides keep it. */
  readonly sha256: string;
}

/** What the supplier itself wrote that it has to change, as it is filed. */
export interface Admission {
  readonly regulation: string;
  readonly clarificationId: string;
  readonly words: string;
  readonly messageSha256: string;
  readonly saidByName: string;
  readonly saidAt: string;
  /** The day that the supplier named; null where it named none. */
  readonly changeBy: Day | null;
}

interface NewAdmission {
  readonly clarificationId: string;
  readonly changeBy: Day | null;
}

/** Filed in the words of the supplier, once; the same words with another day correct what was filed before. */
export function decideAdmission(
  asked: { readonly regulation: string; readonly replies: readonly Reply[] },
  last: Pick<Admission, 'clarificationId' | 'changeBy'> | null,
  { clarificationId, changeBy }: NewAdmission,
): Decision<Admission> {
  const reply = asked.replies.find(({ id }) => id === clarificationId);
  if (reply === undefined) return refuse('not-found');
  if (last?.clarificationId === clarificationId && last.changeBy === changeBy)
    return refuse('already-exists');
  return accept({
    regulation: asked.regulation,
    clarificationId,
    words: reply.body,
    messageSha256: reply.sha256,
    saidByName: reply.byName,
    saidAt: reply.at,
    changeBy,
  });
}
