import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { requestS3, type S3Request, type S3Settings } from './s3-request.js';
import { FileStoreUnavailable, relativePath, verifying, type FileStore } from './stored-file.js';

const tries = 3;
const firstPauseMilliseconds = 100;

export function createS3FileStore(settings: S3Settings, idleMilliseconds = 15_000): FileStore {
  const send = (make: () => Unsent): Promise<IncomingMessage> =>
    sendPatiently(settings, () => ({ ...make(), idleMilliseconds }));
  return {
    async keep(address, file) {
      const key = relativePath(address);
      if (await isThere(send, key, file.size)) return;
      // The hash is signed, so the store itself refuses bytes that arrive damaged.
      const headers = {
        'X-Amz-Content-Sha256': address.sha256,
        'Content-Length': file.size,
        'Content-Type': 'application/octet-stream',
      };
      const body = () => createReadStream(file.path, { start: 0, end: file.size - 1 });
      await finish(await send(() => ({ method: 'PUT', key, headers, body: body() })), [200]);
    },

    async find(address) {
      const reply = await send(() => ({ method: 'GET', key: relativePath(address) }));
      if (reply.statusCode === 404) {
        await finish(reply, [404]);
        return undefined;
      }
      if (reply.statusCode !== 200) return refused(reply);
      const stream = verifying(address);
      // Errors reach the reader through the stream itself.
      pipeline(reply, stream, () => undefined);
      return { size: Number(reply.headers['content-length']), stream };
    },

    async remove(address) {
      await finish(await send(() => ({ method: 'DELETE', key: relativePath(address) })), [200, 204, 404]);
    },
  };
}

async function isThere(send: Send, key: string, size: number): Promise<boolean> {
  const reply = await send(() => ({ method: 'HEAD', key }));
  await finish(reply, [200, 404]);
  return reply.statusCode === 200 && reply.headers['content-length'] === String(size);
}

type Unsent = Omit<S3Request, 'idleMilliseconds'>;
type Send = (make: () => Unsent) => Promise<IncomingMessage>;

/** Tries again when the store is busy or silent; every try has a body of its own. */
async function sendPatiently(settings: S3Settings, make: () => S3Request): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await requestS3(settings, make());
      if (attempt === tries || !isPassing(reply.statusCode)) return reply;
      reply.resume();
    } catch (error) {
      if (attempt === tries || !(error instanceof FileStoreUnavailable)) throw error;
    }
    await delay(firstPauseMilliseconds * 2 ** (attempt - 1));
  }
}

function isPassing(status = 0): boolean {
  return status === 429 || status >= 500;
}

async function finish(reply: IncomingMessage, expected: readonly number[]): Promise<void> {
  if (!expected.includes(reply.statusCode ?? 0)) await refused(reply);
  reply.resume();
  await finished(reply);
}

/** Names the store's own code, which tells a wrong key from a missing bucket; never what was sent to it. */
async function refused(reply: IncomingMessage): Promise<never> {
  let body = '';
  for await (const chunk of reply) if (body.length < 4_096) body += String(chunk);
  const code = /<Code>(\w{1,64})<\/Code>/u.exec(body)?.[1] ?? 'no code';
  throw new FileStoreUnavailable(`the S3 store answered ${reply.statusCode ?? 0} (${code})`);
}
