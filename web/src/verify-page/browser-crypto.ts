import { ed25519 } from '@noble/curves/ed25519';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { CertificateSignature, ProofCrypto } from '@probant/shared/proof/proof-crypto';

const hashes = { 'sha-256': sha256, 'sha-384': sha384, 'sha-512': sha512 } as const;

/** Hashes and the seal are checked without the browser's help; certificates with it, where it offers that. */
export const browserCrypto: ProofCrypto = {
  sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  sha256OfBytes: (bytes) => bytesToHex(sha256(bytes)),
  hasher: () => {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
  },
  digest: (name, bytes) => Promise.resolve(hashes[name](bytes)),
  verifyEd25519: (publicKey, signature, message) => {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
  verifyCertificateSignature: async (signed, message) => {
    const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
    return subtle === undefined ? null : verifyCertificate(subtle, signed, message);
  },
};

async function verifyCertificate(
  subtle: SubtleCrypto,
  { algorithm, hash, publicKey, signature }: CertificateSignature,
  message: Uint8Array,
): Promise<boolean | null> {
  const name = hash.toUpperCase();
  const key = Uint8Array.from(publicKey);
  const signed = Uint8Array.from(message);
  if (algorithm === 'rsa') {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: name };
    const imported = await subtle.importKey('spki', key, rsa, false, ['verify']).catch(() => null);
    return imported && subtle.verify(rsa, imported, Uint8Array.from(signature), signed);
  }
  for (const [namedCurve, bytes] of [
    ['P-256', 32],
    ['P-384', 48],
    ['P-521', 66],
  ] as const) {
    const ec = { name: 'ECDSA', namedCurve };
    const imported = await subtle.importKey('spki', key, ec, false, ['verify']).catch(() => null);
    if (imported)
      return subtle.verify({ name: 'ECDSA', hash: name }, imported, toRaw(signature, bytes), signed);
  }
  return null;
}

/** The browser takes the two numbers of a DER signature side by side, each filled up to the size of the curve. */
function toRaw(signature: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(2 * bytes);
  let at = (signature[1] ?? 0) > 0x80 ? 3 : 2;
  for (const end of [bytes, 2 * bytes]) {
    const length = signature[at + 1] ?? 0;
    const number = signature.subarray(at + 2, at + 2 + length);
    const trimmed = number.subarray(Math.max(0, number.length - bytes));
    raw.set(trimmed, end - trimmed.length);
    at += 2 + length;
  }
  return raw;
}
