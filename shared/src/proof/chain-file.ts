import { canonicalJson } from './canonical-json.js';
import type { ChainedEvent, ChainHead } from './chain.js';
import { parseLine, toEvent } from './event-line.js';
import { followChain } from './follow-chain.js';
import { isRecord } from './manifest.js';
import { climb, isMerkleStep, type MerkleStep } from './merkle.js';
import type { ProofCrypto } from './proof-crypto.js';
import { byteLines } from './read-entry.js';
import { soundLines } from './sound-line.js';
import { fromUtf8 } from './utf8.js';
import { describeFault } from './verify-chain.js';

/** Where a chain stood when a root was signed. */
export interface Anchor {
  readonly root: number;
  readonly sequence: number;
  readonly hash: string;
  readonly path: readonly MerkleStep[];
}

/** The first line of a chain's file; each further line is one event. */
export interface ChainFileHead {
  readonly format: 'probant-chain/1';
  readonly head: ChainHead;
  /** Null: no root has been signed since its first event. */
  readonly anchor: Anchor | null;
}

export function chainFileHead(head: ChainHead, anchor: Anchor | null): string {
  return `${canonicalJson({ format: 'probant-chain/1', head, anchor })}\n`;
}

/** The chain is the one of the head, so that its lines need not repeat it. */
export function eventLine(event: Omit<ChainedEvent, 'chainId'>): string {
  const { previousHash, sequence, at, actor, kind, textSha256, hash, text } = event;
  return `${JSON.stringify({ previousHash, sequence, at, actor, kind, textSha256, hash, text })}\n`;
}

/** What the events of a chain say of documents, by hash. */
const telling: Readonly<Record<string, readonly string[]>> = {
  submitted: ['submissionSha256'],
  'score-kept': ['snapshotSha256'],
  'assessment-sent': ['questionnaireSha256'],
  'version-moved': ['versionSha256', 'documentSha256', 'formerDocumentSha256'],
};

export interface ReadChain {
  readonly head: ChainHead;
  readonly anchor: Anchor | null;
  /** The root that the anchor climbs to. */
  readonly climbed: string | null;
  readonly events: number;
  readonly told: ReadonlySet<string>;
  /** Empty for a sound chain. */
  readonly faults: readonly string[];
}

export interface ChainReader {
  readonly feed: (bytes: Uint8Array) => void;
  /** Undefined for bytes that are no such file. */
  readonly finish: () => ReadChain | undefined;
}

export interface ChainAround {
  readonly crypto: Pick<ProofCrypto, 'sha256' | 'sha256OfBytes'>;
  /** Of a chain that was named in its first line: whether the event of that number is wanted. */
  readonly isWanted: (chainId: string, sequence: number) => boolean;
  readonly onWanted: (event: ChainedEvent) => void;
}

/** Reads the file line by line, in memory that does not grow with it. */
export function readChainFile(around: ChainAround): ChainReader {
  let first: EventLines | undefined;
  let lines = 0;
  const split = byteLines((bytes, start, end) => {
    lines += 1;
    if (first?.takePlain(bytes, start, end) === true) return true;
    const text = fromUtf8(bytes.subarray(start, end));
    if (text === undefined) return false;
    if (first !== undefined) first.take(text, lines);
    else if (lines === 1) {
      const head = parseHead(text);
      first = head && eventLines(head, around);
    }
    return true;
  });
  return {
    feed: (bytes) => {
      split.feed(bytes);
      first?.keepLast();
    },
    finish: () => (split.end() ? first?.finish() : undefined),
  };
}

/** The events of a chain whose head was read. */
interface EventLines {
  /** False: the line is to be taken as text. */
  readonly takePlain: (bytes: Uint8Array, start: number, end: number) => boolean;
  readonly take: (text: string, line: number) => void;
  /** The bytes of the last line are the source's, which may use them again. */
  readonly keepLast: () => void;
  readonly finish: () => ReadChain;
}

function eventLines({ head, anchor }: ChainFileHead, around: ChainAround): EventLines {
  const { crypto, isWanted, onWanted } = around;
  const { chainId } = head;
  const follower = followChain(head, crypto.sha256);
  const sound = soundLines(chainId, crypto.sha256OfBytes, Object.keys(telling));
  /** Of the last event; whether it went on from the one before; and, where nothing was made of it yet, its line. */
  let [sequence, whole] = [0, true];
  let lastLine: Uint8Array | undefined;
  const told = new Set<string>();
  const faults: string[] = [];
  let [events, anchored] = [0, false];

  const catchUp = (): void => {
    const event = lastLine && toEvent(parseLine(fromUtf8(lastLine) ?? ''), chainId);
    if (event !== undefined) follower.advance(event);
    lastLine = undefined;
  };
  const takePlain = (bytes: Uint8Array, start: number, end: number): boolean => {
    const next = sequence + 1;
    if (!whole || next > head.sequence || anchor?.sequence === next || isWanted(chainId, next)) return false;
    if (!sound.goesOn(bytes, start, end)) return false;
    events += 1;
    sequence = next;
    lastLine = bytes.subarray(start, end);
    return true;
  };
  const take = (text: string, line: number): void => {
    catchUp();
    const event = toEvent(parseLine(text), chainId);
    if (event === undefined) {
      if (faults.length < 20) faults.push(`line ${line} is no event`);
      whole = false;
      return;
    }
    events += 1;
    if (anchor?.sequence === event.sequence) anchored = anchor.hash === event.hash;
    for (const field of telling[event.kind] ?? []) {
      if (event.text !== undefined) keepTold(told, event.text, field);
    }
    whole = follower.follow(event);
    sequence = event.sequence;
    if (whole) sound.standAt(sequence, event.hash);
    if (isWanted(chainId, event.sequence)) onWanted(event);
  };
  const finish = (): ReadChain => {
    catchUp();
    faults.push(...follower.finish().faults.slice(0, 20).map(describeFault));
    const climbed = anchor && anchored ? climb({ ...anchor, chainId }, anchor.path, crypto.sha256) : null;
    return { head, anchor, climbed, events, told, faults };
  };
  const keepLast = (): void => {
    lastLine = lastLine && Uint8Array.from(lastLine);
  };
  return { takePlain, take, keepLast, finish };
}

function parseHead(text: string): ChainFileHead | undefined {
  const value = parseLine(text);
  if (!isRecord(value) || value['format'] !== 'probant-chain/1' || !isRecord(value['head'])) return undefined;
  const { chainId, sequence, hash } = value['head'];
  const sound = typeof chainId === 'string' && Number.isSafeInteger(sequence) && typeof hash === 'string';
  const anchor = value['anchor'];
  if (!sound || (anchor !== null && !isAnchor(anchor))) return undefined;
  // Checked just above, field by field.
  return value as unknown as ChainFileHead;
}

function isAnchor(value: unknown): value is Anchor {
  return (
    isRecord(value) &&
    Number.isSafeInteger(value['root']) &&
    Number.isSafeInteger(value['sequence']) &&
    typeof value['hash'] === 'string' &&
    Array.isArray(value['path']) &&
    value['path'].every(isMerkleStep)
  );
}

function keepTold(told: Set<string>, text: string, field: string): void {
  const event = parseLine(text);
  const hash = isRecord(event) ? event[field] : undefined;
  if (typeof hash === 'string') told.add(hash);
}
