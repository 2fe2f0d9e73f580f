import { accept, refuse, type Decision } from '../decision.js';
import { isClosed, type AssessmentStatus } from './lifecycle.js';

export type Party = 'buyer' | 'supplier';

export interface ThreadMessage {
  readonly party: Party;
  /** When the letter that tells of it leaves, in milliseconds. */
  readonly toldAt: number;
}

export interface NewMessage {
  /** Whoever opened a thread asks in it, and the other answers. */
  readonly act: 'asked' | 'answered';
  readonly toldAt: number;
  /** False when a letter that has not left yet tells of this message as well. */
  readonly letter: boolean;
}

const letterEveryMs = 3_600_000;

/**
 * One more message of a thread, oldest first. The other side gets one letter an hour at most: a message soon after a letter
 * waits for the next, and those that follow share it.
 */
export function decideMessage(
  stage: { readonly status: AssessmentStatus; readonly accepted: boolean },
  thread: readonly ThreadMessage[],
  { party, at }: { readonly party: Party; readonly at: number },
): Decision<NewMessage> {
  const { status, accepted } = stage;
  if (isClosed(status)) return refuse('assessment-closed', { params: { status } });
  // Nobody is there to read it before a workspace has accepted the request.
  if (!accepted) return refuse('transition-refused', { params: { status } });
  const act = (thread[0]?.party ?? party) === party ? 'asked' : 'answered';
  const last = thread.filter((message) => message.party === party).at(-1)?.toldAt;
  if (last === undefined) return accept({ act, toldAt: at, letter: true });
  if (last > at) return accept({ act, toldAt: last, letter: false });
  return accept({ act, toldAt: Math.max(at, last + letterEveryMs), letter: true });
}

/** Where a thread stands, from who opened it and what settled it last. */
export interface ThreadStanding {
  readonly openedBy: Party | undefined;
  readonly resolved: boolean;
}

/** A thread is settled by its last mark, until somebody writes again. */
export function isResolved(
  lastMark: { readonly resolved: boolean; readonly at: number } | undefined,
  lastMessageAt: number,
): boolean {
  return lastMark?.resolved === true && lastMark.at >= lastMessageAt;
}

/** Whoever asked says that the answer will do; either side may open the thread again. */
export function decideSettlement(
  status: AssessmentStatus,
  { openedBy, resolved }: ThreadStanding,
  wanted: { readonly party: Party; readonly resolved: boolean },
): Decision<'clarification-resolved' | 'clarification-reopened'> {
  if (isClosed(status)) return refuse('assessment-closed', { params: { status } });
  if (openedBy === undefined) return refuse('not-found');
  if (resolved === wanted.resolved) return refuse('transition-refused', { params: { status } });
  if (!wanted.resolved) return accept('clarification-reopened');
  return openedBy === wanted.party ? accept('clarification-resolved') : refuse('asker-resolves');
}
