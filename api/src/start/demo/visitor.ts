import type { FastifyInstance } from 'fastify';

type Method = 'GET' | 'POST' | 'PUT';

export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Somebody with a browser, inside the process: keeps the cookie, sends the origin, calls the routes that everybody calls. */
export class Visitor {
  private cookie = '';

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly origin: string,
    /** Each has an address of its own: sign-ins and codes are limited by address. */
    private readonly remoteAddress: string,
    /** What anybody does takes a moment. */
    private readonly pass: () => void,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T = unknown>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, JSON.stringify(body), 'application/json');
  }

  put<T = unknown>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, JSON.stringify(body), 'application/json');
  }

  async upload<T>(path: string, { name, mediaType, content, fields }: SentFile): Promise<T> {
    const form = new FormData();
    for (const [field, value] of fields) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(content)], { type: mediaType }), name);
    const encoded = new Response(form);
    return this.send<T>(
      'POST',
      path,
      Buffer.from(await encoded.arrayBuffer()),
      encoded.headers.get('content-type') ?? '',
    );
  }

  private async send<T>(method: Method, url: string, payload?: string | Buffer, type = ''): Promise<T> {
    this.pass();
    const reply = await this.fastify.inject({
      method,
      url,
      authority: new URL(this.origin).host,
      remoteAddress: this.remoteAddress,
      headers: {
        origin: this.origin,
        'user-agent': 'Probant',
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(payload === undefined ? {} : { 'content-type': type }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    if (reply.statusCode >= 400) {
      throw new Error(`The demo's ${method} ${url} was answered ${reply.statusCode}: ${reply.body}`);
    }
    const set = reply.headers['set-cookie'];
    for (const line of set === undefined ? [] : [set].flat()) this.cookie = line.split(';')[0] ?? '';
    // What a route answers is the caller's word for it, as in any client.
    return (reply.body === '' ? undefined : JSON.parse(reply.body)) as T;
  }
}
