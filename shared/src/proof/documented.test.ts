import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { testCrypto } from '../testing/seal-in-memory.js';
import { canonicalJson } from './canonical-json.js';
import { chainEvent, emptyHead, type ChainedEvent, type ChainHead } from './chain.js';
import { sealedText } from './manifest.js';
import { climb, growTree, leafHash, type MerkleStep } from './merkle.js';
import { keyFingerprint } from './proof-crypto.js';
import { rootText, type RootStatement } from './signed-root.js';
import { contentHash, differenceFrom, type ToldRecord } from './told-records.js';
import { archiveEnd, crc32, localHeader } from './zip-layout.js';

interface Example {
  readonly canonical: { readonly value: object; readonly text: string; readonly sha256: string };
  readonly events: readonly ChainedEvent[];
  readonly tree: {
    readonly leaves: readonly ChainHead[];
    readonly leafHashes: readonly string[];
    readonly root: string;
    readonly path: readonly MerkleStep[];
  };
  readonly root: Readonly<
    Record<'seed' | 'publicKey' | 'fingerprint' | 'statement' | 'statementSha256' | 'signature', string>
  >;
  readonly record: ToldRecord;
  readonly seal: {
    readonly manifestSha256: string;
    readonly timestampSha256: string | null;
    readonly signedText: string;
    readonly signature: string;
  };
  readonly archive: Readonly<Record<'path' | 'content' | 'crc32' | 'localHeader' | 'centralAndEnd', string>>;
}

const page = fs.readFileSync(path.join(__dirname, '../../../docs/proof-file.md'), 'utf8');
const example = JSON.parse(/^```json\n(.*?)^```$/ms.exec(page)?.[1] ?? '') as Example;
const { sha256 } = testCrypto;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** DER before the 32 bytes of an Ed25519 seed. */
const key = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${example.root.seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const signed = (text: string) => sign(null, Buffer.from(text), key).toString('hex');

describe('the worked example of docs/proof-file.md', () => {
  test('canonical JSON', () => {
    const { value, text, sha256: hash } = example.canonical;
    expect([canonicalJson(value), sha256(text)]).toEqual([text, hash]);
  });

  test('a chain of events', () => {
    let head = emptyHead(example.events[0]?.chainId ?? '');
    for (const event of example.events) {
      const { at, actor, kind, text = '' } = event;
      expect(chainEvent(head, { at, actor, kind, text }, sha256)).toEqual(event);
      head = { chainId: head.chainId, sequence: event.sequence, hash: event.hash };
    }
    expect(example.tree.leaves[1]).toEqual(head);
  });

  test('leaves, nodes and the way to the root', () => {
    const { leaves, leafHashes, root, path: way } = example.tree;
    expect(leaves.map((leaf) => leafHash(leaf, sha256))).toEqual(leafHashes);
    expect(growTree(leaves, sha256)).toMatchObject({ root, paths: { 1: way } });
    expect(leaves[1] && climb(leaves[1], way, sha256)).toBe(root);
  });

  test('a signed root and its key', () => {
    const { publicKey, fingerprint, statement, statementSha256, signature } = example.root;
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    expect(hex(spki.subarray(-32))).toBe(publicKey);
    expect(keyFingerprint(publicKey, testCrypto)).toBe(fingerprint);
    const facts = JSON.parse(statement) as RootStatement;
    expect([rootText(facts), sha256(statement)]).toEqual([statement, statementSha256]);
    expect(facts.root).toBe(example.tree.root);
    expect(signed(statement)).toBe(signature);
  });

  test('a record beside its event', () => {
    const { record, events } = example;
    expect(contentHash(record.content, sha256)).toBe(record.sha256);
    expect(differenceFrom(record, JSON.parse(events[0]?.text ?? ''))).toBeUndefined();
  });

  test('a seal', () => {
    const { signedText, signature, ...facts } = example.seal;
    expect(sealedText({ ...facts, publicKey: example.root.publicKey })).toBe(signedText);
    expect(signed(signedText)).toBe(signature);
  });

  test('the bytes of an archive of one file', () => {
    const { path: name, content, crc32: sum, localHeader: local, centralAndEnd } = example.archive;
    const bytes = Buffer.from(content);
    const entry = { path: name, size: bytes.length, crc32: crc32(bytes), offset: 0 };
    expect(entry.crc32.toString(16).padStart(8, '0')).toBe(sum);
    expect(hex(localHeader(entry))).toBe(local);
    expect(hex(archiveEnd([entry], local.length / 2 + bytes.length))).toBe(centralAndEnd);
  });
});
