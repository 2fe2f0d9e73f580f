import http from 'node:http';
import type { Duplex } from 'node:stream';
import { AddressRefused, openGuarded, type Doors } from './doors.js';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type PostFailure = 'refused-address' | 'unreachable' | 'timeout';

export interface PostOutcome {
  readonly status: number | null;
  readonly failure: PostFailure | null;
  /** The beginning of the reply. */
  readonly reply: string;
}

const timeoutMs = 15_000;
const replyBytes = 1_024;

/**
 * Sends once to an address that somebody named: over TLS, to a public address alone, looked at anew. A redirection is an answer
 * like any other; what the reply says beyond its beginning is not waited for.
 */
export async function postOnce(doors: Doors, { url, headers, body }: Post): Promise<PostOutcome> {
  const signal = AbortSignal.timeout(timeoutMs);
  let socket: Duplex | undefined;
  try {
    const target = new URL(url);
    if (target.protocol !== 'https:') throw new AddressRefused();
    const port = target.port === '' ? 443 : Number(target.port);
    const opening = openGuarded(doors, { host: target.hostname, port, secure: true }, signal);
    socket = await Promise.race([opening, rejectedBy(signal, opening)]);
    const response = await ask(socket, target, { headers, body, signal });
    return { status: response.statusCode ?? null, failure: null, reply: await begin(response) };
  } catch (error) {
    const failure =
      error instanceof AddressRefused ? 'refused-address' : signal.aborted ? 'timeout' : 'unreachable';
    return { status: null, failure, reply: '' };
  } finally {
    socket?.destroy();
  }
}

/** A connection that opens after all, too late, is closed. */
function rejectedBy(signal: AbortSignal, opening: Promise<Duplex>): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void => {
      opening.then(
        (late) => late.destroy(),
        () => undefined,
      );
      reject(new Error('timeout'));
    };
    signal.addEventListener('abort', give, { once: true });
  });
}

function ask(
  socket: Duplex,
  url: URL,
  { headers, body, signal }: Omit<Post, 'url'> & { readonly signal: AbortSignal },
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      signal,
      headers: {
        ...headers,
        host: url.host,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'accept-encoding': 'identity',
        'user-agent': 'Probant',
        connection: 'close',
      },
    });
    request.on('response', resolve);
    request.on('error', reject);
    // A change of protocol that nobody asked for ends as neither a response nor an error.
    request.on('close', () => reject(new Error('closed without a response')));
    request.end(body);
  });
}

async function begin(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= replyBytes) break;
    }
  } catch {
    // The status has come; what is cut off behind it changes nothing.
  }
  return printable(Buffer.concat(parts).subarray(0, replyBytes).toString('utf8'));
}

/** A database takes no NUL, and a page shows no signs of control. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, ' ').trim();
}
