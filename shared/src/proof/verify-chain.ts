import {
  eventHash,
  genesisHash,
  isHashable,
  type ChainedEvent,
  type ChainHead,
  type Sha256,
} from './chain.js';

/** What is wrong with a chain, and with which event. */
export type ChainFault =
  /** The event, or its text, is not what was hashed when it was written. */
  | { readonly fault: 'changed'; readonly sequence: number }
  | { readonly fault: 'missing'; readonly sequence: number }
  /** The event is genuine and stands in another place than the one it was written in. */
  | { readonly fault: 'reordered'; readonly sequence: number; readonly writtenAs: number }
  /** The head counts events up to `to`; the chain ends before `from`. */
  | { readonly fault: 'cut-off'; readonly from: number; readonly to: number }
  /** A second event of the same number, one beyond the head, or one of another chain. */
  | { readonly fault: 'added'; readonly sequence: number };

/** Every fault of a chain, by number; none for a sound one. `events` are given in the order they are kept in. */
export function verifyChain(events: readonly ChainedEvent[], head: ChainHead, sha256: Sha256): ChainFault[] {
  const own = events.filter((event) => event.chainId === head.chainId);
  const foreign = events.filter((event) => event.chainId !== head.chainId);
  const written = findWrittenSequences(own, sha256);
  const faults: ChainFault[] = [
    ...foreign.map((event): ChainFault => ({ fault: 'added', sequence: event.sequence })),
    ...own.flatMap((event) => faultOfEvent(event, written.get(event), sha256)),
    ...faultsOfOrder(own),
    ...faultsOfNumbers(own, head),
    ...faultsOfLinks(own, head, written),
  ];
  return inOrder(faults);
}

/** One sentence, for a terminal. */
export function describeFault(fault: ChainFault): string {
  switch (fault.fault) {
    case 'changed':
      return `event ${fault.sequence} was changed`;
    case 'missing':
      return `event ${fault.sequence} is missing`;
    case 'reordered':
      return `event ${fault.sequence} was written as number ${fault.writtenAs}`;
    case 'cut-off':
      return fault.from === fault.to
        ? `event ${fault.to} was cut off`
        : `events ${fault.from} to ${fault.to} were cut off`;
    case 'added':
      return `event ${fault.sequence} was added beside the chain`;
  }
}

/**
 * The number each event was written with. One whose hash does not fit the number it bears may still be genuine: its
 * neighbours, found through the hashes, say which number to try.
 */
export function findWrittenSequences(
  events: readonly ChainedEvent[],
  sha256: Sha256,
): Map<ChainedEvent, number> {
  const written = new Map<ChainedEvent, number>();
  const byHash = new Map(events.map((event) => [event.hash, event]));
  const byPrevious = new Map(events.map((event) => [event.previousHash, event]));
  const queue: ChainedEvent[] = [];
  const tryNumber = (event: ChainedEvent | undefined, sequence: number): void => {
    if (event === undefined || written.has(event) || !isHashable(event)) return;
    if (eventHash({ ...event, sequence }, sha256) !== event.hash) return;
    written.set(event, sequence);
    queue.push(event);
  };
  for (const event of events) tryNumber(event, event.sequence);
  tryNumber(byPrevious.get(genesisHash), 1);
  for (let event = queue.pop(); event !== undefined; event = queue.pop()) {
    const sequence = written.get(event) ?? event.sequence;
    tryNumber(byPrevious.get(event.hash), sequence + 1);
    tryNumber(byHash.get(event.previousHash), sequence - 1);
  }
  return written;
}

function faultOfEvent(event: ChainedEvent, writtenAs: number | undefined, sha256: Sha256): ChainFault[] {
  const { sequence, text, textSha256 } = event;
  if (writtenAs === undefined) return [{ fault: 'changed', sequence }];
  if (text !== undefined && sha256(text) !== textSha256) return [{ fault: 'changed', sequence }];
  return writtenAs === sequence ? [] : [{ fault: 'reordered', sequence, writtenAs }];
}

/** Events kept in another order than their numbers. */
function faultsOfOrder(events: readonly ChainedEvent[]): ChainFault[] {
  const sorted = [...events].sort((a, b) => a.sequence - b.sequence);
  return events.flatMap((event, place): ChainFault[] => {
    const expected = sorted[place]?.sequence ?? event.sequence;
    return expected === event.sequence
      ? []
      : [{ fault: 'reordered', sequence: expected, writtenAs: event.sequence }];
  });
}

function faultsOfNumbers(events: readonly ChainedEvent[], head: ChainHead): ChainFault[] {
  const counts = new Map<number, number>();
  for (const { sequence } of events) counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  const highest = events.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const last = Math.min(head.sequence, highest);
  const faults: ChainFault[] = [];
  for (let sequence = 1; sequence <= last; sequence += 1) {
    if (!counts.has(sequence)) faults.push({ fault: 'missing', sequence });
  }
  for (const [sequence, count] of counts) {
    if (count > 1 || sequence > head.sequence || sequence < 1) faults.push({ fault: 'added', sequence });
  }
  if (last < head.sequence) faults.push({ fault: 'cut-off', from: last + 1, to: head.sequence });
  return faults;
}

/** An event that was rewritten whole, hash included, is betrayed by its successor, or by the head. */
export function faultsOfLinks(
  events: readonly ChainedEvent[],
  head: ChainHead,
  written: ReadonlyMap<ChainedEvent, number>,
): ChainFault[] {
  const hashes = new Map<number, Set<string>>([[0, new Set([genesisHash])]]);
  for (const event of events) {
    const sequence = written.get(event) ?? event.sequence;
    const known = hashes.get(sequence) ?? new Set<string>();
    hashes.set(sequence, known.add(event.hash));
  }
  const faults: ChainFault[] = [];
  for (const event of events) {
    const sequence = written.get(event) ?? event.sequence;
    if (!written.has(event) || sequence > head.sequence) continue;
    const before = hashes.get(sequence - 1);
    if (before === undefined || before.has(event.previousHash)) continue;
    faults.push({ fault: 'changed', sequence: Math.max(1, sequence - 1) });
  }
  const last = hashes.get(head.sequence);
  if (last !== undefined && !last.has(head.hash))
    faults.push({ fault: 'changed', sequence: Math.max(1, head.sequence) });
  return faults;
}

/** Each fault once, by number. */
export function inOrder(faults: readonly ChainFault[]): ChainFault[] {
  const once = new Map(faults.map((fault) => [`${fault.fault} ${numberOf(fault)}`, fault]));
  return [...once.values()].sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(fault: ChainFault): number {
  return fault.fault === 'cut-off' ? fault.from : fault.sequence;
}
