import { createHash } from 'node:crypto';
import { childrenOf, readDer } from '@probant/shared/proof/der';
import { checkTimestamp, type CheckedTimestamp } from '@probant/shared/proof/timestamp-token';
import type { TimestampProblem } from '@probant/shared/proof/timestamp-problem';
import { nodeProofCrypto } from './node-proof-crypto.js';

export interface Timestamp extends CheckedTimestamp {
  readonly token: Buffer;
}

/** The authority gave no timestamp that can be kept. */
export class NoTimestamp extends Error {
  constructor(
    readonly problem: Exclude<TimestampProblem, 'not-configured'>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const waitMs = 10_000;
const maxBytes = 262_144;
/** SEQUENCE { INTEGER 1, SEQUENCE { SEQUENCE { sha256, NULL }, OCTET STRING of 32 }, BOOLEAN TRUE }: the certificate is asked for. */
const before = Buffer.from('3039020101303130' + '0d060960864801650304020105000420', 'hex');
const after = Buffer.from('0101ff', 'hex');

/** A token of RFC 3161 from the authority that is configured, checked before it is kept; else throws NoTimestamp. */
export async function askTimestamp(url: string, text: string): Promise<Timestamp> {
  const stamped = Buffer.from(text, 'utf8');
  const token = readToken(await askAuthority(url, stamped));
  const checked = await checkTimestamp(token, stamped, nodeProofCrypto);
  if (checked?.signatureChecked !== true)
    throw new NoTimestamp('not-sound', 'the timestamp that was given does not hold');
  return { ...checked, token: Buffer.from(token) };
}

async function askAuthority(url: string, stamped: Buffer): Promise<Uint8Array> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.concat([before, createHash('sha256').update(stamped).digest(), after]),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    if (!reply.ok) throw new NoTimestamp('refused', `the timestamping authority answered ${reply.status}`);
    return await readBounded(reply);
  } catch (cause) {
    if (cause instanceof NoTimestamp) throw cause;
    throw new NoTimestamp('no-answer', 'the timestamping authority did not answer', { cause });
  }
}

function readToken(reply: Uint8Array): Uint8Array {
  try {
    const [status, token] = childrenOf(readDer(reply), 0x30);
    const granted = childrenOf(status, 0x30)[0]?.content[0];
    if (token !== undefined && (granted === 0 || granted === 1)) return token.whole;
  } catch (cause) {
    throw new NoTimestamp('not-sound', 'the timestamping authority answered no token', { cause });
  }
  throw new NoTimestamp('refused', 'the timestamping authority refused');
}

async function readBounded(reply: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of reply.body ?? []) {
    const bytes = part as Uint8Array;
    size += bytes.length;
    if (size > maxBytes) throw new NoTimestamp('not-sound', 'the timestamping authority answered too much');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
