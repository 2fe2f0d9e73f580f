import { isInstant, type Instant } from '../calendar.js';
import { canonicalJson } from './canonical-json.js';
import { isCount, isHash, isRecord, parseCanonical } from './manifest.js';
import { fromHex, type ProofCrypto } from './proof-crypto.js';
import { toUtf8 } from './utf8.js';

/** The heads of all the chains that had moved, in one hash; each root names the one before. */
export interface RootStatement {
  readonly format: 'probant-root/1';
  readonly number: number;
  readonly at: Instant;
  readonly previousSha256: string | null;
  readonly heads: number;
  readonly root: string;
}

export interface SignedRoot {
  /** The canonical JSON of the statement: what is signed, in UTF-8. */
  readonly statement: string;
  readonly publicKey: string;
  readonly signature: string;
  /** A token of RFC 3161 over the statement, in hexadecimal. */
  readonly timestamp: string | null;
}

export function rootText(statement: Omit<RootStatement, 'format'>): string {
  return canonicalJson({ ...statement, format: 'probant-root/1' });
}

/** The statement of a root whose signature holds. */
export function openRoot(root: SignedRoot, crypto: ProofCrypto): RootStatement | undefined {
  const statement = parseCanonical(root.statement);
  if (!isStatement(statement)) return undefined;
  const signed = toUtf8(root.statement);
  if (!crypto.verifyEd25519(fromHex(root.publicKey), fromHex(root.signature), signed)) return undefined;
  return statement;
}

function isStatement(value: unknown): value is RootStatement {
  if (!isRecord(value) || value['format'] !== 'probant-root/1') return false;
  const { number, at, previousSha256, heads, root } = value;
  return (
    isCount(number) &&
    typeof at === 'string' &&
    isInstant(at) &&
    (previousSha256 === null || isHash(previousSha256)) &&
    isCount(heads) &&
    isHash(root)
  );
}

export function parseRoots(text: string): readonly SignedRoot[] | undefined {
  const value = parseCanonical(text);
  return Array.isArray(value) && value.every(isSignedRoot) ? value : undefined;
}

function isSignedRoot(value: unknown): value is SignedRoot {
  return (
    isRecord(value) &&
    typeof value['statement'] === 'string' &&
    isHex(value['publicKey'], 64) &&
    isHex(value['signature'], 128) &&
    (value['timestamp'] === null || isHex(value['timestamp'], undefined))
  );
}

function isHex(value: unknown, length: number | undefined): boolean {
  return (
    typeof value === 'string' &&
    /^[0-9a-f]+$/.test(value) &&
    value.length % 2 === 0 &&
    (length === undefined || value.length === length)
  );
}
