import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { readChainFile, type ReadChain } from './chain-file.js';
import { isRecord, parseCanonical, type ManifestFile } from './manifest.js';
import { keyFingerprint, type ProofCrypto } from './proof-crypto.js';
import type { ProofFault } from './proof-fault.js';
import { lineSplitter, readEntry } from './read-entry.js';
import type { ProofSource } from './read-zip.js';
import { isScoreAsKept, type KeptScore } from './recompute-score.js';
import { openRoot, parseRoots, type RootStatement } from './signed-root.js';
import { fromUtf8 } from './utf8.js';
import type { ZipEntry } from './zip-layout.js';

/** A kept score that was worked out again. */
export interface CheckedScore {
  readonly path: string;
  readonly score: number | null;
  readonly grade: string | null;
  /** Null: kept by an engine, or under rules, that this program does not know. */
  readonly same: boolean | null;
}

export interface Contents {
  readonly faults: readonly ProofFault[];
  readonly events: number;
  readonly chains: readonly {
    readonly path: string;
    readonly events: number;
    readonly anchoredAt: string | null;
    readonly anchoredEvents: number;
  }[];
  readonly scores: readonly CheckedScore[];
  /** Fingerprints of the keys that signed the roots. */
  readonly rootKeys: readonly string[];
}

