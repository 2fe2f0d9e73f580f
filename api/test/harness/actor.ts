import supertest from 'supertest';
import type { RunningApp } from './running-app.js';

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly type: string;
  readonly body: T;
  readonly headers: Readonly<Record<string, string>>;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Somebody with a browser: keeps the cookie, sends the origin. */
export class Actor {
  private cookie = '';
  private token = '';

  constructor(
    private readonly running: RunningApp,
    readonly name = 'anonymous',
  ) {}

  get<T = Record<string, unknown>>(path: string): Promise<Reply<T>> {
    return this.send<T>('get', path);
  }

  post<T = Record<string, unknown>>(path: string, body: object = {}): Promise<Reply<T>> {
    return this.send<T>('post', path, body);
  }

  put<T = Record<string, unknown>>(path: string, body: object = {}): Promise<Reply<T>> {
    return this.send<T>('put', path, body);
  }

  patch<T = Record<string, unknown>>(path: string, body: object = {}): Promise<Reply<T>> {
    return this.send<T>('patch', path, body);
  }

  delete<T = Record<string, unknown>>(path: string): Promise<Reply<T>> {
    return this.send<T>('delete', path);
  }

  /** A program instead of a browser: no cookie, no origin. */
  calls(token: string): this {
    this.token = token;
    return this;
  }

  async signsIn(email: string, password: string): Promise<this> {
    const reply = await this.post('/api/session', { email, password });
    if (reply.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(reply.body)}`);
    return this;
  }

  async send<T>(method: Method, path: string, body?: object): Promise<Reply<T>> {
    let call = this.start(method, path);
    if (body !== undefined) call = call.send(body);
    return this.finish<T>(await call);
  }

  /** For requests that are not JSON. */
  start(method: Method, path: string): supertest.Test {
    const call = supertest(this.running.app.getHttpServer())
      [method](path)
      .set('accept-language', 'fr')
      .ok(() => true);
    if (this.token !== '') return call.set('authorization', `Bearer ${this.token}`);
    call.set('origin', this.running.origin);
    return this.cookie === '' ? call : call.set('cookie', this.cookie);
  }

  finish<T>(response: supertest.Response): Reply<T> {
    const set = response.headers['set-cookie'] as unknown as string[] | undefined;
    for (const line of set ?? []) this.cookie = line.split(';')[0] ?? '';
    const body =
      response.type === 'application/problem+json' ? (JSON.parse(response.text) as T) : (response.body as T);
    return {
      status: response.status,
      type: response.type,
      body,
      headers: response.headers,
    };
  }
}
