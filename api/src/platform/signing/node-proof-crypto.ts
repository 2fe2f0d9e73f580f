import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { ProofCrypto } from '@probant/shared/proof/proof-crypto';
import { sha256 } from '../hash/sha256.js';

/** What stands in DER before the 32 bytes of an Ed25519 key. */
export const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The hashes and signatures of node, for the rules that verify a proof file. */
export const nodeProofCrypto: ProofCrypto = {
  sha256,
  sha256OfBytes: (bytes) => hash('sha256', bytes, 'hex'),
  hasher: () => {
    const hashing = createHash('sha256');
    return { update: (bytes) => void hashing.update(bytes), hex: () => hashing.digest('hex') };
  },
  digest: (name, bytes) =>
    Promise.resolve(Uint8Array.from(createHash(name.replace('-', '')).update(bytes).digest())),
  verifyEd25519: (publicKey, signature, message) =>
    holds(() => {
      const key = Buffer.concat([ed25519Prefix, publicKey]);
      return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature);
    }),
  verifyCertificateSignature: ({ hash: name, publicKey, signature }, message) =>
    Promise.resolve(
      holds(() => {
        const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
        return verify(name.replace('-', ''), message, key, signature);
      }),
    ),
};

/** Bytes that are no key hold no signature. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
