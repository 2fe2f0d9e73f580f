import { can, type MemberRole } from '@probant/shared/permissions';
import { writeCursor } from '../../src/platform/http/cursor.js';
import type { Actor, Reply } from '../harness/actor.js';
import { forgetLimits } from '../harness/given-assessment.js';
import { world, type World } from '../harness/world.js';
import { digest } from '../isolation/digest.js';
import { ownedRows, type Owned } from '../isolation/owned.js';
import { bodies } from '../isolation/route-cases.js';
import { listRoutes, type Route } from '../isolation/routes.js';
import { otherBodies, publicBodies } from './further-bodies.js';
import { broken, mutate, spoil, type Mutation, type Schema, type Schemas } from './mutations.js';

const routesPerDigest = 15;

/** Cursors of days, instants and numbers that there are not; no list sorts by them all. */
const tampered = [
  ['2026-02-30'],
  ['2026-02-30 00:00:00+00'],
  ['2026-02-30T00:00:00.000Z', '0199f0a0-0000-7000-8000-000000000001', '1'],
  ['99999999999999999999'],
  ['1e400'],
  ['Infinity'],
  ['\u0000'],
].map(([value, ...rest]) =>
  writeCursor([value ?? '', ...(rest.length > 0 ? rest : ['0199f0a0-0000-7000-8000-000000000001'])]),
);

interface Described {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema?: { readonly enum?: readonly string[] };
  }[];
}

