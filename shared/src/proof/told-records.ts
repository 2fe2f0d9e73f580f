import { canonicalJson } from './canonical-json.js';
import type { Sha256 } from './chain.js';
import { isRecord, parseCanonical } from './manifest.js';

/** Which event tells of a record. */
export interface EventPlace {
  readonly chainId: string;
  readonly sequence: number;
}

/** Something that was recorded, beside the event that told of it then. */
export interface ToldRecord {
  readonly event: EventPlace;
  /** Members of the event, word for word. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The member of the event that holds the hash, or a list with it; null: the facts are all that it says. */
  readonly field: string | null;
  readonly sha256: string | null;
  /**
   * What was hashed: a text, or any other value as its canonical JSON. Not there: the bytes stand in the file as a piece, or the
   * owner of the file may not read them.
   */
  readonly content?: unknown;
  /** What no event says. */
  readonly beside: Readonly<Record<string, unknown>>;
}

export function recordsText(records: readonly ToldRecord[]): string {
  return canonicalJson({ format: 'probant-records/1', records });
}

/** Undefined for a text that holds no records, or is not written canonically. */
export function parseRecords(text: string): readonly ToldRecord[] | undefined {
  const value = parseCanonical(text);
  if (!isRecord(value) || value['format'] !== 'probant-records/1') return undefined;
  const { records } = value;
  return Array.isArray(records) && records.every(isToldRecord) ? records : undefined;
}

function isToldRecord(value: unknown): value is ToldRecord {
  if (!isRecord(value) || !isRecord(value['event'])) return false;
  const { event, facts, field, sha256, beside } = value;
  const { chainId, sequence } = event as Partial<EventPlace>;
  const hashed = typeof field === 'string' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  const bare = field === null && sha256 === null && !('content' in value);
  return (
    typeof chainId === 'string' &&
    Number.isSafeInteger(sequence) &&
    isRecord(facts) &&
    isRecord(beside) &&
    (hashed || bare)
  );
}

/** The hash of what a record holds, as its event names it. */
export function contentHash(content: unknown, sha256: Sha256): string {
  return sha256(typeof content === 'string' ? content : canonicalJson(content));
}

/** What is wrong with a record that stands beside its event; undefined where the two say the same. */
export function differenceFrom(
  { field, sha256, facts }: Pick<ToldRecord, 'field' | 'sha256' | 'facts'>,
  event: unknown,
): string | undefined {
  if (!isRecord(event)) return 'its event is no object';
  if (field !== null && sha256 !== null && !holds(event[field], sha256)) return field;
  return Object.keys(facts).find(
    (name) => !Object.hasOwn(event, name) || canonicalJson(event[name]) !== canonicalJson(facts[name]),
  );
}

function holds(told: unknown, sha256: string): boolean {
  return told === sha256 || (Array.isArray(told) && told.includes(sha256));
}

/** The hashes that a JSON text names. */
export function hashesIn(text: string): readonly string[] {
  return text.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [];
}
