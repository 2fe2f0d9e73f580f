import { currentLanguage } from '../i18n/language.js';
import { Problem, toProblem } from './problem.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Tells when a call was answered 401: the session it was made with is over. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** A wrong password, code or link is a 401 as well, and ends no session. */
export function tellSignedOut({ code }: Problem): void {
  if (code === 'not-signed-in') for (const listener of signedOutListeners) listener();
}

/** Names whom a page acts for: where another account has signed in meanwhile, in another tab, nothing is done in its name. */
export const accountHeader = 'probant-account';
let actingFor: string | null = null;

export function actFor(accountId: string | null): void {
  actingFor = accountId;
}

/**
 * One call on our own origin, with the session cookie. JSON comes back parsed, an empty answer as `undefined`; a refusal is
 * thrown as a `Problem`, an aborted call as the browser's own `AbortError`.
 */
export async function request(method: Method, path: string, options: RequestOptions = {}): Promise<unknown> {
  const response = await send(method, path, options);
  if (!response.ok) {
    const problem = await toProblem(response);
    tellSignedOut(problem);
    throw problem;
  }
  const contentType = response.headers.get('content-type') ?? '';
  if (contentType.includes('json')) return response.json();
  if (response.status === 202 || response.status === 204 || contentType === '') return undefined;
  return response.blob();
}

function asksWhoIsHere(method: Method, path: string): boolean {
  return path === '/api/session' && method !== 'delete';
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const isForm = options.body instanceof FormData || options.body instanceof Blob;
  const hasJson = options.body !== undefined && !isForm;
  try {
    return await fetch(path + toQuery(options.query), {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': currentLanguage(),
        ...(actingFor === null || asksWhoIsHere(method, path) ? {} : { [accountHeader]: actingFor }),
        ...(hasJson ? { 'content-type': 'application/json' } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: toBody(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, code: 'network' }, { cause: error });
  }
}

function toBody(body: unknown): BodyInit {
  return body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
}

function toQuery(query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    const values: readonly string[] = typeof value === 'object' ? value : [String(value)];
    for (const each of values) search.append(name, each);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
