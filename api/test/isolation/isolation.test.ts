import { can, refusalOf, type Action, type MemberRole } from '@probant/shared/permissions';
import type { Actor, Reply } from '../harness/actor.js';
import { world, type World } from '../harness/world.js';
import { digest } from './digest.js';
import { ownedRows, type Owned } from './owned.js';
import { givenToken } from './integration-cases.js';
import { bodies } from './route-cases.js';
import { listRoutes, type Route } from './routes.js';

interface Person {
  readonly role: MemberRole;
  readonly actor: Actor;
}

/** Content of the library: the same for every buyer, and nobody's. */
const ofNobody = ['caseKey', 'lessonId'];

const triesPerDigest = 20;

describe('nobody reaches what is not theirs', () => {
  let all: World;
  let owned: Owned;
  let routes: readonly Route[];
  beforeAll(async () => {
    all = await world();
    owned = await ownedRows(all);
    routes = await listRoutes(all);
  });
  afterAll(() => all.close());

  const call = async (actor: Actor, route: Route): Promise<Reply> => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => owned[name as keyof Owned]);
    if (route.method === 'get') return actor.get(path);
    return actor.send(route.method, path, bodies[route.name]?.(owned));
  };
  const protectedRoutes = () => routes.filter(({ access }) => access.kind !== 'public');
  const actionOf = ({ access }: Route): Action | null => ('action' in access ? access.action : null);
  const own = (): Person[] => [
    ...(['admin', 'buyer', 'risk-manager', 'auditor'] as const).map((role) => ({
      role,
      actor: all.acme[role],
    })),
    ...(['supplier-admin', 'contributor'] as const).map((role) => ({ role, actor: all.cadran[role] })),
  ];
  const others = (): Person[] => [
    ...(['admin', 'buyer', 'risk-manager', 'auditor'] as const).map((role) => ({
      role,
      actor: all.globex[role],
    })),
    ...(['supplier-admin', 'contributor'] as const).map((role) => ({ role, actor: all.talweg[role] })),
  ];

  interface Try {
    readonly route: Route;
    readonly person: Person | null;
    readonly expected: readonly string[];
  }
  const named = ({ route, person }: Try): string => `${route.name} by ${person?.role ?? 'anonymous'}`;

  /** Calls and says what happened where it is not what was expected, or which of a few moved a row. */
  const refusals = async (tries: readonly Try[]): Promise<string[]> => {
    const wrong: string[] = [];
    let before = await digest(all);
    // Every row is read for a digest: one for several tries says as well that none of them moved any.
    for (let first = 0; first < tries.length; first += triesPerDigest) {
      const some = tries.slice(first, first + triesPerDigest);
      for (const one of some) {
        const reply = await call(one.person?.actor ?? all.anonymous(), one.route);
        const { code } = reply.body as { code?: string };
        if (!one.expected.includes(code ?? ''))
          wrong.push(`${named(one)}: ${reply.status} ${code ?? JSON.stringify(reply.body).slice(0, 120)}`);
      }
      const after = await digest(all);
      const moved = Object.keys(after).filter((table) => after[table] !== before[table]);
      if (moved.length > 0) wrong.push(`one of ${some.map(named).join(', ')} changed ${moved.join(', ')}`);
      before = after;
    }
    return wrong;
  };

  test('every route has its case', () => {
    const missing = protectedRoutes().flatMap((route) => [
      ...route.parameters.filter((name) => !(name in owned)).map((name) => `${route.name}: {${name}}`),
      ...(route.method === 'get' || route.name in bodies ? [] : [`${route.name}: no body`]),
    ]);
    expect(missing).toEqual([]);
    const names = new Set(routes.map(({ name }) => name));
    expect(Object.keys(bodies).filter((name) => !names.has(name))).toEqual([]);
  });

  test('without a session, every route asks to sign in', async () => {
    const tries = protectedRoutes().map((route) => ({ route, person: null, expected: ['not-signed-in'] }));
    expect(await refusals(tries)).toEqual([]);
  });

  test('a role without the action is refused, on its own rows too, and nothing changes', async () => {
    const tries = protectedRoutes().flatMap((route) => {
      const action = actionOf(route);
      if (action === null) return [];
      return own()
        .filter(({ role }) => !can(role, action))
        .map((person) => ({
          route,
          person,
          expected: [
            refusalOf(action),
            ...(route.access.kind === 'action-in-statement' ? ['not-found'] : []),
          ],
        }));
    });
    expect(await refusals(tries)).toEqual([]);
  });

  test('the same role elsewhere finds nothing, and nothing changes', async () => {
    const tries = protectedRoutes().flatMap((route) => {
      const action = actionOf(route);
      if (action === null || route.parameters.every((name) => ofNobody.includes(name))) return [];
      return others()
        .filter(({ role }) => can(role, action))
        .map((person) => ({ route, person, expected: ['not-found'] }));
    });
    expect(await refusals(tries)).toEqual([]);
  });

  describe('with a token', () => {
    const program = async (admin: Actor) => all.anonymous().calls((await givenToken(admin)).secret);
    /** The routes that its scopes name, and those that refuse it. */
    const split = () => ({
      open: protectedRoutes().filter(({ tokens }) => tokens),
      closed: protectedRoutes().filter(({ tokens }) => !tokens),
    });

    test.each([
      ['buyer', () => all.globex.admin],
      ['supplier', () => all.talweg['supplier-admin']],
    ] as const)('of another %s nothing of ours is found, shown or moved', async (_, admin) => {
      const actor = await program(admin());
      const ids = (Object.values(owned) as readonly string[]).filter((id) => id.length === 36);
      const before = await digest(all);
      const wrong: string[] = [];
      for (const route of split().open) {
        const { body, status } = await call(actor, route);
        const { code } = body as { code?: string };
        const expected =
          route.parameters.length > 0
            ? ['not-found', 'token-scope-missing']
            : // A field of a body that names what is not there.
              [undefined, 'token-scope-missing', ...(route.method === 'post' ? ['invalid-input'] : [])];
        const text: string = JSON.stringify(body);
        if (!expected.includes(code)) wrong.push(`${route.name}: ${status} ${code ?? ''}`);
        if (ids.some((id) => text.includes(id))) wrong.push(`${route.name} shows an id`);
      }
      const after = await digest(all);
      const moved = Object.keys(after).filter((table) => after[table] !== before[table]);
      expect(wrong).toEqual([]);
      // Of its own, a buyer's token makes one supplier.
      const made = moved.filter(
        (table) =>
          !['suppliers', 'concentration_records', 'events', 'chains', 'search_entries'].includes(table),
      );
      expect(made).toEqual([]);
    });

    test('of a supplier, no route of the buyer is open, and the reverse', async () => {
      const [buyer, supplier] = [await program(all.acme.admin), await program(all.cadran['supplier-admin'])];
      for (const route of split().open) {
        const action = actionOf(route);
        const [mine, other] = action !== null && can('buyer', action) ? [buyer, supplier] : [supplier, buyer];
        const refused = ((await call(other, route)).body as { code?: string }).code;
        expect([route.name, refused]).toEqual([route.name, 'token-scope-missing']);
        if (route.method === 'get') {
          const { code } = (await call(mine, route)).body as { code?: string };
          // What is not shown to the supplier yet is not there for its program either.
          expect([undefined, 'not-found']).toContain(code);
        }
      }
    });

    test('every other route is closed, and nothing changes', async () => {
      const actor = await program(all.acme.admin);
      const before = await digest(all);
      for (const route of split().closed) {
        await all.sql(`DELETE FROM rate_limits WHERE key LIKE 'token:%'`);
        const { code } = (await call(actor, route)).body as { code?: string };
        expect([route.name, code]).toEqual([route.name, 'token-not-accepted']);
      }
      expect(await digest(all)).toEqual(before);
    });
  });

  test('what others read holds no id of ours', async () => {
    const leaks: string[] = [];
    const ids = (Object.values(owned) as readonly string[]).filter((id) => id.length === 36);
    for (const route of protectedRoutes().filter(
      ({ method, parameters }) => method === 'get' && parameters.length === 0,
    )) {
      for (const { role, actor } of others()) {
        const { body } = await call(actor, route);
        const text: string = JSON.stringify(body);
        leaks.push(
          ...ids
            .filter((id) => text.includes(id))
            .map((id) => `${route.name} shows ${id} to ${role} elsewhere`),
        );
      }
    }
    expect(leaks).toEqual([]);
  });

  test('a session bound to another assessment finds nothing', async () => {
    const bound = await all.anonymous().signsIn('contributor@cadran.example', 'quatre mots au hasard');
    const [foreign] = await all.sql<{ id: string }>('SELECT id FROM assessments WHERE id <> $1 LIMIT 1', [
      owned.assessmentId,
    ]);
    expect(foreign).toBeUndefined();
    await all.sql(
      `UPDATE sessions SET assessment_id = $1, recipient_id = $2 WHERE token_hash = (
         SELECT token_hash FROM sessions s JOIN accounts a ON a.id = s.account_id
         WHERE a.email = 'contributor@cadran.example' ORDER BY s.created_at DESC LIMIT 1)`,
      [owned.assessmentId, owned.recipientId],
    );
    expect((await bound.get(`/api/requests/${owned.assessmentId}/sheet`)).status).toBe(200);
    expect(await bound.get('/api/members')).toBeProblem('not-permitted');
    expect(await bound.get('/api/requests/0193a000-0000-7000-8000-000000000000/sheet')).toBeProblem(
      'not-found',
    );
  });
});
