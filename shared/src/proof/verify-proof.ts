import { blameHeader } from './blame-header.js';
import { checkContents, type Contents } from './check-contents.js';
import {
  manifestPath,
  maxManifestBytes,
  parseManifest,
  parseSeal,
  sealedText,
  sealPath,
  timestampPath,
} from './manifest.js';
import type { ManifestFile, ProofManifest, ProofSeal } from './manifest.js';
import { fromHex, keyFingerprint, type ProofCrypto } from './proof-crypto.js';
import type { ProofFault } from './proof-fault.js';
import { readEntry } from './read-entry.js';
import { readZip, type ProofSource } from './read-zip.js';
import { fromUtf8, toUtf8 } from './utf8.js';
import { checkTimestamp, type CheckedTimestamp } from './timestamp-token.js';
import { crc32, type ZipEntry } from './zip-layout.js';

export interface ProofReport {
  /** Every byte is as it was sealed, and everything that can be worked out again comes out the same. */
  readonly intact: boolean;
  readonly faults: readonly ProofFault[];
  readonly manifest: Omit<ProofManifest, 'files'> | null;
  readonly manifestSha256: string | null;
  /** Who signed is told by this alone: compare it with a fingerprint that came another way. */
  readonly keyFingerprint: string | null;
  /** Null: no key was said to be trusted. */
  readonly trusted: boolean | null;
  /** Of the keys of the seal and of the roots, those that are not trusted; empty where none was said to be. */
  readonly untrustedKeys: readonly string[];
  readonly timestamp: CheckedTimestamp | null;
  readonly files: number;
  readonly bytes: number;
  readonly contents: Omit<Contents, 'faults'>;
}

export interface VerifyOptions {
  readonly crypto: ProofCrypto;
  /** Fingerprints of keys that the reader trusts. */
  readonly trusted?: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
}

const maxTokenBytes = 262_144;

/** Checks a proof file from its first byte to its last, in memory that does not grow with it. */
export async function verifyProof(source: ProofSource, options: VerifyOptions): Promise<ProofReport> {
  const { entries, faults: broken, table } = await readZip(source);
  const blamed = async () => (table === null ? undefined : blameHeader(source, table));
  if (broken.length > 0) {
    const fault = await blamed();
    return unread(source, fault === undefined ? broken : [fault]);
  }
  const faults: ProofFault[] = [];
  const closing = new Map(entries.map((entry) => [entry.path, entry]));
  const envelope = await openEnvelope(source, closing, options, faults);
  const manifest = envelope.manifest;
  const listed = manifest?.files ?? [];
  const unlike = compareLists(entries, listed, closing.has(timestampPath));
  // A name that was changed in the table alone is no file that went missing.
  const misnamed = unlike.length > 0 ? await blamed() : undefined;
  if (misnamed !== undefined) return unread(source, [misnamed]);
  faults.push(...unlike);
  const { faults: wrong, ...contents } = await checkContents(source, {
    entries: closing,
    files: listed,
    ...options,
  });
  faults.push(...wrong);
  const fingerprint = envelope.seal && keyFingerprint(envelope.seal.publicKey, options.crypto);
  const keys = [...(fingerprint ? [fingerprint] : []), ...contents.rootKeys];
  return {
    intact: faults.length === 0,
    faults,
    manifest: manifest ? withoutFiles(manifest) : null,
    manifestSha256: envelope.manifestSha256,
    keyFingerprint: fingerprint ?? null,
    ...trustIn([...new Set(keys)], options.trusted),
    timestamp: envelope.timestamp,
    files: entries.length,
    bytes: source.size,
    contents,
  };
}

/** Where the table of contents is not to be relied on nothing is read by it. */
function unread({ size }: ProofSource, faults: readonly ProofFault[]): ProofReport {
  return {
    intact: false,
    faults,
    manifest: null,
    manifestSha256: null,
    keyFingerprint: null,
    trusted: null,
    untrustedKeys: [],
    timestamp: null,
    files: 0,
    bytes: size,
    contents: { events: 0, chains: [], scores: [], records: 0, roots: 0, stampedRoots: 0, rootKeys: [] },
  };
}

interface Envelope {
  readonly manifest: ProofManifest | undefined;
  readonly manifestSha256: string | null;
  readonly seal: ProofSeal | undefined;
  readonly timestamp: CheckedTimestamp | null;
}

