export interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

/** Somebody signed in over HTTP; a reply that does not come throws. */
export class Visitor {
  private cookie = '';

  constructor(private readonly address: string) {}

  async signsIn(email: string, password: string): Promise<this> {
    const { status } = await this.call('POST', '/api/session', { email, password });
    if (status !== 200) throw new Error(`${email} cannot sign in: ${status}`);
    return this;
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answered<T>> {
    const reply = await fetch(`${this.address}${path}`, {
      method,
      headers: { origin: this.address, cookie: this.cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = reply.headers.getSetCookie()[0]?.split(';')[0];
    if (set !== undefined) this.cookie = set;
    const text = await reply.text();
    return { status: reply.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }
}
