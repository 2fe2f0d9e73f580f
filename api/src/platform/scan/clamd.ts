import { once } from 'node:events';
import net from 'node:net';

import type { ScanFailure } from '@probant/shared/evidence/scan-verdict';

import type { ClamdAddress } from './clamd-address.js';

export type ClamdAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'found'; readonly signature: string }
  | { readonly kind: 'failed'; readonly reason: ScanFailure };

export interface ClamdTimes {
  /** Longest silence, connecting included. */
  readonly idleMilliseconds: number;
  readonly totalMilliseconds: number;
}

const maxReplyBytes = 4_096;

/** Sends a stream by INSTREAM. Anything but a whole, plain answer is a failure: nothing passes for clean by accident. */
export async function askClamd(
  address: ClamdAddress,
  chunks: AsyncIterable<Buffer>,
  times: ClamdTimes,
): Promise<ClamdAnswer> {
  const socket = net.connect({ ...address });
  const ended = replyOf(socket, times);
  // Writing and reading run side by side: clamd answers and hangs up in mid-stream when it has seen enough.
  const sent = send(socket, chunks).catch((error: unknown) =>
    socket.destroyed ? undefined : socket.destroy(asError(error)),
  );
  try {
    return await ended;
  } finally {
    socket.destroy();
    await sent;
  }
}

async function send(socket: net.Socket, chunks: AsyncIterable<Buffer>): Promise<void> {
  await once(socket, 'connect');
  await write(socket, Buffer.from('zINSTREAM\0', 'latin1'));
  for await (const chunk of chunks) {
    if (socket.destroyed || !socket.writable) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    if (chunk.length > 0) await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: net.Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    // A broken pipe is not told here: an answer may already wait to be read, and a missing one shows at the close.
    socket.write(bytes, () => resolve());
  });
}

function replyOf(socket: net.Socket, times: ClamdTimes): Promise<ClamdAnswer> {
  return new Promise((resolve) => {
    let reply = '';
    let connected = false;
    const deadline = setTimeout(
      () => settle({ kind: 'failed', reason: 'engine-timeout' }),
      times.totalMilliseconds,
    );
    const settle = (answer: ClamdAnswer): void => {
      clearTimeout(deadline);
      resolve(answer);
    };
    socket.setTimeout(times.idleMilliseconds, () => settle({ kind: 'failed', reason: 'engine-timeout' }));
    socket.on('connect', () => (connected = true));
    socket.on('data', (bytes: Buffer) => {
      reply += bytes.toString('utf8');
      if (reply.includes('\0') || reply.length > maxReplyBytes) settle(readReply(reply));
    });
    socket.on('error', () =>
      settle(connected ? readReply(reply) : { kind: 'failed', reason: 'engine-unreachable' }),
    );
    socket.on('close', () =>
      settle(connected ? readReply(reply) : { kind: 'failed', reason: 'engine-unreachable' }),
    );
  });
}

/** The command was sent with `z`, so a whole answer ends with a NUL. */
function readReply(reply: string): ClamdAnswer {
  const line = /^stream: ([^\0]*)\0$/u.exec(reply)?.[1];
  if (line === 'OK') return { kind: 'ok' };
  const signature = line === undefined ? undefined : /^(\S.*) FOUND$/u.exec(line)?.[1];
  return signature === undefined ? { kind: 'failed', reason: 'engine-answer' } : { kind: 'found', signature };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
