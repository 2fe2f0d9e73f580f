import type { Actor, Reply } from '../harness/actor.js';
import { givenDelegate } from '../harness/given-delegation.js';
import { world, type World } from '../harness/world.js';
import { digest } from './digest.js';
import { ownedRows, type Owned } from './owned.js';
import { bodies } from './route-cases.js';
import { listRoutes, type Route } from './routes.js';

/**
 * What a colleague who holds another part of the same request gets from each route that is open to them, with the ids of
 * everything that the workspace and its buyer have. No other route exists for them.
 */
const open: Readonly<Record<string, 'read' | 'not-found' | 'signs-out'>> = {
  'DELETE /api/session': 'signs-out',
  'GET /api/lessons': 'read',
  'GET /api/lessons/{lessonId}': 'read',
  'GET /api/requests/{assessmentId}/sheet': 'read',
  'PUT /api/requests/{assessmentId}/answers': 'not-found',
  'GET /api/requests/{assessmentId}/answers/{questionId}/history': 'not-found',
  'POST /api/requests/{assessmentId}/evidence': 'not-found',
  'DELETE /api/requests/{assessmentId}/evidence/{evidenceId}/links/{questionId}': 'not-found',
  'GET /api/requests/{assessmentId}/evidence/{evidenceId}/content': 'not-found',
  'GET /api/requests/{assessmentId}/clarifications': 'read',
  'POST /api/requests/{assessmentId}/clarifications': 'not-found',
  'PUT /api/requests/{assessmentId}/clarifications/resolved': 'not-found',
  'PUT /api/requests/{assessmentId}/clarifications/read': 'not-found',
  'POST /api/requests/{assessmentId}/clarifications/files': 'not-found',
  'GET /api/requests/{assessmentId}/clarifications/files/{fileId}/content': 'not-found',
  'GET /api/requests/{assessmentId}/part': 'read',
  'PUT /api/requests/{assessmentId}/presence': 'not-found',
};

describe('a colleague who holds a part reaches that part alone', () => {
  let all: World;
  let owned: Owned;
  let routes: readonly Route[];
  let delegate: Actor;
  beforeAll(async () => {
    all = await world();
    owned = await ownedRows(all);
    routes = (await listRoutes(all)).filter(({ access }) => access.kind !== 'public');
    await all.sql(
      `WITH speaker AS MATERIALIZED (SELECT set_config('app.organisation_id', $2, true) AS id)
       UPDATE assessments SET status = 'in-progress' FROM speaker WHERE buyer_id = speaker.id::uuid AND assessments.id = $1`,
      [owned.assessmentId, all.acme.id],
    );
    const given = { assessmentId: owned.assessmentId as never, supplier: all.cadran['supplier-admin'] };
    ({ delegate } = await givenDelegate(all, given, { themes: ['FIN'] }));
  });
  afterAll(() => all.close());

  const call = async (route: Route): Promise<Reply> => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => owned[name as keyof Owned]);
    if (route.method === 'get') return delegate.get(path);
    const uploads = ['evidence', 'clarifications/files'].map(
      (end) => `POST /api/requests/{assessmentId}/${end}`,
    );
    if (!uploads.includes(route.name)) return delegate.send(route.method, path, bodies[route.name]?.(owned));
    const form = delegate
      .start('post', path)
      .field(
        path.endsWith('evidence')
          ? { kind: 'pv_test', 'questionIds[]': owned.questionId }
          : { questionId: owned.questionId },
      );
    return delegate.finish(
      await form.attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), { filepath: 'pv.pdf' } as object),
    );
  };

  test('the routes that are open to them are those of the list', () => {
    expect(routes.filter(({ delegates }) => delegates).map(({ name }) => name)).toEqual(
      Object.keys(open).toSorted(
        (a, b) => routes.findIndex((r) => r.name === a) - routes.findIndex((r) => r.name === b),
      ),
    );
  });

  test('every other route does not exist for them, and nothing changes', async () => {
    const wrong: string[] = [];
    const before = await digest(all);
    for (const route of routes.filter(({ name }) => open[name] !== 'signs-out')) {
      const reply = await call(route);
      const { code } = reply.body as { code?: string };
      const submits = 'action' in route.access && route.access.action === 'submissions:create';
      const expected =
        open[route.name] === 'read' ? undefined : submits ? 'administrator-submits' : 'not-found';
      if (code !== expected) wrong.push(`${route.name}: ${reply.status} ${code ?? ''}`);
    }
    const after = await digest(all);
    expect(wrong).toEqual([]);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
  });

  test('what they read names no other question, no piece, no answer and no message of it', async () => {
    const leaks: string[] = [];
    const words = [owned.questionId, owned.evidenceId, owned.submissionId, owned.findingId, 'BKP-'];
    for (const route of routes.filter(({ name }) => open[name] === 'read' && !name.includes('lessons'))) {
      const text = JSON.stringify((await call(route)).body);
      leaks.push(...words.filter((word) => text.includes(word)).map((word) => `${route.name} tells ${word}`));
    }
    expect(leaks).toEqual([]);
  });

  test('the database shows their session no row beyond it', async () => {
    const [{ id } = { id: '' }] = await all.sql<{ id: string }>(
      "SELECT id FROM delegations WHERE themes = '{FIN}'",
    );
    const counts = await all.source.transaction(async (manager) => {
      await manager.query('SELECT speak_as_delegate($1)', [id]);
      const tables = await manager.query<{ name: string }[]>(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'probant'::regnamespace AND c.relkind = 'r'
           AND c.relname <> 'migrations' AND has_table_privilege(c.oid, 'SELECT')`,
      );
      const seen: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = await manager.query<{ count: number }[]>(`SELECT count(*)::int FROM ${name}`);
        if (row !== undefined && row.count > 0) seen[name] = row.count;
      }
      return seen;
    });
    expect(Object.keys(counts).toSorted()).toEqual([
      // The row of the request, its questionnaire and sheet, which their answers need; the chains that keep them.
      'answer_sheets',
      'assessments',
      'chains',
      'delegations',
      // Hashes and sizes, no names: whether a file is there already.
      'evidence_files',
      'organisations',
      'supplier_documents',
    ]);
    expect(counts).toMatchObject({ assessments: 1, delegations: 1, organisations: 1, supplier_documents: 1 });
  });
});
