import { canonicalJson } from './canonical-json.js';
import type { ChainedEvent, ChainHead, Sha256 } from './chain.js';
import { parseLine, toEvent } from './event-line.js';
import { followChain } from './follow-chain.js';
import { isRecord } from './manifest.js';
import { climb, isMerkleStep, type MerkleStep } from './merkle.js';
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
const telling: Readonly<Record<string, string>> = {
  submitted: 'submissionSha256',
  'score-kept': 'snapshotSha256',
  'assessment-sent': 'questionnaireSha256',
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
  readonly line: (text: string) => void;
  /** Undefined when its first line is none. */
  readonly finish: () => ReadChain | undefined;
}

const ignore = (): void => undefined;

/** Reads the file line by line, in memory that does not grow with it. */
export function readChainFile(sha256: Sha256, onEvent: (event: ChainedEvent) => void = ignore): ChainReader {
  let first: ChainFileHead | undefined;
  let follower: ReturnType<typeof followChain> | undefined;
  const told = new Set<string>();
  const faults: string[] = [];
  let events = 0;
  let lines = 0;
  let anchored = false;

  const line = (text: string): void => {
    lines += 1;
    if (lines === 1) {
      first = parseHead(text);
      follower = first && followChain(first.head, sha256);
      return;
    }
    const event = first && toEvent(parseLine(text), first.head.chainId);
    if (event === undefined) {
      if (faults.length < 20) faults.push(`line ${lines} is no event`);
      return;
    }
    events += 1;
    if (first?.anchor?.sequence === event.sequence) anchored = first.anchor.hash === event.hash;
    const field = telling[event.kind];
    if (field !== undefined && event.text !== undefined) keepTold(told, event.text, field);
    follower?.follow(event);
    onEvent(event);
  };
  const finish = (): ReadChain | undefined => {
    if (first === undefined || follower === undefined) return undefined;
    const { head, anchor } = first;
    const followed = follower.finish();
    faults.push(...followed.faults.slice(0, 20).map(describeFault));
    const climbed =
      anchor && anchored ? climb({ ...anchor, chainId: head.chainId }, anchor.path, sha256) : null;
    return { head, anchor, climbed, events, told, faults };
  };
  return { line, finish };
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
