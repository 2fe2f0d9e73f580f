import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { openSource } from '../src/platform/files/file-source.js';
import { nodeProofCrypto } from '../src/platform/signing/node-proof-crypto.js';
import { sealBenchFile, type BenchFile } from './bench-proof.js';
import type { BenchResult } from './benchmark.js';
import { inTurn } from './measure.js';

/** Enough that the middle is that of a program which has warmed up, as the yardstick has. */
const rounds = 31;

/** Time to verify a proof file ÷ time to hash its bytes. */
export async function measureVerifying(content: BenchFile): Promise<BenchResult> {
  const file = path.join(os.tmpdir(), `probant-bench-${process.pid}.zip`);
  try {
    await sealBenchFile(file, content);
    const { ours, yardstick } = await inTurn(
      rounds,
      () => time(() => verifyFile(file, content.events)),
      () => time(() => hashFile(file)),
    );
    const unit = `ms for ${content.events.toLocaleString('en')} events`;
    return { value: ours, unit, yardstick, ratio: ours / yardstick };
  } finally {
    rmSync(file, { force: true });
  }
}

async function verifyFile(file: string, events: number): Promise<void> {
  const source = await openSource(file);
  const report = await verifyProof(source, { crypto: nodeProofCrypto });
  await source.close();
  if (!report.intact || report.contents.events !== events)
    throw new Error(`the file was not found intact: ${JSON.stringify(report.faults.slice(0, 3))}`);
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
