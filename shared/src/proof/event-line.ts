import type { ChainedEvent } from './chain.js';
import { isRecord } from './manifest.js';

/** Undefined for a line that is no JSON. */
export function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An event as a line of a file tells it; undefined for a line that is none. */
export function toEvent(value: unknown, chainId: string): ChainedEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { previousHash, sequence, at, actor, kind, textSha256, hash, text } = value;
  if (typeof sequence !== 'number' || typeof previousHash !== 'string' || typeof at !== 'string')
    return undefined;
  if (typeof actor !== 'string' || typeof kind !== 'string' || typeof textSha256 !== 'string')
    return undefined;
  if (typeof hash !== 'string' || typeof text !== 'string') return undefined;
  return { chainId, previousHash, sequence, at, actor, kind, textSha256, hash, text };
}
