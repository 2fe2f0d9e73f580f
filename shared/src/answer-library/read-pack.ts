import { parisDay, type Instant } from '../calendar.js';
import type { ProofFault } from '../proof/proof-fault.js';
import { fromHex, keyFingerprint, type ProofCrypto } from '../proof/proof-crypto.js';
import { readEntry } from '../proof/read-entry.js';
import { readZip, type ProofSource } from '../proof/read-zip.js';
import { fromUtf8, toUtf8 } from '../proof/utf8.js';
import { crc32, headerSize, type ZipEntry } from '../proof/zip-layout.js';
import { checkPackEntry, checkPackPiece } from './check-pack.js';
import type { PackFault } from './pack-fault.js';
import {
  isTooLarge,
  maxPackManifestBytes,
  packManifestPath,
  packSealedText,
  packSealPath,
  parsePackFrame,
  parsePackSeal,
  piecePath,
  readPieceFacts,
  type PackEntry,
  type PackFrame,
  type PackManifest,
  type PackPiece,
  type PackSeal,
} from './pack-format.js';

/** Where the bytes of a piece stand in the archive. */
export interface PlacedPiece extends PackPiece {
  readonly offset: number;
}

export interface SoundPack {
  readonly manifest: PackManifest;
  readonly pieces: readonly PlacedPiece[];
  readonly manifestSha256: string;
  /** Of the key that signed: it tells from which installation the pack comes, and nothing about what it holds. */
  readonly keyFingerprint: string;
}

export type ReadPack =
  | { readonly sound: true; readonly pack: SoundPack }
  | { readonly sound: false; readonly faults: readonly PackFault[] };

type Faults = Extract<ReadPack, { readonly sound: false }>;

const maxFaults = 20;
const broken = (...faults: readonly PackFault[]): Faults => ({
  sound: false,
  faults: faults.slice(0, maxFaults),
});

interface ReadOptions {
  readonly crypto: Pick<ProofCrypto, 'hasher' | 'verifyEd25519'>;
  readonly now: Instant;
}

/** Reads a pack of answers from its first byte to its last; nothing of it is to be used where one byte is not as it was signed. */
export async function readPack(source: ProofSource, options: ReadOptions): Promise<ReadPack> {
  const { entries, faults } = await readZip(source);
  if (faults.length > 0) return broken(...faults.map(toPackFault));
  const files = new Map(entries.map((entry) => [entry.path, entry]));
  const manifest = await readSmall(source, files.get(packManifestPath), maxPackManifestBytes, options);
  const seal = await readSmall(source, files.get(packSealPath), 4_096, options);
  if (typeof manifest === 'string') return broken({ code: manifest, path: packManifestPath });
  if (typeof seal === 'string') return broken({ code: seal, path: packSealPath });
  const signed = parsePackSeal(seal.text);
  if (signed === undefined) return broken({ code: 'malformed', path: packSealPath });
  if (signed.manifestSha256 !== manifest.sha256) return broken({ code: 'changed', path: packManifestPath });
  if (!isSigned(signed, options)) return broken({ code: 'seal', path: packSealPath });
  const frame = parsePackFrame(manifest.text);
  if (frame === undefined) return broken({ code: 'malformed', path: packManifestPath });
  if (isTooLarge(frame)) return broken({ code: 'too-many', path: packManifestPath });
  const checked = checkFrame(frame, options.now);
  if ('sound' in checked) return checked;
  const wrong = await checkFiles(source, entries, checked.pieces, options);
  if (wrong.length > 0) return broken(...wrong);
  const pack = {
    manifest: { ...frame, format: 'probant-answers/1' as const, ...checked },
    pieces: checked.pieces.map((piece) => ({ ...piece, offset: placeOf(files, piece) })),
    manifestSha256: manifest.sha256,
    keyFingerprint: keyFingerprint(signed.publicKey, options.crypto),
  };
  return { sound: true, pack };
}

function isSigned(seal: PackSeal, { crypto }: ReadOptions): boolean {
  return crypto.verifyEd25519(fromHex(seal.publicKey), fromHex(seal.signature), toUtf8(packSealedText(seal)));
}

function checkFrame(
  frame: PackFrame,
  now: Instant,
): Faults | { readonly entries: readonly PackEntry[]; readonly pieces: readonly PackPiece[] } {
  const path = packManifestPath;
  const faults: PackFault[] = [];
  const pieces = frame.pieces.flatMap((one, index) => {
    const piece = readPieceFacts(one) && checkPackPiece(one, parisDay(now));
    if (piece === undefined) faults.push({ code: 'piece', path, place: index + 1 });
    return piece ?? [];
  });
  const entries = frame.entries.flatMap((one, index) => {
    const entry = checkPackEntry(one, frame.pieces.length, now);
    if (entry === undefined) faults.push({ code: 'entry', path, place: index + 1 });
    return entry ?? [];
  });
  return faults.length > 0 ? broken(...faults) : { entries, pieces };
}

/** One file for each hash, in the order in which the manifest first names it, then manifest and seal. */
async function checkFiles(
  source: ProofSource,
  entries: readonly ZipEntry[],
  pieces: readonly PackPiece[],
  { crypto }: ReadOptions,
): Promise<PackFault[]> {
  const byPath = new Map(pieces.map((piece) => [piecePath(piece.sha256), piece]));
  const wanted = [...byPath.keys(), packManifestPath, packSealPath];
  const there = new Set(entries.map(({ path }) => path));
  const faults: PackFault[] = [
    ...wanted.filter((path) => !there.has(path)).map((path) => ({ code: 'missing' as const, path })),
    ...[...there]
      .filter((path) => !wanted.includes(path))
      .map((path) => ({ code: 'unlisted' as const, path })),
  ];
  if (faults.length > 0) return faults;
  if (wanted.some((path, place) => entries[place]?.path !== path)) return [{ code: 'archive', path: '' }];
  for (const entry of entries) {
    const piece = byPath.get(entry.path);
    if (piece === undefined) continue;
    let crc = 0;
    const { headerSound, sha256 } = await readEntry(source, entry, crypto, (bytes) => {
      crc = crc32(bytes, crc);
    });
    const sameBytes =
      sha256 === piece.sha256 && pieces.every((one) => one.sha256 !== sha256 || one.bytes === entry.size);
    if (!sameBytes) faults.push({ code: 'changed', path: entry.path });
    else if (!headerSound || crc !== entry.crc32) faults.push({ code: 'header', path: entry.path });
  }
  return faults;
}

function placeOf(files: ReadonlyMap<string, ZipEntry>, { sha256 }: PackPiece): number {
  const path = piecePath(sha256);
  return (files.get(path)?.offset ?? 0) + headerSize(path);
}

async function readSmall(
  source: ProofSource,
  entry: ZipEntry | undefined,
  most: number,
  { crypto }: ReadOptions,
): Promise<{ readonly text: string; readonly sha256: string } | PackFault['code']> {
  if (entry === undefined) return 'missing';
  if (entry.size > most) return 'too-many';
  const parts: Uint8Array[] = [];
  const { headerSound, sha256 } = await readEntry(source, entry, crypto, (bytes) => {
    parts.push(Uint8Array.from(bytes));
  });
  const crc = parts.reduce((before, part) => crc32(part, before), 0);
  if (!headerSound) return 'header';
  if (crc !== entry.crc32) return 'changed';
  const text = fromUtf8(...parts);
  return text === undefined ? 'malformed' : { text, sha256 };
}

function toPackFault({ code, path }: ProofFault): PackFault {
  const known = code === 'name' || code === 'duplicate' || code === 'header' ? code : 'archive';
  return { code: known, path };
}
