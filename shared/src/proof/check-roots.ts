import { keyFingerprint, fromHex, type ProofCrypto } from './proof-crypto.js';
import type { ProofFault } from './proof-fault.js';
import { openRoot, parseRoots, type RootStatement, type SignedRoot } from './signed-root.js';
import { checkTimestamp, type CheckedTimestamp } from './timestamp-token.js';
import { toUtf8 } from './utf8.js';

export interface CheckedRoot extends RootStatement {
  readonly timestamp: CheckedTimestamp | null;
}

export interface CheckedRoots {
  readonly roots: ReadonlyMap<number, CheckedRoot>;
  /** Fingerprints of the keys that signed them. */
  readonly keys: readonly string[];
  readonly faults: readonly ProofFault[];
}

/** Signatures, timestamps, and the link of each root to the one before, where that one stands in the file. */
export async function checkRoots(path: string, text: string, crypto: ProofCrypto): Promise<CheckedRoots> {
  const signed = parseRoots(text);
  if (signed === undefined) return { roots: new Map(), keys: [], faults: [{ code: 'malformed', path }] };
  const roots = new Map<number, CheckedRoot>();
  const keys = new Set<string>();
  const faults: ProofFault[] = [];
  let before: { readonly number: number; readonly sha256: string } | undefined;
  for (const [place, root] of signed.entries()) {
    keys.add(keyFingerprint(root.publicKey, crypto));
    const statement = openRoot(root, crypto);
    if (statement === undefined) {
      faults.push({ code: 'anchor', path, detail: `signature ${place + 1}` });
      continue;
    }
    const { number, previousSha256 } = statement;
    if (before !== undefined && number <= before.number) {
      faults.push({ code: 'anchor', path, detail: `order ${place + 1}` });
      continue;
    }
    if (before?.number === number - 1 && before.sha256 !== previousSha256)
      faults.push({ code: 'anchor', path, detail: `root ${number}` });
    before = { number, sha256: crypto.sha256(root.statement) };
    const timestamp = await timestampOf(root, crypto);
    if (timestamp === undefined) faults.push({ code: 'timestamp', path, detail: `root ${number}` });
    roots.set(number, { ...statement, timestamp: timestamp ?? null });
  }
  return { roots, keys: [...keys], faults };
}

async function timestampOf(
  { statement, timestamp }: SignedRoot,
  crypto: ProofCrypto,
): Promise<CheckedTimestamp | null | undefined> {
  return timestamp === null ? null : checkTimestamp(fromHex(timestamp), toUtf8(statement), crypto);
}
