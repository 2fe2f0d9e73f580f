import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { OrganisationId } from '@probant/shared/ids';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import type { ProofPart } from '../src/features/proof/proof-section.js';
import { ProofSealer } from '../src/features/proof/seal-proof.js';
import { ZipFile } from '../src/platform/files/zip-file.js';
import { Clock } from '../src/platform/clock/clock.js';
import { openSource } from '../src/platform/files/file-source.js';
import { createLocalFileStore } from '../src/platform/files/local-file-store.js';
import type { FileStore } from '../src/platform/files/stored-file.js';
import type { PdfRenderer } from '../src/platform/pdf/render-pdf.js';
import { nodeProofCrypto } from '../src/platform/signing/node-proof-crypto.js';
import { SigningKey } from '../src/platform/signing/signing-key.js';
import type { BenchResult } from './benchmark.js';
import { chainOfBench } from './bench-proof.js';

export const name = 'proof-size';

const organisationId = '0190c7f2-2222-7000-8000-000000000002' as OrganisationId;
const [few, many] = [10, 500];
const pieceBytes = 2_100_000;
const events = 20_000;
const sampleEveryMilliseconds = 20;

/**
 * Most resident memory while a file of 500 pieces and more than a gigabyte is sealed and verified, ÷ the same for ten pieces: what printing and the
 * program itself take is in both, and pieces are to take nothing.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'probant-proof-size-'));
  try {
    const yardstick = await measure(folder, few);
    collect();
    const value = await measure(folder, many);
    const unit = `MB resident, ${many} pieces of ${(many * pieceBytes) / 1e9} GB`;
    return { value, unit, yardstick, ratio: value / yardstick };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the first file left behind is none of the second's. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

async function measure(folder: string, pieces: number): Promise<number> {
  const store = createLocalFileStore(path.join(folder, 'files'));
  const hashes = await keepPieces(store, folder, pieces);
  const zip = path.join(folder, `preuve-${pieces}.zip`);
  const sealing = await watched(() => seal(zip, { store, hashes, key: path.join(folder, 'key.pem') }));
  const verifying = await watched(() => verifyFile(zip));
  process.stderr.write(
    `  ${pieces} pieces: sealing ${sealing.toFixed(0)} MB, verifying ${verifying.toFixed(0)} MB resident at most\n`,
  );
  return Math.max(sealing, verifying);
}

async function keepPieces(store: FileStore, folder: string, pieces: number): Promise<readonly string[]> {
  const hashes: string[] = [];
  const bytes = randomBytes(pieceBytes);
  for (let place = 0; place < pieces; place += 1) {
    bytes.writeUInt32LE(place, 0);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const received = path.join(folder, 'received');
    await writeFile(received, bytes);
    await store.keep({ organisationId, sha256 }, { path: received, size: bytes.length });
    hashes.push(sha256);
  }
  return hashes;
}

interface Sealing {
  readonly store: FileStore;
  readonly hashes: readonly string[];
  readonly key: string;
}

/** Of the built product: it finds its printing thread by its own place. */
async function openRenderer(): Promise<PdfRenderer> {
  const built = new URL('../../../dist/platform/pdf/render-pdf.js', import.meta.url).href;
  const { createPdfRenderer } = (await import(built)) as { createPdfRenderer: () => PdfRenderer };
  return createPdfRenderer();
}

async function seal(file: string, { store, hashes, key }: Sealing): Promise<void> {
  const quiet = { warn: () => undefined };
  const pdf = await openRenderer();
  const sealer = new ProofSealer({ store }, SigningKey.open(key), new Clock(), pdf, { tsaUrl: null }, quiet);
  const zip = await ZipFile.create(file);
  await sealer.seal(zip, {
    about: {
      kind: 'engagement',
      owner: { id: organisationId, name: 'Banc' },
      subject: { id: '1', title: 'Banc' },
    },
    parts: parts(hashes),
    acts: Array.from({ length: 3_000 }, (_, place) => ({
      at: '2026-11-28T09:00:00.000Z',
      sentence: `Claire Martin a enregistré la réponse ${place} à la question BKP-04`,
    })),
    signal: new AbortController().signal,
    onFile: () => undefined,
  });
  await zip.finish();
  await pdf.close();
}

async function* parts(hashes: readonly string[]): AsyncIterable<ProofPart> {
  await Promise.resolve();
  const submission = JSON.stringify({ pieces: hashes });
  yield {
    path: 'assessments/1/submissions/1.json',
    role: 'submission',
    title: 'Remise',
    content: submission,
  };
  for (const sha256 of hashes)
    yield {
      path: `pieces/${sha256}`,
      role: 'piece',
      title: `Pièce « procès-verbal ${sha256.slice(0, 6)} »`,
      content: { organisationId, sha256 },
    };
  const content = chainOfBench(events, createHash('sha256').update(submission).digest('hex'));
  yield { path: 'chains/1.jsonl', role: 'events', title: 'Journal', content };
}

async function verifyFile(file: string): Promise<void> {
  const source = await openSource(file);
  const { intact, faults } = await verifyProof(source, { crypto: nodeProofCrypto });
  await source.close();
  if (!intact) throw new Error(`the file was not found intact: ${JSON.stringify(faults.slice(0, 3))}`);
}

/** In megabytes, sampled; what a collection would give back counts as well. */
async function watched(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const sample = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, sampleEveryMilliseconds);
  await work();
  clearInterval(timer);
  sample();
  return most / 1_000_000;
}