describe('bad input on every route', () => {
  let all: World;
  let owned: Owned;
  let routes: readonly Route[];
  let described: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  let schemas: Schemas;
  beforeAll(async () => {
    all = await world();
    owned = await ownedRows(all);
    routes = await listRoutes(all);
    const { body } = await all
      .anonymous()
      .get<{ paths: typeof described; components: { schemas: Schemas } }>('/api/openapi.json');
    described = body.paths;
    schemas = body.components.schemas;
  });
  afterAll(() => all.close());

  const writes = () => routes.filter(({ method }) => method !== 'get');
  const takes = ({ path, method }: Route): string[] =>
    Object.keys(described[path]?.[method]?.requestBody?.content ?? {});
  const goodOf = ({ name }: Route): readonly object[] => [
    publicBodies[name] ?? bodies[name]?.(owned) ?? {},
    ...(otherBodies[name]?.(owned) ?? []),
  ];
  const addressOf = ({ path }: Route) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => owned[name as keyof Owned]);

  /** Somebody who may call the route, so that what stops the call is its input. */
  const callerOf = ({ access }: Route): Actor => {
    if (access.kind === 'public') return all.anonymous();
    const seats: readonly (readonly [MemberRole, Actor])[] = [
      ['buyer', all.acme.buyer],
      ['risk-manager', all.acme['risk-manager']],
      ['admin', all.acme.admin],
      ['supplier-admin', all.cadran['supplier-admin']],
    ];
    const seat = seats.find(([role]) => !('action' in access) || can(role, access.action));
    if (!seat) throw new Error(`nobody may call it: ${JSON.stringify(access)}`);
    return seat[1];
  };
  const send = async (route: Route, { body }: Mutation): Promise<Reply> => {
    const caller = callerOf(route);
    return caller.finish<Record<string, unknown>>(
      await caller
        .start(route.method, addressOf(route))
        .set('content-type', 'application/json')
        .serialize((raw: unknown) => raw as string)
        .send(body as never),
    );
  };
  /** A refusal of the input: problem+json, and not because of who called. */
  const isRefusal = ({ status, type, body }: Reply): boolean =>
    status >= 400 &&
    status < 500 &&
    type === 'application/problem+json' &&
    !['not-signed-in', 'not-permitted', 'origin-refused', 'too-many-requests'].includes(String(body['code']));

  const says = ({ body }: Reply, refused: Mutation['refused']): boolean =>
    refused === undefined ||
    (body['errors'] as (typeof refused)[] | undefined)?.some(
      ({ pointer, code }) => pointer === refused.pointer && code === refused.code,
    ) === true;

  /** Tries every mutation of every route; says which were let through or changed something. */
  const letThrough = async (
    tried: readonly Route[],
    mutationsOf: (route: Route) => readonly Mutation[],
  ): Promise<string[]> => {
    const wrong: string[] = [];
    let before = await digest(all);
    // Every row is read for a digest: one for several routes says as well that none of them moved any.
    for (let first = 0; first < tried.length; first += routesPerDigest) {
      const some = tried.slice(first, first + routesPerDigest);
      for (const route of some) {
        for (const mutation of mutationsOf(route)) {
          await forgetLimits(all);
          const reply = await send(route, mutation);
          if (!isRefusal(reply) || !says(reply, mutation.refused)) {
            wrong.push(
              `${route.name}, ${mutation.name}: ${reply.status} ${JSON.stringify(reply.body['errors'] ?? reply.body).slice(0, 160)}`,
            );
          }
        }
      }
      const after = await digest(all);
      const moved = Object.keys(after).filter((table) => after[table] !== before[table]);
      if (moved.length > 0)
        wrong.push(`one of ${some.map(({ name }) => name).join(', ')} changed ${moved.join(', ')}`);
      before = after;
    }
    return wrong;
  };

  test('a body that is not JSON of ours is refused, also where none is expected', async () => {
    expect(await letThrough(writes(), () => broken)).toEqual([]);
  });

  test('a body that is wrong in one place is refused, and nothing changes', async () => {
    const tried = writes().filter((route) => takes(route).includes('application/json'));
    const missing = tried.filter(({ name }) => !(name in bodies) && !(name in publicBodies));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(await letThrough(tried, (route) => goodOf(route).flatMap((good) => mutate(good)))).toEqual([]);
  });

  test('a field that has to be there cannot be left out, nor be null unless it may, nor a list hold anything', async () => {
    const schemaOf = ({ path, method }: Route): Schema =>
      described[path]?.[method]?.requestBody?.content?.['application/json']?.schema ?? {};
    const tried = writes().filter((route) => takes(route).includes('application/json'));
    const spoilt = (route: Route) => goodOf(route).flatMap((good) => spoil(good, schemaOf(route), schemas));
    expect(tried.flatMap(spoilt).filter(({ name }) => name.startsWith('without')).length).toBeGreaterThan(
      100,
    );
    expect(await letThrough(tried, spoilt)).toEqual([]);
  });

  test('an upload that is not one is refused', async () => {
    const tried = writes().filter((route) => takes(route).includes('multipart/form-data'));
    expect(tried.length).toBeGreaterThan(0);
    const json = mutate({ kind: 'pv_test', list: 'suppliers' });
    expect(await letThrough(tried, () => json)).toEqual([]);
  });

  test.each(['42', 'not-an-id', '%00', '%ff', '0193a000-0000-7000-8000-00000000000g', 'x'.repeat(190)])(
    'an id such as %s is not found on any route',
    async (id) => {
      const wrong: string[] = [];
      const before = await digest(all);
      for (const route of routes.filter(({ parameters }) => parameters.some((name) => name.endsWith('Id')))) {
        const caller = callerOf(route);
        const reply = await caller.send<Record<string, unknown>>(
          route.method,
          route.path.replaceAll(/\{(\w+)\}/g, () => id),
          route.method === 'get' ? undefined : (bodies[route.name]?.(owned) ?? {}),
        );
        if (!isRefusal(reply)) wrong.push(`${route.name}: ${reply.status} ${JSON.stringify(reply.body)}`);
      }
      expect(wrong).toEqual([]);
      expect(await digest(all)).toEqual(before);
    },
  );

  test('a name that holds a sign no name holds, behind ids that exist, is not found on any route', async () => {
    const named = routes.filter(
      ({ parameters }) =>
        !(parameters.at(-1) ?? 'Id').endsWith('Id') ||
        /questionId|clauseId|lessonId/.test(parameters.at(-1) ?? ''),
    );
    expect(named.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    for (const route of named) {
      const last = route.parameters.at(-1) ?? '';
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === last ? 'a%00b' : owned[name as keyof Owned],
      );
      const body = route.method === 'get' ? undefined : (bodies[route.name]?.(owned) ?? {});
      const reply = await callerOf(route).send<Record<string, unknown>>(route.method, path, body);
      if (!isRefusal(reply)) wrong.push(`${route.name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a cursor that was tampered with is refused, or asks for rows that there are not', async () => {
    const wrong: string[] = [];
    const paged = routes.filter(({ method, path }) =>
      described[path]?.[method]?.parameters?.some(({ name }) => name === 'after'),
    );
    expect(paged.length).toBeGreaterThan(8);
    for (const route of paged) {
      const sorts = described[route.path]?.get?.parameters?.find(({ name }) => name === 'sort')?.schema?.enum;
      for (const sort of sorts ?? [undefined]) {
        for (const after of tampered) {
          const query = `after=${after}${sort === undefined ? '' : `&sort=${sort}`}`;
          const reply = await callerOf(route).get(`${addressOf(route)}?${query}`);
          const refused = isRefusal(reply) && says(reply, { pointer: '/after', code: 'wrong-type' });
          if (reply.status !== 200 && !refused) wrong.push(`${route.name}?${query}: ${reply.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a query that a route does not know, or cannot read, is refused', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'get')) {
      const names = (described[route.path]?.get?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name);
      const queries = names.flatMap((name) => [
        `${name}=${'x'.repeat(5_000)}`,
        `${name}=a%00b`,
        `${name}[a]=1`,
      ]);
      for (const query of names.length > 0 ? [...queries, 'moon=1'] : []) {
        const reply = await callerOf(route).get(`${addressOf(route)}?${query}`);
        if (!isRefusal(reply)) wrong.push(`${route.name}?${query.slice(0, 30)}: ${reply.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
