import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.filter.js';

/** The built front end on the same port: hashed files for a year, the page itself never cached; any other path is the page. */
export async function serveWebFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  const present = fs.existsSync(page);
  const verifier = path.join(folder, 'verify.html');
  const verifierPolicy = fs.existsSync(verifier) ? policyOf(fs.readFileSync(verifier, 'utf8')) : '';
  if (present) {
    await fastify.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      setHeaders: (reply, file) => {
        const lasting = file.includes(`${path.sep}assets${path.sep}`);
        if (file === verifier) reply.header('content-security-policy', verifierPolicy);
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  fastify.get('/*', (request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!present || pathname.startsWith('/api') || path.extname(pathname) !== '') {
      sendProblem(request, reply, { code: 'not-found' });
      return reply;
    }
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(fs.createReadStream(page));
  });
}

/** The page that verifies proof files holds its script and its style, which its own policy names by hash: it may reach nothing. */
function policyOf(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  return `${policy ?? "default-src 'none'"}; frame-ancestors 'none'`;
}
