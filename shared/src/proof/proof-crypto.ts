import type { Sha256 } from './chain.js';

export type HashName = 'sha-256' | 'sha-384' | 'sha-512';

/** How an authority signed: RSA with PKCS #1 v1.5, or ECDSA with a DER signature. */
export interface CertificateSignature {
  readonly algorithm: 'rsa' | 'ecdsa';
  readonly hash: HashName;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Hasher {
  readonly update: (bytes: Uint8Array) => void;
  readonly hex: () => string;
}

/** In hexadecimal. */
export type Sha256OfBytes = (bytes: Uint8Array) => string;

/** What node and the browser each bring. */
export interface ProofCrypto {
  readonly sha256: Sha256;
  readonly sha256OfBytes: Sha256OfBytes;
  readonly hasher: () => Hasher;
  readonly digest: (name: HashName, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly verifyEd25519: (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => boolean;
  /** Null: this place cannot check such a signature. */
  readonly verifyCertificateSignature: (
    signed: CertificateSignature,
    message: Uint8Array,
  ) => Promise<boolean | null>;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of an even number of hexadecimal digits. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, place) =>
    Number.parseInt(text.slice(2 * place, 2 * place + 2), 16),
  );
}

/** How a person compares keys: the sha256 of the 32 bytes. */
export function keyFingerprint(publicKey: string, crypto: Pick<ProofCrypto, 'hasher'>): string {
  const hasher = crypto.hasher();
  hasher.update(fromHex(publicKey));
  return hasher.hex();
}
