import { generateKeyPairSync, sign } from 'node:crypto';
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
import { ZipFile } from '../src/platform/files/zip-file.js';
import { sha256 } from '../src/platform/hash/sha256.js';

export interface BenchFile {
  readonly events: number;
  readonly pieces: number;
  readonly pieceBytes: number;
}

const at = '2026-11-28T09:00:00.000Z';
const chainId = '0190c7f2-2222-7000-8000-000000000002/0190c7f2-3333-7000-8000-000000000003';

/** Sealed by a key of its own: so many events in one anchored chain, and so many pieces. */
export async function sealBenchFile(file: string, { events, pieces, pieceBytes }: BenchFile): Promise<void> {
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
  const submission = canonicalJson({ pieces: files.map(({ sha256: hash }) => hash) });
  await add('submission.json', 'submission', Buffer.from(submission));
  const chain = aChain(events, sha256(submission));
  const head = { chainId, sequence: events, hash: chain.at(-1)?.hash ?? '' };
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

/** The file of such a chain, in no root, a part at a time. */
export async function* chainOfBench(events: number, submissionSha256: string): AsyncIterable<Uint8Array> {
  const chain = await Promise.resolve(aChain(events, submissionSha256));
  yield Buffer.from(chainFileHead({ chainId, sequence: events, hash: chain.at(-1)?.hash ?? '' }, null));
  for (let from = 0; from < events; from += 500)
    yield Buffer.from(
      chain
        .slice(from, from + 500)
        .map(eventLine)
        .join(''),
    );
}

/** Saved answers, and the submission at the end. */
function aChain(events: number, submissionSha256: string): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  let head = emptyHead(chainId);
  for (let number = 1; number <= events; number += 1) {
    const kind = number === events ? 'submitted' : 'answer-saved';
    const text = canonicalJson(kind === 'submitted' ? { kind, submissionSha256 } : savedAnswer(number));
    const actor = 'account:0190c7f2-1111-7000-8000-000000000001';
    const event = chainEvent(head, { at, actor, kind, text }, sha256);
    chain.push(event);
    head = { ...head, sequence: number, hash: event.hash };
  }
  return chain;
}

function savedAnswer(revision: number): object {
  const comment = 'Conservées hors ligne, vérifiées chaque trimestre.';
  return {
    kind: 'answer-saved',
    assessmentId: chainId.slice(37),
    questionId: 'BKP-04',
    revision,
    answer: { state: 'answered', value: 'immuable', comment, justification: '' },
  };
}
