import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** JSON bodies: real UTF-8 or a refusal, and no key that could reach a prototype. */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw new ProblemError({ code: 'malformed-request' });
  }
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('forbidden key');
      return value;
    });
  } catch {
    throw new ProblemError({ code: 'malformed-request' });
  }
}

export function acceptJson(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}
