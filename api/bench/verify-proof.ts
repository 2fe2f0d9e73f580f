import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { chainFileHead, eventLine } from '@probant/shared/proof/chain-file';
import { chainEvent, emptyHead, type ChainedEvent } from '@probant/shared/proof/chain';
import {
  manifestPath,
  sealedText,
  sealPath,
  type ManifestFile,
  type ProofRole,
} from '@probant/shared/proof/manifest';
import { growTree } from '@probant/shared/proof/merkle';
import { sealText } from '@probant/shared/proof/seal-files';
import { rootText } from '@probant/shared/proof/signed-root';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { ZipFile } from '../src/features/proof/zip-file.js';
import { openSource } from '../src/platform/files/file-source.js';
import { sha256 } from '../src/platform/hash/sha256.js';
import { nodeProofCrypto } from '../src/platform/signing/node-proof-crypto.js';
import type { BenchResult } from './benchmark.js';
import { inTurn } from './measure.js';

export const name = 'verify-proof';

const events = 10_000;
/** A request that was answered in ten thousand saves has its pieces as well: forty of a megabyte and a half. */
const pieces = 40;
const pieceBytes = 1_500_000;
const at = '2026-11-28T09:00:00.000Z';

/** Time to verify a proof file of 10,000 events with its pieces ÷ time to hash its bytes. */
export async function run(): Promise<BenchResult> {
  const file = path.join(os.tmpdir(), `probant-bench-${process.pid}.zip`);
  try {
    await seal(file);
    const { ours, yardstick } = await inTurn(
      7,
      () => time(() => verifyFile(file)),
      () => time(() => hashFile(file)),
    );
    return { value: ours, unit: 'ms for 10,000 events', yardstick, ratio: ours / yardstick };
  } finally {
    rmSync(file, { force: true });
  }
}

async function verifyFile(file: string): Promise<void> {
  const source = await openSource(file);
  const report = await verifyProof(source, { crypto: nodeProofCrypto });
  await source.close();
  if (!report.intact || report.contents.events !== events) throw new Error('the file was not found intact');
}

async function hashFile(file: string): Promise<void> {
  const source = await openSource(file);
  const hash = createHash('sha256');
  for (let from = 0; from < source.size; from += 1_048_576)
    hash.update(await source.read(from, Math.min(1_048_576, source.size - from)));
  hash.digest('hex');
  await source.close();
}

async function time(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function seal(file: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('hex');
  const zip = await ZipFile.create(file);
  const files: ManifestFile[] = [];
  const add = async (name_: string, role: ProofRole, bytes: Uint8Array): Promise<void> => {
    files.push({ path: name_, role, title: name_, ...(await zip.add(name_, [bytes])) });
  };
  for (let place = 0; place < pieces; place += 1)
    await add(`pieces/${place}`, 'piece', Buffer.alloc(pieceBytes, `pièce ${place} `));
  const chain = aChain();
  const head = { chainId: 'banc/1', sequence: events, hash: chain.at(-1)?.hash ?? '' };
  const { root, paths } = growTree([head, { ...head, chainId: 'banc/2' }], sha256);
  const statement = rootText({ number: 1, at, previousSha256: null, heads: 2, root });
  const anchor = { root: 1, sequence: events, hash: head.hash, path: paths[0] ?? [] };
  await add(
    'chains/1.jsonl',
    'events',
    Buffer.from(chainFileHead(head, anchor) + chain.map(eventLine).join('')),
  );
  const signedRoot = { statement, publicKey: key, signature: signed(statement), timestamp: null };
  await add('roots.json', 'roots', Buffer.from(canonicalJson([signedRoot])));
  const owner = { id: 'banc', name: 'Banc' };
  const manifest = {
    format: 'probant-proof/1',
    kind: 'assessment',
    owner,
    subject: { id: '1', title: 'Banc' },
    sealedAt: at,
    product: 'banc',
    files,
  };
  const { sha256: manifestSha256 } = await zip.add(manifestPath, [Buffer.from(canonicalJson(manifest))]);
  const facts = { manifestSha256, timestampSha256: null, publicKey: key };
  await zip.add(sealPath, [Buffer.from(sealText({ ...facts, signature: signed(sealedText(facts)) }))]);
  await zip.finish();
}

function aChain(): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  let head = emptyHead('banc/1');
  for (let number = 1; number <= events; number += 1) {
    const answer = {
      state: 'answered',
      value: 'immuable',
      comment: 'Conservées hors ligne, vérifiées chaque trimestre.',
    };
    const text = canonicalJson({
      kind: 'answer-saved',
      assessmentId: head.chainId,
      questionId: 'BKP-04',
      revision: number,
      answer,
    });
    const event = chainEvent(
      head,
      { at, actor: 'account:0190c7f2-1111-7000-8000-000000000001', kind: 'answer-saved', text },
      sha256,
    );
    chain.push(event);
    head = { ...head, sequence: number, hash: event.hash };
  }
  return chain;
}
