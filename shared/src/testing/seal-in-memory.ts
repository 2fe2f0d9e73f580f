import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../proof/canonical-json.js';
import type { ManifestFile, ProofManifest, ProofRole } from '../proof/manifest.js';
import { manifestPath, sealedText, sealPath } from '../proof/manifest.js';
import { toHex, type ProofCrypto } from '../proof/proof-crypto.js';
import type { ProofSource } from '../proof/read-zip.js';
import { sealText } from '../proof/seal-files.js';
import { archiveEnd, crc32, localHeader, localSize, type ZipEntry } from '../proof/zip-layout.js';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** DER before the 32 bytes of an Ed25519 key. */
const prefix = Buffer.from('302a300506032b6570032100', 'hex');

export const testCrypto: ProofCrypto = {
  sha256,
  sha256OfBytes: sha256,
  hasher: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  digest: (name, bytes) => Promise.resolve(createHash(name.replace('-', '')).update(bytes).digest()),
  verifyEd25519: (publicKey, signature, message) => {
    const key = createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
  verifyCertificateSignature: ({ hash, publicKey, signature }, message) => {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    return Promise.resolve(verify(hash.replace('-', ''), message, key, signature));
  },
};

export interface TestKey {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: toHex(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)) };
}

export const signText = ({ privateKey }: TestKey, text: string): string =>
  sign(null, Buffer.from(text), privateKey).toString('hex');

export interface TestFile {
  readonly path: string;
  readonly role: ProofRole;
  readonly content: string | Uint8Array;
}

/** An archive of these files, in this order. */
export function zipOf(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries: ZipEntry[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const entry = { path, size: bytes.length, crc32: crc32(bytes), offset };
    entries.push(entry);
    parts.push(localHeader(entry), bytes);
    offset += localSize(entry);
  }
  return Uint8Array.from(Buffer.concat([...parts, archiveEnd(entries, offset)]));
}

export function sealed(
  files: readonly TestFile[],
  key: TestKey = testKey(),
  more: readonly { readonly path: string; readonly bytes: Uint8Array }[] = [],
): Uint8Array {
  const contents = files.map(({ path, role, content }) => ({
    path,
    role,
    bytes: Uint8Array.from(Buffer.from(content)),
  }));
  const listed = contents.map(({ path, role, bytes }): ManifestFile => ({
    path,
    role,
    bytes: bytes.length,
    sha256: sha256(bytes),
    crc32: crc32(bytes).toString(16).padStart(8, '0'),
    title: path,
  }));
  const manifest: ProofManifest = {
    format: 'probant-proof/1',
    kind: 'assessment',
    owner: { id: 'o', name: 'Mutuelle du Ponant' },
    subject: { id: 'a', title: 'Évaluation 2026' },
    sealedAt: '2026-11-28T09:00:00.000Z',
    product: 'test',
    files: listed,
  };
  const text = canonicalJson(manifest);
  const facts = { manifestSha256: sha256(text), timestampSha256: null, publicKey: key.publicKey };
  const seal = sealText({ ...facts, signature: signText(key, sealedText(facts)) });
  const closing = [
    { path: manifestPath, bytes: Uint8Array.from(Buffer.from(text)) },
    ...more,
    { path: sealPath, bytes: Uint8Array.from(Buffer.from(seal)) },
  ];
  return zipOf([...contents, ...closing]);
}

export function sourceOf(bytes: Uint8Array): ProofSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
