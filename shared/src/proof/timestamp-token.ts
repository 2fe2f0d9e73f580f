import type { Instant } from '../calendar.js';
import { childrenOf, NotDer, objectId, readDer, type Der } from './der.js';
import { toHex, type CertificateSignature, type HashName, type ProofCrypto } from './proof-crypto.js';

/** What a token of RFC 3161 says, once it was checked. */
export interface CheckedTimestamp {
  readonly at: Instant;
  /** Of the authority's certificate: whether to trust it is the reader's affair. */
  readonly certificateSha256: string;
  /** False: the signature is of a kind that cannot be checked here. */
  readonly signatureChecked: boolean;
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  rsa: '1.2.840.113549.1.1.1',
  ec: '1.2.840.10045.2.1',
};
const hashes: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha-256',
  '2.16.840.1.101.3.4.2.2': 'sha-384',
  '2.16.840.1.101.3.4.2.3': 'sha-512',
};
const pkcs1 = /^1\.2\.840\.113549\.1\.1\.(1|11|12|13)$/;
const ecdsa = /^1\.2\.840\.10045\.4\.3\.[234]$/;

/** Undefined for a token that is not one, is of other bytes, or whose signature does not hold. */
export async function checkTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  crypto: ProofCrypto,
): Promise<CheckedTimestamp | undefined> {
  try {
    return await check(token, stamped, crypto);
  } catch (error) {
    if (error instanceof NotDer) return undefined;
    throw error;
  }
}

async function check(token: Uint8Array, stamped: Uint8Array, crypto: ProofCrypto) {
  const [type, wrapped] = childrenOf(readDer(token), 0x30);
  if (objectId(type) !== oid.signedData) return undefined;
  const parts = childrenOf(childrenOf(wrapped, 0xa0)[0], 0x30);
  const [infoType, infoWrapped] = childrenOf(parts[2], 0x30);
  const info = childrenOf(infoWrapped, 0xa0)[0];
  if (objectId(infoType) !== oid.tstInfo || info?.tag !== 0x04) return undefined;
  const at = await readInfo(info.content, stamped, crypto);
  const certificates = parts.find(({ tag }) => tag === 0xa0);
  const [signer] = childrenOf(parts.at(-1), 0x31);
  if (at === undefined || certificates === undefined) return undefined;
  return checkSigner(childrenOf(signer, 0x30), { info: info.content, certificates, at, crypto });
}

/** The instant, of a token over the sha256, sha384 or sha512 of these bytes. */
async function readInfo(
  info: Uint8Array,
  stamped: Uint8Array,
  crypto: ProofCrypto,
): Promise<Instant | undefined> {
  const fields = childrenOf(readDer(info), 0x30);
  const [algorithm, imprint] = childrenOf(fields[2], 0x30);
  const hash = hashes[objectId(childrenOf(algorithm, 0x30)[0])];
  if (hash === undefined || imprint === undefined) return undefined;
  if (toHex(await crypto.digest(hash, stamped)) !== toHex(imprint.content)) return undefined;
  const time = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(ascii(fields[4]));
  if (time === null) return undefined;
  const [year, month, day, hour, minute, second, part = ''] = time.slice(1);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${part.padEnd(3, '0').slice(0, 3)}Z`;
}

interface Around {
  readonly info: Uint8Array;
  readonly certificates: Der;
  readonly at: Instant;
  readonly crypto: ProofCrypto;
}

async function checkSigner(
  fields: readonly Der[],
  { info, certificates, at, crypto }: Around,
): Promise<CheckedTimestamp | undefined> {
  const [, issuedAs, digestAlgorithm, attributes, algorithm, signature] = fields;
  const hash = hashes[objectId(childrenOf(digestAlgorithm, 0x30)[0])];
  if (hash === undefined || attributes?.tag !== 0xa0 || signature?.tag !== 0x04) return undefined;
  const digest = toHex(await crypto.digest(hash, info));
  if (attribute(attributes, oid.messageDigest) !== digest) return undefined;
  if (attribute(attributes, oid.contentType) === undefined) return undefined;
  const certificate = childrenOf(certificates).find((one) => isIssuedAs(one, issuedAs));
  if (certificate === undefined) return undefined;
  const signed = signatureOf(certificate, objectId(childrenOf(algorithm, 0x30)[0]), hash, signature.content);
  // The signature covers the attributes as a SET, while they stand in the token under another tag.
  const message = Uint8Array.from(attributes.whole);
  message[0] = 0x31;
  const holds = signed === undefined ? null : await crypto.verifyCertificateSignature(signed, message);
  if (holds === false) return undefined;
  const certificateSha256 = toHex(await crypto.digest('sha-256', certificate.whole));
  return { at, certificateSha256, signatureChecked: holds === true };
}

/** The first value of an attribute, in hexadecimal. */
function attribute(attributes: Der, wanted: string): string | undefined {
  for (const one of childrenOf(attributes)) {
    const [name, values] = childrenOf(one, 0x30);
    if (objectId(name) === wanted) return toHex(childrenOf(values, 0x31)[0]?.content ?? new Uint8Array());
  }
  return undefined;
}

/** By issuer and serial number. */
function isIssuedAs(certificate: Der, issuedAs: Der | undefined): boolean {
  const { serial, issuer } = factsOf(certificate);
  const [wantedIssuer, wantedSerial] = childrenOf(issuedAs, 0x30);
  return (
    toHex(serial?.whole ?? new Uint8Array()) === toHex(wantedSerial?.whole ?? new Uint8Array()) &&
    toHex(issuer?.whole ?? new Uint8Array()) === toHex(wantedIssuer?.whole ?? new Uint8Array())
  );
}

function factsOf(certificate: Der) {
  const fields = childrenOf(childrenOf(certificate, 0x30)[0], 0x30);
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  return { serial: fields[from], issuer: fields[from + 2], publicKey: fields[from + 5] };
}

function signatureOf(
  certificate: Der,
  algorithm: string,
  hash: HashName,
  signature: Uint8Array,
): CertificateSignature | undefined {
  const { publicKey } = factsOf(certificate);
  const kind = objectId(childrenOf(childrenOf(publicKey, 0x30)[0], 0x30)[0]);
  if (publicKey === undefined) return undefined;
  const base = { hash, publicKey: publicKey.whole, signature };
  if (kind === oid.rsa && pkcs1.test(algorithm)) return { ...base, algorithm: 'rsa' };
  if (kind === oid.ec && ecdsa.test(algorithm)) return { ...base, algorithm: 'ecdsa' };
  return undefined;
}

function ascii(element: Der | undefined): string {
  return element === undefined ? '' : String.fromCharCode(...element.content);
}
