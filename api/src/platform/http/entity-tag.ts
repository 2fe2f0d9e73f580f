import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ScopedRequest } from '../access/decorators.js';

/** RFC 9110: the comparison is weak, and `*` is any. */
export function isKnownTag(known: string | undefined, tag: string): boolean {
  if (known === undefined) return false;
  const bare = tag.replace(/^W\//, '');
  return known.split(',').some((one) => ['*', bare].includes(one.trim().replace(/^W\//, '')));
}

/**
 * What a program reads with a token carries a tag of its content: who names it again is told that nothing changed. A browser's
 * pages are read anew every time, and kept by nobody.
 */
export function tagReadsOfTokens(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request: ScopedRequest, reply, payload, done) => {
    const isRead = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';
    if (!request.scope?.token || !isRead || reply.hasHeader('etag')) {
      done(null, payload);
      return;
    }
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (!isKnownTag(request.headers['if-none-match'], tag)) {
      done(null, payload);
      return;
    }
    void reply.code(304).removeHeader('content-length').removeHeader('content-type');
    done(null, null);
  });
}
