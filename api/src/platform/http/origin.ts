import type { ProblemCode } from '@probant/shared/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../config/config.js';
import { sendProblem } from './problem.filter.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Answers under its own addresses alone, and takes writes that carry a cookie from pages of those addresses alone: another
 * site can neither act in a member's name nor, by pointing a name of its own at this machine, read what is here.
 */
export function refuseForeignRequests(fastify: FastifyInstance, publicUrl: string): void {
  const place = new URL(publicUrl);
  fastify.addHook('onRequest', (request, reply, done) => {
    const code = findRefusal(request, place);
    if (code === undefined) done();
    else sendProblem(request, reply, { code });
  });
}

function findRefusal(request: FastifyRequest, place: URL): ProblemCode | undefined {
  // Load balancers ask under whatever name the process has for them, and learn nothing but that it is there.
  if (request.url === '/health') return undefined;
  const { host, origin, cookie } = request.headers;
  if (host === undefined) return 'malformed-request';
  if (!isOwnHost(request, place)) return 'host-refused';
  if (safeMethods.has(request.method) || cookie === undefined) return undefined;
  const own = origin === place.origin || origin === `${request.protocol}://${request.host}`;
  return own ? undefined : 'origin-refused';
}

/**
 * The host of PUBLIC_URL; a name of this machine, or the very address that the connection came in on, with the port that is
 * listened on. None of these can be a name that somebody else points here.
 */
function isOwnHost(request: FastifyRequest, place: URL): boolean {
  const asked = parseHost(request.host, place.protocol);
  if (asked === undefined) return false;
  if (asked.host === place.host) return true;
  const { localAddress = '', localPort } = request.socket;
  const port = Number(asked.port === '' ? defaultPorts[asked.protocol] : asked.port);
  if (isLoopback(asked.hostname)) {
    return port === localPort || (isLoopback(place.hostname) && asked.port === place.port);
  }
  return port === localPort && bare(asked.hostname) === bare(localAddress);
}

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

function parseHost(host: string, protocol: string): URL | undefined {
  const address = `${protocol}//${host}`;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(address)) return undefined;
  return new URL(address);
}

/** An IPv4 address may be shown inside an IPv6 one, and an IPv6 one in brackets. */
function bare(address: string): string {
  return address.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:/i, '');
}
