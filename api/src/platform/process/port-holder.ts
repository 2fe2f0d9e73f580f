import http from 'node:http';
import net from 'node:net';

import { StartRefusal } from '../config/start-refusal.js';

export interface HeldPort {
  readonly port: number;
  /** Lets go of the port, for the one who then listens on it. */
  readonly release: () => Promise<void>;
}

export interface PortWish {
  /** Null: 3000 or the next free one. */
  readonly port: number | null;
  readonly host: string;
}

const firstPort = 3_000;
const lastPort = 3_999;
const starting = JSON.stringify({
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'Starting.',
});

/**
 * Takes the port before the long part of a start, so that two checkouts that start together get two ports and a taken one is
 * refused at once. Until it is released everything asked there is answered with 503.
 */
export async function holdPort({ port, host }: PortWish): Promise<HeldPort> {
  if (port !== null) return listen(port, host, `PORT is ${port}: that port is taken.`);
  for (let candidate = firstPort; candidate < lastPort; candidate += 1) {
    if (await isAnswered(candidate, host)) continue;
    try {
      return await listen(candidate, host, 'taken');
    } catch (error) {
      if (!(error instanceof StartRefusal) || error.message !== 'taken') throw error;
    }
  }
  return listen(lastPort, host, `No port from ${firstPort} to ${lastPort} is free: set PORT.`);
}

function listen(port: number, host: string, whenTaken: string): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const server = http.createServer((_request, reply) => {
      reply
        .writeHead(503, {
          'content-type': 'application/problem+json',
          'retry-after': '1',
          connection: 'close',
        })
        .end(starting);
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(toRefusal(error, { port, host, whenTaken })),
    );
    server.listen({ port, host, exclusive: true }, () => {
      resolve({
        port,
        release: () =>
          new Promise((released) => {
            server.close(() => released());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Whoever listens on all addresses holds the port of each, though the system would lend it to one address once more. */
function isAnswered(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({
      port,
      host: host === '0.0.0.0' || host === '::' ? 'localhost' : host,
      timeout: 500,
    });
    const answer = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

function toRefusal(
  error: NodeJS.ErrnoException,
  { port, host, whenTaken }: { port: number; host: string; whenTaken: string },
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefusal(whenTaken, { cause: error });
    case 'EACCES':
      return new StartRefusal(`PORT is ${port}: this account may not listen there.`, { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefusal(`HOST is ${host}: this machine has no such address.`, { cause: error });
    default:
      return error;
  }
}
