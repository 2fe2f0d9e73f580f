import {
  eventHash,
  genesisHash,
  isHashable,
  type ChainedEvent,
  type ChainHead,
  type Sha256,
} from './chain.js';
import { faultsOfLinks, findWrittenSequences, inOrder, type ChainFault } from './verify-chain.js';

/** A chain that is read once, event by event, however long it is. */
export interface ChainFollower {
  /** Takes the next event of this chain; events come by rising number. False where it does not go on from the one before. */
  readonly follow: (event: ChainedEvent) => boolean;
  /** Takes the last of several events that were found to go on, after one that did. */
  readonly advance: (event: ChainedEvent) => void;
  readonly finish: () => FollowedChain;
}

export interface FollowedChain {
  /** By number; the same that `verifyChain` finds in the whole chain. */
  readonly faults: readonly ChainFault[];
  /** There were more faults than are kept. */
  readonly more: boolean;
}

/** Faults, and events kept to name them, per chain: a table that was rewritten whole must not fill the memory. */
const mostKept = 2_000;

/**
 * Verifies a chain of any length in bounded memory: an event is kept only where the chain does not go on as it should,
 * together with its two neighbours, which is what it takes to tell a changed event from one that was moved.
 */
export function followChain(head: ChainHead, sha256: Sha256): ChainFollower {
  const faults: ChainFault[] = [];
  const kept = new Set<ChainedEvent>();
  let more = false;
  let last: ChainedEvent | undefined;
  let broken = false;

  const report = (fault: ChainFault): void => {
    if (faults.length < mostKept) faults.push(fault);
    else more = true;
  };
  const keep = (event: ChainedEvent | undefined): void => {
    if (event === undefined) return;
    if (kept.size < mostKept) kept.add(event);
    else more = true;
  };
  const reportNumber = (sequence: number): void => {
    const before = last?.sequence ?? 0;
    for (let gap = before + 1; gap < sequence && gap <= head.sequence && !more; gap += 1)
      report({ fault: 'missing', sequence: gap });
    if (sequence < 1 || sequence > head.sequence || sequence === before) report({ fault: 'added', sequence });
  };

  const follow = ({ text, ...event }: ChainedEvent): boolean => {
    reportNumber(event.sequence);
    if (text !== undefined && sha256(text) !== event.textSha256)
      report({ fault: 'changed', sequence: event.sequence });
    const sound = continues(event, last, sha256);
    if (!sound) keep(last);
    if (!sound || broken) keep(event);
    broken = !sound;
    last = event;
    return sound;
  };
  const advance = (event: ChainedEvent): void => {
    last = event;
  };

  const finish = (): FollowedChain => {
    keep(last);
    const events = [...kept];
    const written = findWrittenSequences(events, sha256);
    for (const event of events) {
      const fault = faultOfPlace(event, written.get(event));
      if (fault !== undefined) report(fault);
    }
    for (const fault of faultsOfLinks(events, head, written)) report(fault);
    const end = Math.min(head.sequence, last?.sequence ?? 0);
    if (end < head.sequence) report({ fault: 'cut-off', from: end + 1, to: head.sequence });
    return { faults: inOrder(faults), more };
  };
  return { follow, advance, finish };
}

function continues(event: ChainedEvent, last: ChainedEvent | undefined, sha256: Sha256): boolean {
  return (
    event.sequence === (last?.sequence ?? 0) + 1 &&
    event.previousHash === (last?.hash ?? genesisHash) &&
    isHashable(event) &&
    eventHash(event, sha256) === event.hash
  );
}

function faultOfPlace({ sequence }: ChainedEvent, writtenAs: number | undefined): ChainFault | undefined {
  if (writtenAs === undefined) return { fault: 'changed', sequence };
  return writtenAs === sequence ? undefined : { fault: 'reordered', sequence, writtenAs };
}
