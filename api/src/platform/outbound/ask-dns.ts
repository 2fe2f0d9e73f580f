import { randomInt } from 'node:crypto';
import dgram from 'node:dgram';
import net from 'node:net';
import {
  answersTo,
  decodeReply,
  encodeQuery,
  type DnsQuestion,
  type DnsReply,
} from '@probant/shared/checks/dns-message';

export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

const ids = 65_536;
const usualTiming = { udpMs: 1_500, tcpMs: 3_000 } as const;
type Timing = Readonly<Record<keyof typeof usualTiming, number>>;
const tries = 2;

/** Nothing for what is no name of DNS: one that is too long with what stands before it cannot exist. */
function queryOf(id: number, question: DnsQuestion): Uint8Array | null {
  try {
    return encodeQuery(id, question);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The bytes that a resolver answered a question with, or null. Over UDP from a port of its own, to that server alone; what
 * has another id or answers something else is not the answer and is waited past. A reply that was cut short is asked for
 * again over TCP.
 */
export async function askDns(
  servers: readonly DnsServer[],
  question: DnsQuestion,
  timing: Timing = usualTiming,
): Promise<{ readonly server: DnsServer; readonly message: Buffer } | null> {
  for (let tried = 0; tried < tries; tried += 1) {
    for (const server of servers) {
      const message = await askOne(server, question, timing);
      if (message !== null) return { server, message };
    }
  }
  return null;
}

async function askOne(
  server: DnsServer,
  question: DnsQuestion,
  { udpMs, tcpMs }: Timing,
): Promise<Buffer | null> {
  const id = randomInt(ids);
  const query = queryOf(id, question);
  if (query === null) return null;
  const isAnswer = (bytes: Buffer): DnsReply | undefined => {
    const reply = decodeReply(bytes);
    return reply && answersTo(reply, id, question) ? reply : undefined;
  };
  const short = await overUdp(server, query, udpMs, (bytes) => isAnswer(bytes) !== undefined);
  if (short === null) return null;
  if (isAnswer(short)?.truncated !== true) return short;
  const long = await overTcp(server, query, tcpMs);
  return long !== null && isAnswer(long) !== undefined ? long : null;
}

function overUdp(
  { address, port }: DnsServer,
  query: Uint8Array,
  timeoutMs: number,
  isAnswer: (bytes: Buffer) => boolean,
): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = dgram.createSocket(net.isIPv6(address) ? 'udp6' : 'udp4');
    const end = (bytes: Buffer | null): void => {
      clearTimeout(timer);
      socket.removeAllListeners('message');
      socket.close();
      resolve(bytes);
    };
    const timer = setTimeout(() => end(null), timeoutMs);
    socket.once('error', () => end(null));
    socket.on('message', (bytes) => {
      if (isAnswer(bytes)) end(bytes);
    });
    // A connected socket hears that address and port alone.
    socket.connect(port, address, () => socket.send(query));
  });
}

function overTcp({ address, port }: DnsServer, query: Uint8Array, timeoutMs: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: address, port });
    let received = Buffer.alloc(0);
    const end = (bytes: Buffer | null): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(bytes);
    };
    const timer = setTimeout(() => end(null), timeoutMs);
    socket.once('error', () => end(null));
    socket.once('close', () => end(null));
    socket.once('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      if (received.length < 2) return;
      const length = received.readUInt16BE(0);
      if (received.length >= length + 2) end(received.subarray(2, length + 2));
    });
  });
}
