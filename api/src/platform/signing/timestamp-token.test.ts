import { childrenOf, readDer, type Der } from '@probant/shared/proof/der';
import { checkTimestamp } from '@probant/shared/proof/timestamp-token';
import { startAuthority } from '../../../test/fixtures/timestamp-authority.js';
import { nodeProofCrypto } from './node-proof-crypto.js';
import { askTimestamp } from './timestamp-authority.js';

const stamped = 'what was stamped';
const sha256Name = Buffer.from('0609608648016503040201', 'hex');
const sha1Name = Buffer.from('06052b0e03021a', 'hex');
let parts: readonly Der[] = [];
let type: Der | undefined;

beforeAll(async () => {
  const authority = await startAuthority();
  const { token } = await askTimestamp(authority.url, stamped);
  await authority.close();
  const [name, wrapped] = childrenOf(readDer(token), 0x30);
  type = name;
  parts = childrenOf(childrenOf(wrapped, 0xa0)[0], 0x30);
});

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  const long = bytes.length.toString(16).padStart(4, '0');
  return Buffer.concat([Buffer.from([tag]), Buffer.from(`82${long}`, 'hex'), bytes]);
}

/** The token again, with other bytes for those of its parts that have the tag. */
function tokenWith(tag: number, change: (part: Der) => Uint8Array): Uint8Array {
  const changed = parts.map((part) => (part.tag === tag ? change(part) : part.whole));
  return der(0x30, type?.whole ?? new Uint8Array(), der(0xa0, der(0x30, ...changed)));
}

const check = (token: Uint8Array) => checkTimestamp(token, Buffer.from(stamped), nodeProofCrypto);

/** In the modulus of its key: issuer and serial number stay. */
function damaged(certificate: Uint8Array): Uint8Array {
  const bytes = Buffer.from(certificate);
  const key = bytes.indexOf(Buffer.from('2a864886f70d010101', 'hex')) + 60;
  bytes[key] = (bytes[key] ?? 0) ^ 1;
  return bytes;
}

const certificates = (change: (one: Uint8Array) => readonly Uint8Array[]) =>
  tokenWith(0xa0, ({ content }) => der(0xa0, ...change(content)));

test('of several certificates with one name the first counts', async () => {
  expect(await check(certificates((one) => [one]))).toMatchObject({ signatureChecked: true });
  expect(await check(certificates((one) => [one, damaged(one)]))).toMatchObject({ signatureChecked: true });
  expect(await check(certificates((one) => [damaged(one), one]))).toBeUndefined();
});

test('a token without its certificate is none', async () => {
  expect(await check(certificates(() => []))).toBeUndefined();
});

test('a token whose digest is of a hash that is not listed is none', async () => {
  const [signer] = childrenOf(parts.at(-1), 0x31);
  const fields = childrenOf(signer, 0x30).map(({ whole }, place) => {
    if (place !== 2) return whole;
    expect(Buffer.from(whole).includes(sha256Name)).toBe(true);
    return der(0x30, sha1Name);
  });
  const last = parts.at(-1);
  const token = tokenWith(0x31, (part) => (part === last ? der(0x31, der(0x30, ...fields)) : part.whole));
  expect(await check(token)).toBeUndefined();
});
