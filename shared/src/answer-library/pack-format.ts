import { isInstant, type Instant } from '../calendar.js';
import { maxBytes, maxCounts } from '../limits.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { isCount, isHash, isRecord, parseCanonical } from '../proof/manifest.js';
import type { LibraryContent } from './library-entry.js';

/** A piece beside the answers of a pack: what its owner says of it, which nobody has examined. */
export interface PackPiece {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly kind: string;
  readonly datedOn: string | null;
  readonly expiresOn: string | null;
}

export interface PackEntry extends LibraryContent {
  readonly givenAt: Instant;
  /** Indexes in the list of pieces. */
  readonly pieces: readonly number[];
}

/** Names no buyer and no questionnaire: to whom an answer was given is not the reader's affair. */
export interface PackManifest {
  readonly format: 'probant-answers/1';
  readonly exportedAt: Instant;
  /** Whose answers these are, as they call themselves. */
  readonly owner: string;
  readonly entries: readonly PackEntry[];
  readonly pieces: readonly PackPiece[];
}

export interface PackSeal {
  readonly format: 'probant-answers-seal/1';
  readonly manifestSha256: string;
  /** Ed25519, 32 bytes in hexadecimal. */
  readonly publicKey: string;
  readonly signature: string;
}

export const packManifestPath = 'manifest.json';
export const packSealPath = 'seal.json';
export const maxPackManifestBytes = 16_000_000;

/** A file is found by its content: a pack says nowhere where one is to be put. */
export function piecePath(sha256: string): string {
  return `pieces/${sha256}`;
}

/** What the seal signs, in UTF-8. Its first line is that of no other document, so that no signature stands for two things. */
export function packSealedText({
  manifestSha256,
  publicKey,
}: Omit<PackSeal, 'format' | 'signature'>): string {
  return ['probant-answers-seal/1', manifestSha256, publicKey].join('\n');
}

export function packManifestText(manifest: Omit<PackManifest, 'format'>): string {
  return canonicalJson({ ...manifest, format: 'probant-answers/1' });
}

export function packSealText(seal: Omit<PackSeal, 'format'>): string {
  return canonicalJson({ ...seal, format: 'probant-answers-seal/1' });
}

export function parsePackSeal(text: string): PackSeal | undefined {
  const value = parseCanonical(text);
  if (!isRecord(value) || value['format'] !== 'probant-answers-seal/1') return undefined;
  const { manifestSha256, publicKey, signature } = value;
  const sound =
    isHash(manifestSha256) &&
    isHash(publicKey) &&
    typeof signature === 'string' &&
    /^[0-9a-f]{128}$/.test(signature);
  return sound && Object.keys(value).length === 4 ? (value as unknown as PackSeal) : undefined;
}

/** The frame of a manifest; what its entries and pieces hold is for `checkPackEntry` and `checkPackPiece` to say. */
export interface PackFrame {
  readonly exportedAt: Instant;
  readonly owner: string;
  readonly entries: readonly unknown[];
  readonly pieces: readonly unknown[];
}

/** Undefined for a text that is no manifest, or not written canonically. */
export function parsePackFrame(text: string): PackFrame | undefined {
  const value = parseCanonical(text);
  if (!isRecord(value) || value['format'] !== 'probant-answers/1') return undefined;
  const { exportedAt, owner, entries, pieces } = value;
  if (typeof exportedAt !== 'string' || !isInstant(exportedAt)) return undefined;
  if (typeof owner !== 'string' || !Array.isArray(entries) || !Array.isArray(pieces)) return undefined;
  return Object.keys(value).length === 5 ? { exportedAt, owner, entries, pieces } : undefined;
}

/** Size and hash are those that the archive must hold; undefined where they cannot be read. */
export function readPieceFacts(piece: unknown): { sha256: string; bytes: number } | undefined {
  if (!isRecord(piece)) return undefined;
  const { sha256, bytes } = piece;
  return isHash(sha256) && isCount(bytes) && bytes <= maxBytes.evidenceFile ? { sha256, bytes } : undefined;
}

export function isTooLarge({ entries, pieces }: PackFrame): boolean {
  return entries.length > maxCounts.packEntries || pieces.length > maxCounts.packPieces;
}