async function openEnvelope(
  source: ProofSource,
  entries: ReadonlyMap<string, ZipEntry>,
  { crypto }: VerifyOptions,
  faults: ProofFault[],
): Promise<Envelope> {
  const read = (path: string, most: number) => readSmall(source, entries.get(path), { crypto, most, faults });
  const manifestBytes = await read(manifestPath, maxManifestBytes);
  const tokenBytes = await read(timestampPath, maxTokenBytes);
  const sealBytes = await read(sealPath, 4_096);
  const manifest = manifestBytes && parseManifest(fromUtf8(manifestBytes.bytes) ?? '');
  const seal = sealBytes && parseSeal(fromUtf8(sealBytes.bytes) ?? '');
  const fault = (code: ProofFault['code'], path: string) => void faults.push({ code, path });
  if (!manifest) fault(manifestBytes ? 'malformed' : 'missing', manifestPath);
  if (!seal) fault(sealBytes ? 'malformed' : 'missing', sealPath);
  if (
    seal &&
    !crypto.verifyEd25519(fromHex(seal.publicKey), fromHex(seal.signature), toUtf8(sealedText(seal)))
  )
    fault('seal', sealPath);
  if (seal && manifestBytes && manifestBytes.sha256 !== seal.manifestSha256) fault('changed', manifestPath);
  if (seal && (tokenBytes?.sha256 ?? null) !== seal.timestampSha256) fault('changed', timestampPath);
  let timestamp: CheckedTimestamp | null = null;
  if (tokenBytes && manifestBytes) {
    timestamp = (await checkTimestamp(tokenBytes.bytes, manifestBytes.bytes, crypto)) ?? null;
    if (timestamp === null) fault('timestamp', timestampPath);
  }
  return { manifest, manifestSha256: manifestBytes?.sha256 ?? null, seal, timestamp };
}

async function readSmall(
  source: ProofSource,
  entry: ZipEntry | undefined,
  { crypto, most, faults }: { crypto: ProofCrypto; most: number; faults: ProofFault[] },
): Promise<{ bytes: Uint8Array; sha256: string } | undefined> {
  if (entry === undefined || entry.size > most) return undefined;
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  const { headerSound, sha256 } = await readEntry(source, entry, crypto, (part) => {
    bytes.set(part, at);
    at += part.length;
  });
  if (!headerSound || crc32(bytes) !== entry.crc32) faults.push({ code: 'header', path: entry.path });
  return { bytes, sha256 };
}

/** Files of the manifest in its order, then the three that close the archive. */
function compareLists(
  entries: readonly ZipEntry[],
  files: readonly ManifestFile[],
  stamped: boolean,
): ProofFault[] {
  const wanted = [
    ...files.map(({ path }) => path),
    manifestPath,
    ...(stamped ? [timestampPath] : []),
    sealPath,
  ];
  const there = new Set(entries.map(({ path }) => path));
  const known = new Set(wanted);
  const faults: ProofFault[] = [
    ...wanted
      .filter((path) => !there.has(path) && path !== manifestPath && path !== sealPath)
      .map((path) => ({ code: 'missing' as const, path })),
    ...[...there].filter((path) => !known.has(path)).map((path) => ({ code: 'unlisted' as const, path })),
  ];
  const moved = wanted.findIndex((path, place) => entries[place]?.path !== path);
  if (faults.length === 0 && entries.length > 0 && moved !== -1)
    faults.push({ code: 'archive', path: wanted[moved] ?? '', detail: 'order' });
  return faults;
}

function withoutFiles(manifest: ProofManifest): Omit<ProofManifest, 'files'> {
  const { format, kind, owner, subject, sealedAt, product } = manifest;
  return { format, kind, owner, subject, sealedAt, product };
}

/** The seal, and every root that a chain leans on. */
function trustIn(
  keys: readonly string[],
  trusted: readonly string[] | undefined,
): Pick<ProofReport, 'trusted' | 'untrustedKeys'> {
  if (trusted === undefined) return { trusted: null, untrustedKeys: [] };
  const untrustedKeys = keys.filter((key) => !trusted.includes(key));
  return { trusted: keys.length > 0 && untrustedKeys.length === 0, untrustedKeys };
}
