import net from 'node:net';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly body: Buffer;
}

/** One kept-alive connection that sends the next request when the last was answered; as little work as a client can do. */
export class Connection {
  private readonly socket: net.Socket;
  private received: Buffer[] = [];
  private length = 0;
  private waiting: { resolve: (answered: Answered) => void; reject: (error: Error) => void } | null = null;
  private expected = -1;

  constructor(
    private readonly port: number,
    private readonly headers: string,
  ) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  send({ method, path, body = '' }: Call): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      const content =
        body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\n${this.headers}${content}\r\n${body}`,
      );
    });
  }

  end(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.length += chunk.length;
    if (this.expected < 0) this.findLength();
    if (this.expected < 0 || this.length < this.expected) return;
    const whole = Buffer.concat(this.received);
    const head = whole.indexOf('\r\n\r\n');
    const answered = {
      status: Number(whole.toString('latin1', 9, 12)),
      body: whole.subarray(head + 4, this.expected),
    };
    this.received = [];
    this.length = 0;
    this.expected = -1;
    this.waiting?.resolve(answered);
  }

  private findLength(): void {
    const so = this.received.length === 1 ? this.received[0] : Buffer.concat(this.received);
    const head = so?.indexOf('\r\n\r\n') ?? -1;
    if (so === undefined || head < 0) return;
    const length = /content-length: (\d+)/i.exec(so.toString('latin1', 0, head))?.[1];
    if (length === undefined) throw new Error('the reply has no content-length');
    this.expected = head + 4 + Number(length);
  }
}

export interface LoadOptions {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly milliseconds: number;
}

/**
 * Requests answered per second over some connections. Every connection has its own sequence of calls and looks at every
 * reply; a reply that `check` does not accept ends the measurement.
 */
export async function load(
  options: LoadOptions,
  next: (connection: number) => Call,
  check: (connection: number, answered: Answered) => void,
): Promise<number> {
  const { port } = new URL(options.address);
  const lines = Object.entries({ origin: options.address, ...options.headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const connections = Array.from(
    { length: options.connections },
    () => new Connection(Number(port), lines.join('')),
  );
  const started = performance.now();
  const end = started + options.milliseconds;
  let answered = 0;
  await Promise.all(
    connections.map(async (connection, index) => {
      while (performance.now() < end) {
        check(index, await connection.send(next(index)));
        answered += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const connection of connections) connection.end();
  return answered / seconds;
}
