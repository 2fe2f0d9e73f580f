import type { ChainedEvent, Sha256 } from './chain.js';
import { parseLine } from './event-line.js';
import { canonicalJson } from './canonical-json.js';
import type { ProofFault } from './proof-fault.js';
import { contentHash, differenceFrom, hashesIn, parseRecords, type ToldRecord } from './told-records.js';

interface Waiting {
  readonly path: string;
  /** From 1. */
  readonly number: number;
  readonly record: Omit<ToldRecord, 'content' | 'beside'>;
}

/** Records that wait for the events that tell of them. */
export interface RecordBook {
  readonly add: (path: string, text: string) => void;
  readonly isWanted: (chainId: string, sequence: number) => boolean;
  readonly meet: (event: ChainedEvent) => void;
  /** Also of records that no event has met. */
  readonly faults: () => readonly ProofFault[];
  readonly count: () => number;
  /** The hashes that records, and the events that tell of them, name: those of pieces among them. */
  readonly named: ReadonlySet<string>;
}

export function openRecordBook(sha256: Sha256): RecordBook {
  const waiting = new Map<string, Map<number, Waiting[]>>();
  const named = new Set<string>();
  const faults: ProofFault[] = [];
  let count = 0;

  const wait = (one: Waiting): void => {
    const { chainId, sequence } = one.record.event;
    const chain = waiting.get(chainId) ?? new Map<number, Waiting[]>();
    waiting.set(chainId, chain);
    chain.set(sequence, [...(chain.get(sequence) ?? []), one]);
  };
  const fault = ({ path, number }: Waiting, detail: string): void =>
    void faults.push({ code: 'record', path, detail: `record ${number}: ${detail}` });

  const add = (path: string, text: string): void => {
    const records = parseRecords(text);
    if (records === undefined) return void faults.push({ code: 'malformed', path });
    for (const [place, { content, event, facts, field, sha256: told }] of records.entries()) {
      const record = { event, facts, field, sha256: told };
      const one = { path, number: place + 1, record };
      count += 1;
      if (record.sha256 !== null) named.add(record.sha256);
      if (content !== undefined) {
        if (contentHash(content, sha256) !== record.sha256) fault(one, 'content');
        const written = typeof content === 'string' ? content : canonicalJson(content);
        for (const hash of hashesIn(written)) named.add(hash);
      }
      wait(one);
    }
  };
  const meet = ({ chainId, sequence, text }: ChainedEvent): void => {
    const met = waiting.get(chainId)?.get(sequence);
    if (met === undefined || text === undefined) return;
    waiting.get(chainId)?.delete(sequence);
    for (const hash of hashesIn(text)) named.add(hash);
    const event = parseLine(text);
    for (const one of met) {
      const difference = differenceFrom(one.record, event);
      if (difference !== undefined) fault(one, difference);
    }
  };
  return {
    add,
    isWanted: (chainId, sequence) => waiting.get(chainId)?.has(sequence) === true,
    meet,
    named,
    count: () => count,
    faults: () => {
      for (const chain of waiting.values())
        for (const one of [...chain.values()].flat()) fault(one, 'its event is not in the file');
      return faults;
    },
  };
}