export interface Around {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly files: readonly ManifestFile[];
  readonly crypto: ProofCrypto;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Files that are read whole: what a person wrote, never a piece. */
const maxTextBytes = 64_000_000;
const whole = new Set(['version', 'submission', 'score', 'roots']);

interface Found {
  readonly chains: Map<string, ReadChain>;
  readonly texts: Map<ManifestFile, string>;
}

/** Every file against its hash, then what the files say of one another. */
export async function checkContents(source: ProofSource, around: Around): Promise<Contents> {
  const faults: ProofFault[] = [];
  const found: Found = { chains: new Map(), texts: new Map() };
  let done = 0;
  for (const file of around.files) {
    const entry = around.entries.get(file.path);
    if (entry !== undefined)
      faults.push(...(await checkFile(source, file, { entry, found, crypto: around.crypto })));
    done += file.bytes;
    around.onProgress?.(done, source.size);
  }
  const { roots, keys, faults: rootFaults } = openRoots(found, around.crypto);
  const told = new Set([...found.chains.values()].flatMap(({ told: hashes }) => [...hashes]));
  const { scores, faults: scoreFaults } = checkScores(found, told, around.crypto);
  faults.push(
    ...rootFaults,
    ...anchorFaults(found, roots),
    ...scoreFaults,
    ...documentFaults(found, told, around),
  );
  return {
    faults,
    events: [...found.chains.values()].reduce((sum, { events }) => sum + events, 0),
    chains: [...found.chains].map(([path, { events, anchor }]) => ({
      path,
      events,
      anchoredAt: (anchor && roots.get(anchor.root)?.at) ?? null,
      anchoredEvents: anchor?.sequence ?? 0,
    })),
    scores,
    rootKeys: keys,
  };
}

async function checkFile(
  source: ProofSource,
  file: ManifestFile,
  { entry, found, crypto }: { entry: ZipEntry; found: Found; crypto: ProofCrypto },
): Promise<ProofFault[]> {
  const { path, role } = file;
  const faults: ProofFault[] = [];
  const chain = role === 'events' ? readChainFile(crypto.sha256) : undefined;
  const lines = chain && lineSplitter(chain.line);
  const parts: Uint8Array[] = [];
  const keep = whole.has(role) && entry.size <= maxTextBytes;
  const { headerSound, sha256 } = await readEntry(source, entry, crypto, (bytes) => {
    lines?.feed(bytes);
    if (keep) parts.push(Uint8Array.from(bytes));
  });
  const listedCrc = entry.crc32.toString(16).padStart(8, '0');
  if (!headerSound || listedCrc !== file.crc32) faults.push({ code: 'header', path });
  if (sha256 !== file.sha256 || entry.size !== file.bytes) return [...faults, { code: 'changed', path }];
  const text = keep ? fromUtf8(...parts) : undefined;
  if (keep && text === undefined) faults.push({ code: 'malformed', path });
  if (text !== undefined) found.texts.set(file, text);
  if (chain === undefined || lines === undefined) return faults;
  const complete = lines.end();
  const read = chain.finish();
  if (!complete || read === undefined) return [...faults, { code: 'malformed', path }];
  found.chains.set(path, read);
  faults.push(...read.faults.map((detail): ProofFault => ({ code: 'chain', path, detail })));
  return faults;
}

function openRoots({ texts }: Found, crypto: ProofCrypto) {
  const roots = new Map<number, RootStatement>();
  const keys = new Set<string>();
  const faults: ProofFault[] = [];
  for (const [{ role, path }, text] of texts) {
    if (role !== 'roots') continue;
    const signed = parseRoots(text);
    if (signed === undefined) faults.push({ code: 'malformed', path });
    for (const root of signed ?? []) {
      const statement = openRoot(root, crypto);
      if (statement === undefined) faults.push({ code: 'anchor', path, detail: 'signature' });
      else roots.set(statement.number, statement);
      keys.add(keyFingerprint(root.publicKey, crypto));
    }
  }
  return { roots, keys: [...keys], faults };
}

function anchorFaults({ chains }: Found, roots: ReadonlyMap<number, RootStatement>): ProofFault[] {
  return [...chains].flatMap(([path, { anchor, climbed }]): ProofFault[] =>
    anchor === null || (climbed !== null && roots.get(anchor.root)?.root === climbed)
      ? []
      : [{ code: 'anchor', path }],
  );
}

function checkScores({ texts }: Found, told: ReadonlySet<string>, { sha256 }: ProofCrypto) {
  const scores: CheckedScore[] = [];
  const faults: ProofFault[] = [];
  const versions = new Map(
    [...texts].flatMap(([{ role, sha256: hash }, text]) =>
      role === 'version' ? [[hash, text] as const] : [],
    ),
  );
  const documents = new Map<string, unknown>();
  for (const [{ role, path }, text] of texts) {
    if (role !== 'score') continue;
    const kept = parseCanonical(text) as KeptScore | undefined;
    const version = isRecord(kept) ? versions.get(kept.versionSha256) : undefined;
    if (kept === undefined || version === undefined) {
      faults.push({ code: 'malformed', path });
      continue;
    }
    if (!told.has(sha256(text))) faults.push({ code: 'untold', path });
    const document = documents.get(kept.versionSha256) ?? parseCanonical(version);
    documents.set(kept.versionSha256, document);
    const same = recompute(document, kept);
    if (same === false) faults.push({ code: 'score', path });
    scores.push({ path, score: kept.result.score.score, grade: kept.result.score.grade, same: same ?? null });
  }
  return { scores, faults };
}

/** What was sealed as a score and cannot be worked out at all is no score. */
function recompute(document: unknown, kept: KeptScore): boolean | undefined {
  try {
    return isScoreAsKept(document as QuestionnaireDocument, kept);
  } catch {
    return false;
  }
}

/** Submissions and versions stand in the chains by hash, questionnaires and pieces in the submissions. */
function documentFaults({ texts }: Found, told: ReadonlySet<string>, { files }: Around): ProofFault[] {
  const named = new Set<string>();
  for (const [{ role }, text] of texts) {
    if (role === 'submission')
      for (const hash of text.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []) named.add(hash);
  }
  const isTold = ({ role, sha256 }: ManifestFile): boolean => {
    if (role === 'submission' || role === 'version') return told.has(sha256);
    return role === 'piece' || role === 'questionnaire' ? named.has(sha256) || named.size === 0 : true;
  };
  return files.filter((file) => !isTold(file)).map(({ path }) => ({ code: 'untold', path }));
}
