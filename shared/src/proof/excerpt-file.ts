import { canonicalJson } from './canonical-json.js';
import { eventHash, isHashable, type ChainedEvent, type Sha256 } from './chain.js';
import { parseLine, toEvent } from './event-line.js';
import { isRecord } from './manifest.js';
import { climb, isMerkleStep, type MerkleStep } from './merkle.js';

/** The way of one event to a signed root. */
export interface EventAnchor {
  readonly root: number;
  readonly path: readonly MerkleStep[];
}

/** An event that is shown without those around it. */
export interface ExcerptEvent extends Omit<ChainedEvent, 'chainId' | 'text'> {
  readonly text: string;
  /** Null: no root has been signed since. */
  readonly anchor: EventAnchor | null;
}

export function excerptHead(chainId: string): string {
  return `${canonicalJson({ format: 'probant-excerpt/1', chainId })}\n`;
}

export function excerptLine(event: ExcerptEvent): string {
  const { previousHash, sequence, at, actor, kind, textSha256, hash, text, anchor } = event;
  return `${JSON.stringify({ previousHash, sequence, at, actor, kind, textSha256, hash, text, anchor })}\n`;
}

export interface ReadExcerpt {
  readonly chainId: string;
  readonly events: number;
  /** How many are in a signed root. */
  readonly anchored: number;
  readonly faults: readonly string[];
  /** Events that lead to no root of the file. */
  readonly astray: readonly number[];
}

export interface ExcerptAround {
  readonly sha256: Sha256;
  /** The hash of a root that the file holds. */
  readonly rootOf: (number: number) => string | undefined;
  readonly onEvent: (event: ChainedEvent) => void;
}

const mostTold = 20;

/** Reads the file line by line, in memory that does not grow with it. */
export function readExcerpt({ sha256, rootOf, onEvent }: ExcerptAround) {
  let chainId: string | undefined;
  let lines = 0;
  let last: ChainedEvent | undefined;
  const [faults, astray]: [string[], number[]] = [[], []];
  let [events, anchored] = [0, 0];
  const report = (fault: string): void => {
    if (faults.length < mostTold) faults.push(fault);
  };

  const line = (text: string): void => {
    lines += 1;
    if (lines === 1) {
      chainId = parseHead(text);
      return;
    }
    const value = parseLine(text);
    const event = chainId === undefined ? undefined : toEvent(value, chainId);
    const anchor = event && anchorOf(value);
    if (event === undefined || anchor === undefined) {
      report(`line ${lines} is no event`);
      return;
    }
    events += 1;
    if (!isSound(event, last, sha256)) report(`event ${event.sequence} was changed`);
    last = event;
    if (anchor !== null) {
      anchored += 1;
      const isThere = climb(event, anchor.path, sha256) === rootOf(anchor.root);
      if (!isThere && astray.length < mostTold) astray.push(event.sequence);
    }
    onEvent(event);
  };
  const finish = (): ReadExcerpt | undefined =>
    chainId === undefined ? undefined : { chainId, events, anchored, faults, astray };
  return { line, finish };
}

/** By rising number; of two that follow one another the second names the first. */
function isSound(event: ChainedEvent, last: ChainedEvent | undefined, sha256: Sha256): boolean {
  if (!isHashable(event) || event.text === undefined || sha256(event.text) !== event.textSha256) return false;
  if (eventHash(event, sha256) !== event.hash) return false;
  if (last === undefined) return event.sequence > 0;
  if (event.sequence <= last.sequence) return false;
  return event.sequence !== last.sequence + 1 || event.previousHash === last.hash;
}

function parseHead(text: string): string | undefined {
  const value = parseLine(text);
  const sound = isRecord(value) && value['format'] === 'probant-excerpt/1';
  return sound && typeof value['chainId'] === 'string' ? value['chainId'] : undefined;
}

/** Undefined for something that is none. */
function anchorOf(value: unknown): EventAnchor | null | undefined {
  const anchor = isRecord(value) ? value['anchor'] : undefined;
  if (anchor === null) return null;
  if (!isRecord(anchor) || typeof anchor['root'] !== 'number' || !Array.isArray(anchor['path']))
    return undefined;
  const { root, path } = anchor;
  return path.every(isMerkleStep) ? { root, path } : undefined;
}
