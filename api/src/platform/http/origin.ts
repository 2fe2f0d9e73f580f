import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.filter.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write that carries a cookie must come from this very origin: another site cannot act in a member's name. */
export function refuseForeignWrites(fastify: FastifyInstance, publicOrigin: string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (safeMethods.has(request.method) || request.headers.cookie === undefined) {
      done();
      return;
    }
    const { origin, host } = request.headers;
    const own =
      origin !== undefined && (origin === publicOrigin || origin === `${request.protocol}://${host ?? ''}`);
    if (own) done();
    else sendProblem(request, reply, { code: 'origin-refused' });
  });
}
