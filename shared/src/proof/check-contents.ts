import { readChainFile, type ReadChain } from './chain-file.js';
import { openRecordBook, type RecordBook } from './check-records.js';
import { checkRoots, type CheckedRoot } from './check-roots.js';
import { checkScores, type CheckedScore } from './check-scores.js';
import { readExcerpt, type ReadExcerpt } from './excerpt-file.js';
import type { ManifestFile, ProofRole } from './manifest.js';
import type { ProofCrypto } from './proof-crypto.js';
import type { ProofFault } from './proof-fault.js';
import { lineSplitter, readEntry } from './read-entry.js';
import type { ProofSource } from './read-zip.js';
import { hashesIn } from './told-records.js';
import { fromUtf8 } from './utf8.js';
import type { ZipEntry } from './zip-layout.js';

/** A chain, or an excerpt of one, and how far signed roots date it. */
export interface CheckedChain {
  readonly path: string;
  readonly events: number;
  readonly anchoredEvents: number;
  /** Of the root; null in an excerpt, whose events lead to several. */
  readonly anchoredAt: string | null;
  /** What an authority says of that root. */
  readonly timestampedAt: string | null;
  readonly excerpt: boolean;
}

export interface Contents {
  readonly faults: readonly ProofFault[];
  readonly events: number;
  readonly chains: readonly CheckedChain[];
  readonly scores: readonly CheckedScore[];
  /** How many were compared with their events. */
  readonly records: number;
  readonly roots: number;
  /** How many of them bear a timestamp that holds. */
  readonly stampedRoots: number;
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
const whole = new Set<ProofRole>(['version', 'submission', 'score', 'records', 'roots']);
/** Events are met by the records that wait for them, and lead to roots: both are read before. */
const first = new Set<ProofRole>(['records', 'roots']);

interface Found {
  readonly chains: Map<string, ReadChain>;
  readonly excerpts: Map<string, ReadExcerpt>;
  readonly texts: Map<ManifestFile, string>;
  readonly roots: Map<number, CheckedRoot>;
  readonly rootKeys: Set<string>;
  readonly records: RecordBook;
}

/** Every file against its hash, then what the files say of one another. */
export async function checkContents(source: ProofSource, around: Around): Promise<Contents> {
  const faults: ProofFault[] = [];
  const found: Found = {
    chains: new Map(),
    excerpts: new Map(),
    texts: new Map(),
    roots: new Map(),
    rootKeys: new Set(),
    records: openRecordBook(around.crypto.sha256),
  };
  let done = 0;
  for (const early of [true, false]) {
    for (const file of around.files.filter(({ role }) => first.has(role) === early)) {
      const entry = around.entries.get(file.path);
      if (entry !== undefined)
        faults.push(...(await checkFile(source, file, { entry, found, crypto: around.crypto })));
      done += file.bytes;
      around.onProgress?.(done, source.size);
    }
  }
  const told = new Set([...found.chains.values()].flatMap(({ told: hashes }) => [...hashes]));
  const { scores, faults: scoreFaults } = checkScores(found.texts, told);
  faults.push(
    ...anchorFaults(found),
    ...scoreFaults,
    ...found.records.faults(),
    ...documentFaults(found, told, around),
  );
  return { faults, scores, ...summaryOf(found) };
}

function summaryOf({
  chains,
  excerpts,
  roots,
  rootKeys,
  records,
}: Found): Omit<Contents, 'faults' | 'scores'> {
  const whole_ = [...chains].map(([path, { events, anchor }]): CheckedChain => {
    const root = anchor === null ? undefined : roots.get(anchor.root);
    return {
      path,
      events,
      anchoredEvents: anchor?.sequence ?? 0,
      anchoredAt: root?.at ?? null,
      timestampedAt: root?.timestamp?.at ?? null,
      excerpt: false,
    };
  });
  const parts = [...excerpts].map(([path, { events, anchored }]): CheckedChain => ({
    path,
    events,
    anchoredEvents: anchored,
    anchoredAt: null,
    timestampedAt: null,
    excerpt: true,
  }));
  return {
    events: [...whole_, ...parts].reduce((sum, { events }) => sum + events, 0),
    chains: [...whole_, ...parts],
    records: records.count(),
    roots: roots.size,
    stampedRoots: [...roots.values()].filter(({ timestamp }) => timestamp !== null).length,
    rootKeys: [...rootKeys],
  };
}

interface FileAround {
  readonly entry: ZipEntry;
  readonly found: Found;
  readonly crypto: ProofCrypto;
}

async function checkFile(
  source: ProofSource,
  file: ManifestFile,
  { entry, found, crypto }: FileAround,
): Promise<ProofFault[]> {
  const { path, role } = file;
  const faults: ProofFault[] = [];
  const events = eventReader(file, found, crypto);
  const parts: Uint8Array[] = [];
  const keep = whole.has(role) && entry.size <= maxTextBytes;
  const { headerSound, sha256 } = await readEntry(source, entry, crypto, (bytes) => {
    events?.feed(bytes);
    if (keep) parts.push(Uint8Array.from(bytes));
  });
  const listedCrc = entry.crc32.toString(16).padStart(8, '0');
  if (!headerSound || listedCrc !== file.crc32) faults.push({ code: 'header', path });
  if (sha256 !== file.sha256 || entry.size !== file.bytes) return [...faults, { code: 'changed', path }];
  if (whole.has(role))
    faults.push(...(await keepText(file, keep ? fromUtf8(...parts) : undefined, found, crypto)));
  return events === undefined
    ? faults
    : [...faults, ...(events.finish() ?? [{ code: 'malformed' as const, path }])];
}

async function keepText(
  file: ManifestFile,
  text: string | undefined,
  found: Found,
  crypto: ProofCrypto,
): Promise<readonly ProofFault[]> {
  const { role, path } = file;
  if (text === undefined) return [{ code: 'malformed', path }];
  if (role === 'records') found.records.add(path, text);
  else if (role !== 'roots') found.texts.set(file, text);
  if (role !== 'roots') return [];
  const { roots, keys, faults } = await checkRoots(path, text, crypto);
  for (const [number, root] of roots) found.roots.set(number, root);
  for (const key of keys) found.rootKeys.add(key);
  return faults;
}

/** Reads the lines of a chain, or of an excerpt of one; undefined for a file of another role, or, when it ends, for one that is none. */
function eventReader({ path, role }: ManifestFile, found: Found, crypto: ProofCrypto) {
  const fault = (detail: string): ProofFault => ({ code: 'chain', path, detail });
  const { isWanted, meet } = found.records;
  if (role === 'events') {
    const { feed, finish } = readChainFile({ crypto, isWanted, onWanted: meet });
    return {
      feed,
      finish: () => {
        const read = finish();
        if (read !== undefined) found.chains.set(path, read);
        return read?.faults.map(fault);
      },
    };
  }
  if (role !== 'excerpt') return undefined;
  const rootOf = (number: number) => found.roots.get(number)?.root;
  const { line, finish } = readExcerpt({ sha256: crypto.sha256, rootOf, onEvent: meet });
  const lines = lineSplitter(line);
  return {
    feed: lines.feed,
    finish: () => {
      const read = lines.end() ? finish() : undefined;
      if (read !== undefined) found.excerpts.set(path, read);
      return (
        read && [
          ...read.faults.map(fault),
          ...read.astray.map((sequence): ProofFault => ({
            code: 'anchor',
            path,
            detail: `event ${sequence}`,
          })),
        ]
      );
    },
  };
}

function anchorFaults({ chains, roots }: Found): ProofFault[] {
  return [...chains].flatMap(([path, { anchor, climbed }]): ProofFault[] =>
    anchor === null || (climbed !== null && roots.get(anchor.root)?.root === climbed)
      ? []
      : [{ code: 'anchor', path }],
  );
}

/** Submissions and versions stand in the chains by hash; questionnaires in the submissions beside them; pieces in any, or in a record. */
function documentFaults(
  { texts, records }: Found,
  told: ReadonlySet<string>,
  { files }: Around,
): ProofFault[] {
  const submissions = [...texts].filter(([{ role }]) => role === 'submission');
  const named = new Set([...records.named, ...submissions.flatMap(([, text]) => hashesIn(text))]);
  const questionnaires = files.filter(({ role }) => role === 'questionnaire');
  const isTold = ({ role, path, sha256 }: ManifestFile): boolean => {
    if (role === 'submission' || role === 'version') return told.has(sha256);
    if (role === 'piece') return named.has(sha256);
    if (role !== 'questionnaire') return true;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = submissions
      .filter(([file]) => file.path.startsWith(folder))
      .map(([, text]) => hashesIn(text));
    const shown = questionnaires.filter((file) => file.path.startsWith(folder));
    // Each submission answers one of the questionnaires beside it, and each of them was answered or moved to.
    return (
      beside.every((hashes) => shown.some((one) => hashes.includes(one.sha256))) &&
      (told.has(sha256) || beside.length === 0 || beside.some((hashes) => hashes.includes(sha256)))
    );
  };
  return files.filter((file) => !isTold(file)).map(({ path }) => ({ code: 'untold', path }));
}
