/** Hex sha256 over the UTF-8 of a text; node, the browser and PostgreSQL each bring their own. */
export type Sha256 = (text: string) => string;

export interface ChainedEvent {
  readonly previousHash: string;
  /** Organisation and chain, `<uuid>/<uuid>`. */
  readonly chainId: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** ISO instant in UTC with milliseconds: `2026-11-23T09:00:00.000Z`. */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly textSha256: string;
  readonly hash: string;
  /** The canonical JSON of the event; absent where only its hash is kept in the chain. */
  readonly text?: string;
}

/** Kept apart from the events, so that a cut-off tail is found. */
export interface ChainHead {
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

export type HashedFields = Omit<ChainedEvent, 'hash' | 'text'>;

export const genesisHash = '0'.repeat(64);

/**
 * sha256 over seven lines joined by "\n", without a last one: previous hash, chain id, sequence in decimal, instant, actor,
 * kind, sha256 of the text. The function of the database that appends an event writes the same lines.
 */
export function eventHash(fields: HashedFields, sha256: Sha256): string {
  const lines = linesOf(fields);
  if (!lines.every(isOneLine)) throw new TypeError('a field of an event holds a line feed');
  return sha256(lines.join('\n'));
}

/** A line feed in a field would let two events share one text. */
export function isHashable(fields: HashedFields): boolean {
  return linesOf(fields).every(isOneLine);
}

function isOneLine(line: string): boolean {
  return !line.includes('\n');
}

function linesOf({ previousHash, chainId, sequence, at, actor, kind, textSha256 }: HashedFields): string[] {
  return [previousHash, chainId, String(sequence), at, actor, kind, textSha256];
}

export function emptyHead(chainId: string): ChainHead {
  return { chainId, sequence: 0, hash: genesisHash };
}

export function chainEvent(
  head: ChainHead,
  event: { readonly at: string; readonly actor: string; readonly kind: string; readonly text: string },
  sha256: Sha256,
): ChainedEvent {
  const { at, actor, kind, text } = event;
  const fields = {
    previousHash: head.hash,
    chainId: head.chainId,
    sequence: head.sequence + 1,
    at,
    actor,
    kind,
    textSha256: sha256(text),
  };
  return { ...fields, hash: eventHash(fields, sha256), text };
}
