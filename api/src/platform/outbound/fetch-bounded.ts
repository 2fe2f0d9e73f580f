import http from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { CheckFailure } from '@probant/shared/checks/check';
import { AddressRefused, openChosen, openGuarded, type Doors, type Target } from './doors.js';

export interface Bounds {
  readonly maxBytes: number;
  /** For one try, from the name to the last byte. */
  readonly timeoutMs: number;
  readonly tries: number;
  readonly redirects: number;
}

export const usualBounds: Bounds = { maxBytes: 1_048_576, timeoutMs: 6_000, tries: 2, redirects: 3 };

export interface Fetched {
  /** Where the bytes came from in the end. */
  readonly source: string;
  readonly status: number;
  readonly body: Buffer;
}

export type FetchOutcome =
  | { readonly failure: null; readonly fetched: Fetched }
  /** A reply that counts as a failure is kept all the same. */
  | { readonly failure: CheckFailure; readonly fetched: Fetched | null };

class FetchFailed extends Error {
  constructor(
    readonly failure: CheckFailure,
    readonly fetched: Fetched | null = null,
    readonly retryAfterMs = 0,
  ) {
    super(failure);
  }
}

/** `chosen` by the operator, or named by somebody else and guarded; what a redirection names is always guarded. */
export type Trust = 'chosen' | 'guarded';

const firstPauseMs = 250;
const longestPauseMs = 2_000;

/** One document, bounded in size and time; a failure that may pass is tried again. */
export async function fetchBounded(
  doors: Doors,
  address: string,
  { trust, ...change }: Partial<Bounds> & { readonly trust: Trust },
): Promise<FetchOutcome> {
  const bounds = { ...usualBounds, ...change };
  for (let tried = 1; ; tried += 1) {
    try {
      return { failure: null, fetched: await follow(doors, new URL(address), trust, bounds) };
    } catch (error) {
      const failed = error instanceof FetchFailed ? error : new FetchFailed('unreachable');
      if (tried >= bounds.tries || !mayPass(failed))
        return { failure: failed.failure, fetched: failed.fetched };
      await pause(Math.min(longestPauseMs, Math.max(firstPauseMs * tried, failed.retryAfterMs)));
    }
  }
}

function mayPass({ failure, fetched }: FetchFailed): boolean {
  if (failure === 'bad-status') return fetched !== null && (fetched.status === 429 || fetched.status >= 500);
  return failure === 'unreachable' || failure === 'timeout';
}

async function follow(doors: Doors, first: URL, firstTrust: Trust, bounds: Bounds): Promise<Fetched> {
  const signal = AbortSignal.timeout(bounds.timeoutMs);
  let url = first;
  let trust = firstTrust;
  for (let left = bounds.redirects; ; left -= 1) {
    const { reply, location } = await read(doors, url, { trust, maxBytes: bounds.maxBytes, signal });
    if (location === null) {
      if (reply.status !== 200) throw new FetchFailed('bad-status', reply, retryAfter(reply));
      return reply;
    }
    const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
    if (left === 0 || next?.protocol !== 'https:') throw new FetchFailed('redirected', reply);
    url = next;
    trust = 'guarded';
  }
}

interface Read extends Pick<Bounds, 'maxBytes'> {
  readonly trust: Trust;
  readonly signal: AbortSignal;
}

interface Reply extends Fetched {
  readonly retryAfter: string | undefined;
}

async function read(
  doors: Doors,
  url: URL,
  { trust, maxBytes, signal }: Read,
): Promise<{ readonly reply: Reply; readonly location: string | null }> {
  const socket = await open(doors, url, trust, signal);
  try {
    const response = await ask(socket, url, signal);
    const body = await collect(response, maxBytes);
    const { statusCode: status = 0, headers } = response;
    const reply = { source: url.href, status, body, retryAfter: headers['retry-after'] };
    const moved = [301, 302, 303, 307, 308].includes(status);
    return { reply, location: moved ? (headers.location ?? '') : null };
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed(signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    socket.destroy();
  }
}

async function open(doors: Doors, url: URL, trust: Trust, signal: AbortSignal): Promise<Duplex> {
  const secure = url.protocol === 'https:';
  if (trust === 'guarded' && !secure) throw new FetchFailed('redirected');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const target: Target = { host: url.hostname, port, secure };
  const opening =
    trust === 'guarded' ? openGuarded(doors, target, signal) : openChosen(doors, target, signal);
  try {
    return await Promise.race([opening, rejectedBy(signal)]);
  } catch (error) {
    if (error instanceof AddressRefused) throw new FetchFailed('refused-address');
    throw new FetchFailed(signal.aborted ? 'timeout' : 'unreachable');
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new FetchFailed('timeout')), { once: true });
  });
}

function ask(socket: Duplex, url: URL, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      signal,
      headers: {
        host: url.host,
        accept: 'application/rdap+json, application/json, text/plain;q=0.5',
        'accept-encoding': 'identity',
        'user-agent': 'Probant',
        connection: 'close',
      },
    });
    request.on('response', resolve);
    request.on('error', reject);
    // A change of protocol that nobody asked for ends as neither a response nor an error.
    request.on('close', () => reject(new Error('closed without a response')));
    request.end();
  });
}

async function collect(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new FetchFailed('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function retryAfter({ retryAfter: told }: Reply): number {
  const seconds = Number(told);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
