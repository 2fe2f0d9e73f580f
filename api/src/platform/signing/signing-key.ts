import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { keyFingerprint } from '@probant/shared/proof/proof-crypto';
import { StartRefusal } from '../config/start-refusal.js';
import { hasCode } from '../files/system-error.js';
import { nodeProofCrypto } from './node-proof-crypto.js';

/** The key of this installation: it signs roots and proof files, and never stands in the database or in what is backed up with it. */
export class SigningKey {
  /** Ed25519, 32 bytes in hexadecimal. */
  readonly publicKey: string;
  readonly fingerprint: string;

  private constructor(private readonly key: KeyObject) {
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    this.publicKey = spki.subarray(-32).toString('hex');
    this.fingerprint = keyFingerprint(this.publicKey, nodeProofCrypto);
  }

  /** Made at the first start; of several processes that start together one makes it and the others read it. */
  static open(file: string): SigningKey {
    if (!fs.existsSync(file)) create(file);
    return new SigningKey(read(file));
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.key).toString('hex');
  }
}

function create(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const own = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(own, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    // Whole or not at all, and never over one that is there.
    fs.linkSync(own, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST'))
      throw new StartRefusal(`SIGNING_KEY_FILE: ${file} cannot be written.`, { cause: error });
  } finally {
    fs.rmSync(own, { force: true });
  }
}

function read(file: string): KeyObject {
  try {
    const key = createPrivateKey(fs.readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new StartRefusal(`SIGNING_KEY_FILE: ${file} cannot be read as a private key.`, { cause });
  }
  throw new StartRefusal(`SIGNING_KEY_FILE: ${file} holds a key that is not Ed25519.`);
}
