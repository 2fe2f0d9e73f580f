import { isInstant, type Instant } from '../calendar.js';
import { canonicalJson } from './canonical-json.js';
import { isProofPath } from './zip-layout.js';

/** What a file is to the one who verifies; `data` and `print` are hashed and not read. */
export const proofRoles = [
  'questionnaire',
  'version',
  'submission',
  'piece',
  'score',
  'records',
  'events',
  'excerpt',
  'roots',
  'data',
  'print',
] as const;
export type ProofRole = (typeof proofRoles)[number];

export const proofKinds = ['assessment', 'engagement', 'request'] as const;
export type ProofKind = (typeof proofKinds)[number];

export interface ManifestFile {
  readonly path: string;
  readonly role: ProofRole;
  readonly bytes: number;
  readonly sha256: string;
  /** Eight hexadecimal digits: the field of the archive, so that no byte of it is free. */
  readonly crc32: string;
  /** What it is, in French, as the numbered index prints it. */
  readonly title: string;
}

/** Everything that is sealed, by hash. */
export interface ProofManifest {
  readonly format: 'probant-proof/1';
  readonly kind: ProofKind;
  /** Whose file it is: what it holds is what this organisation may see. */
  readonly owner: { readonly id: string; readonly name: string };
  readonly subject: { readonly id: string; readonly title: string };
  readonly sealedAt: Instant;
  readonly product: string;
  readonly files: readonly ManifestFile[];
}

export interface ProofSeal {
  readonly format: 'probant-seal/1';
  readonly manifestSha256: string;
  /** Null: no authority was configured, or none answered. */
  readonly timestampSha256: string | null;
  /** Ed25519, 32 bytes in hexadecimal. */
  readonly publicKey: string;
  readonly signature: string;
}

/** These three close the archive, in this order; the token may be absent. */
export const manifestPath = 'manifest.json';
export const timestampPath = 'timestamp.tst';
export const sealPath = 'seal.json';
export const maxManifestBytes = 16_000_000;

/** What the seal signs, in UTF-8. */
export function sealedText({
  manifestSha256,
  timestampSha256,
}: Omit<ProofSeal, 'format' | 'signature'>): string {
  return ['probant-seal/1', manifestSha256, timestampSha256 ?? '-'].join('\n');
}

const hex = (length: number) => new RegExp(`^[0-9a-f]{${length}}$`);
const sha = hex(64);
const crc = hex(8);
const signature = hex(128);

/** Undefined for a text that is no manifest, or not written canonically. */
export function parseManifest(text: string): ProofManifest | undefined {
  const value = parseCanonical(text);
  if (!isRecord(value) || value['format'] !== 'probant-proof/1' || !Array.isArray(value['files']))
    return undefined;
  const { kind, owner, subject, sealedAt, product } = value;
  if (!hasTexts(owner, 'id', 'name') || !hasTexts(subject, 'id', 'title')) return undefined;
  if (typeof sealedAt !== 'string' || !isInstant(sealedAt) || typeof product !== 'string') return undefined;
  if (!proofKinds.some((known) => known === kind) || !value['files'].every(isManifestFile)) return undefined;
  // Checked just above, field by field.
  return value as unknown as ProofManifest;
}

export function parseSeal(text: string): ProofSeal | undefined {
  const value = parseCanonical(text);
  if (!isRecord(value) || value['format'] !== 'probant-seal/1') return undefined;
  const { manifestSha256, timestampSha256, publicKey, signature: signed } = value;
  const sound =
    matches(manifestSha256, sha) &&
    (timestampSha256 === null || matches(timestampSha256, sha)) &&
    matches(publicKey, sha) &&
    matches(signed, signature);
  return sound && Object.keys(value).length === 5 ? (value as unknown as ProofSeal) : undefined;
}

function isManifestFile(file: unknown): file is ManifestFile {
  return (
    isRecord(file) &&
    typeof file['path'] === 'string' &&
    isProofPath(file['path']) &&
    proofRoles.some((role) => role === file['role']) &&
    isCount(file['bytes']) &&
    matches(file['sha256'], sha) &&
    matches(file['crc32'], crc) &&
    typeof file['title'] === 'string'
  );
}

function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

export function isHash(value: unknown): value is string {
  return matches(value, sha);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The value of a text that is the canonical JSON of it. */
export function parseCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
