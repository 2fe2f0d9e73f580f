import type { components, paths } from '../schema.js';
import type { ListQuery } from './list-query.js';
import { type Method, type QueryValue, request } from './request.js';

/** A body of the API by its name in openapi.json: `Schema<'MemberResponse'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths] &
  string;

type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never;

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined;
type Success<R> = R extends object ? Content<R[keyof R & (200 | 201 | 202 | 204)]> : never;

/** What a call answers with. */
export type Reply<P extends PathWith<M>, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R } ? Success<R> : never;

type PathParameters<O> = O extends { parameters: { path: infer P } } ? { path: P } : { path?: undefined };
type QueryParameters<O> = O extends { parameters: { query?: infer Q } }
  ? [NonNullable<Q>] extends [never]
    ? { query?: undefined }
    : { query?: Q | ListQuery }
  : { query?: undefined };
type Body<O> = O extends { requestBody: { content: infer C } } ? { body: C[keyof C] } : { body?: undefined };

type Options<O> = PathParameters<O> &
  QueryParameters<O> &
  Body<O> & { signal?: AbortSignal; headers?: Readonly<Record<string, string>> };

type Arguments<O> =
  Options<O> extends { path: unknown } | { body: unknown } ? [options: Options<O>] : [options?: Options<O>];

type Call<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...args: Arguments<Operation<P, M>>
) => Promise<Reply<P, M>>;

interface LooseOptions {
  path?: Readonly<Record<string, string | number>> | undefined;
  query?: Readonly<Record<string, QueryValue>> | undefined;
  body?: unknown;
  signal?: AbortSignal;
  headers?: Readonly<Record<string, string>>;
}

function caller<M extends Method>(method: M): Call<M> {
  const call = (path: string, options: LooseOptions = {}): Promise<unknown> => {
    const { path: parameters, query, ...rest } = options;
    return request(method, fillPath(path, parameters ?? {}), { ...rest, ...(query ? { query } : {}) });
  };
  // The boundary: what the API sends is what openapi.json says it sends; a test of the API holds it to that.
  return call as Call<M>;
}

function fillPath(path: string, parameters: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name] ?? '')));
}

/** The API, typed by openapi.json: `api.get('/api/findings/{id}', { path: { id } })`. */
export const api = {
  get: caller('get'),
  post: caller('post'),
  put: caller('put'),
  patch: caller('patch'),
  delete: caller('delete'),
};
