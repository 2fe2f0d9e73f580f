import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.filter.js';

interface WebFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly tag: string;
  /** Named by a hash of what is in it. */
  readonly lasting: boolean;
  /** Of a page with a policy of its own. */
  readonly policy: string | undefined;
}

/**
 * The built front end on the same port: hashed files for a year, the page itself never cached; any other path is the page. It is
 * taken in whole at the start: a build that replaces the folder meanwhile leaves neither a page whose files are gone nor one that
 * asks this process for what it does not know.
 */
export function serveWebFiles(fastify: FastifyInstance, folder: string): void {
  const files = readFolder(folder);
  const page = files.get('/index.html');
  fastify.get('/*', (request, reply) => {
    const pathname = request.url.split(/[?#]/u)[0] ?? '/';
    const file = files.get(pathname);
    if (file !== undefined) return send(request, reply, file);
    if (page === undefined || pathname.startsWith('/api') || path.posix.extname(pathname) !== '') {
      sendProblem(request, reply, { code: 'not-found' });
      return reply;
    }
    return send(request, reply, page);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  reply
    .header('cache-control', file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', file.tag)
    .type(file.type);
  if (file.policy !== undefined) reply.header('content-security-policy', file.policy);
  const known = request.headers['if-none-match']?.split(/\s*,\s*/u) ?? [];
  return known.includes(file.tag) ? reply.code(304).send() : reply.send(file.bytes);
}

/** By address; nothing of a folder that is not there, and no file whose name begins with a dot. */
function readFolder(folder: string): ReadonlyMap<string, WebFile> {
  if (!fs.existsSync(folder)) return new Map();
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.flatMap((name) => {
      const parts = name.split(path.sep);
      const file = path.join(folder, name);
      if (parts.some((part) => part.startsWith('.')) || !fs.statSync(file).isFile()) return [];
      return [[`/${parts.join('/')}`, readFile(file, parts)] as const];
    }),
  );
}

function readFile(file: string, parts: readonly string[]): WebFile {
  const bytes = fs.readFileSync(file);
  return {
    bytes,
    type: types[path.extname(file)] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    lasting: parts[0] === 'assets',
    policy: parts.join('/') === 'verify.html' ? policyOf(bytes.toString('utf8')) : undefined,
  };
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The page that verifies proof files holds its script and its style, which its own policy names by hash: it may reach nothing. */
function policyOf(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  return `${policy ?? "default-src 'none'"}; frame-ancestors 'none'`;
}
