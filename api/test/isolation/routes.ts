import type { Access } from '../../src/platform/access/decorators.js';
import type { RunningApp } from '../harness/running-app.js';
import { Actor } from '../harness/actor.js';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{parameter}` places. */
  readonly path: string;
  /** `PUT /api/…`, the name of its case. */
  readonly name: string;
  readonly access: Access;
  readonly parameters: readonly string[];
  /** Whether it is open to a program with a token. */
  readonly tokens: boolean;
  /** Whether it is open to a colleague who was handed a part. */
  readonly delegates: boolean;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly 'x-access'?: Access; readonly 'x-delegates'?: boolean; readonly 'x-tokens'?: boolean }
        >
      >
    >
  >;
}

/** Every route that the product serves, as its own description lists them. */
export async function listRoutes(running: RunningApp): Promise<Route[]> {
  const { body } = await new Actor(running).get<Document>('/api/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => {
      const access = operation['x-access'];
      const name = `${method.toUpperCase()} ${path}`;
      if (!access) throw new Error(`${name} does not say who may call it`);
      return {
        method: method as Route['method'],
        path,
        name,
        access,
        tokens: operation['x-tokens'] === true,
        delegates: operation['x-delegates'] === true,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''),
      };
    }),
  );
}
