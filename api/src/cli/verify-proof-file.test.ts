import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { keyFingerprint } from '@probant/shared/proof/proof-crypto';
import { sealed, signText, testCrypto, testKey } from '@probant/shared/testing/seal-in-memory';
import { verifyProofFile } from './verify-proof-file.js';

const [rooter, sealer] = [testKey(), testKey()];
const ofRoots = keyFingerprint(rooter.publicKey, testCrypto);
const ofSeal = keyFingerprint(sealer.publicKey, testCrypto);
const statement = canonicalJson({
  format: 'probant-root/1',
  at: '2026-11-28T09:00:00.000Z',
  heads: 1,
  number: 1,
  previousSha256: null,
  root: testCrypto.sha256('x'),
});
const root = {
  statement,
  publicKey: rooter.publicKey,
  signature: signText(rooter, statement),
  timestamp: null,
};
const file = path.join(os.tmpdir(), `probant-keys-${process.pid}.zip`);

beforeAll(() => {
  const content = canonicalJson([root]);
  fs.writeFileSync(file, sealed([{ path: 'roots.json', role: 'roots', content }], sealer));
});
afterAll(() => fs.rmSync(file, { force: true }));

async function tell(trusted: readonly string[]): Promise<readonly [number, string]> {
  let told = '';
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      told += String(chunk);
      done();
    },
  });
  return [await verifyProofFile({ file, json: false, trusted }, { stdout, stderr: stdout }), told];
}

describe('a file sealed again by another key than the one of its roots', () => {
  test('both keys are told', async () => {
    const [code, text] = await tell([]);
    expect(code).toBe(0);
    expect(text).toContain(`Sealed by the key ${ofSeal}: compare it`);
    expect(text).toContain(`Its roots are signed by the key ${ofRoots}: compare it`);
  });

  test.each([
    ['seal', ofSeal, [`Sealed by a key you trust: ${ofSeal}.`, `by a key you do NOT trust: ${ofRoots}.`]],
    ['roots', ofRoots, [`Sealed by a key you do NOT trust: ${ofSeal}.`, `by a key you trust: ${ofRoots}.`]],
  ])('one who trusts the key of the %s alone is told which is not trusted', async (_of, trusted, lines) => {
    const [code, text] = await tell([trusted]);
    expect(code).toBe(1);
    for (const line of [...lines, 'NOT TRUSTED']) expect(text).toContain(line);
  });

  test('one who trusts both is told so', async () => {
    const [code, text] = await tell([ofRoots, ofSeal]);
    expect(code).toBe(0);
    expect(text).toMatch(/\nTRUSTED/);
  });
});
