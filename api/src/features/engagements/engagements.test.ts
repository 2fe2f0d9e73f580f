import { givenEngagement, givenSupplier, quietContext } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import type {
  EngagementContextResponse,
  EngagementResponse,
  EngagementsResponse,
} from './engagements.dto.js';

const absent = '0199f0a0-0000-7000-8000-000000000001';

describe('engagements', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const state = () =>
    all.sql(`SELECT (SELECT jsonb_agg(e ORDER BY id) FROM engagements e) AS engagements,
      (SELECT jsonb_agg(t ORDER BY engagement_id) FROM engagement_standings t) AS standings,
      (SELECT count(*) FROM events) AS events`);
  const standing = async (id: string) =>
    (
      await all.sql<Record<string, unknown>>('SELECT * FROM engagement_standings WHERE engagement_id = $1', [
        id,
      ])
    )[0];
  const counted = async () =>
    (
      await all.sql<{ count: number }>(
        "SELECT count::int FROM portfolio_counts WHERE organisation_id = $1 AND dimension = 'all'",
        [all.acme.id],
      )
    )[0]?.count ?? 0;

  test('the form learns the fourteen facts, their points and what raises a tier', async () => {
    const { body } = await all.acme.auditor.get<EngagementContextResponse>('/api/engagement-context');
    expect(body.context).toHaveLength(14);
    expect(body.context[0]).toMatchObject({
      key: 'health_data',
      kind: 'bool',
      points: 3,
      short: { fr: 'Données de santé' },
    });
    expect(body.tiers.map(({ tier, min }) => [tier, min])).toEqual([
      ['T1', 0],
      ['T2', 4],
      ['T3', 7],
      ['T4', 10],
    ]);
    expect(body.tierMinimums).toContainEqual({ when: { ctx: { health_data: true } }, tier: 'T3' });
  });

  test('the tier comes with its arithmetic and with what raised it', async () => {
    const engagement = await givenEngagement(all.acme.buyer, {
      context: { health_data: true, personal_data: 'sensitive', criticality: 'medium', hosting: 'full' },
    });
    expect(engagement).toMatchObject({
      tier: 'T4',
      points: 8,
      arithmetic: { tierOfPoints: 'T3', raisedBy: ['health_data', 'hosting'] },
      standing: { status: 'none', grade: null, score: null },
      profileId: null,
    });
    expect(engagement.arithmetic.terms.map(({ points }) => points)).toEqual([3, 2, 1, 0, 2, 0]);
  });

  test('its standing carries the names, the tier and whether it is archived, and counts', async () => {
    const before = await counted();
    const supplier = await givenSupplier(all.acme.buyer, { name: 'Nom ancien' });
    const { id } = await givenEngagement(all.acme.buyer, { supplierId: supplier.id, name: 'Infogérance' });
    expect(await standing(id)).toMatchObject({
      supplier_name: 'Nom ancien',
      engagement_name: 'Infogérance',
      tier: 'T1',
      status: 'none',
      archived: false,
    });
    const { siren, country, website, domains, notes, revision } = supplier;
    const facts = { siren, country, website, domains, notes, revision };
    await all.acme.buyer.put(`/api/suppliers/${supplier.id}`, { ...facts, name: 'Nom neuf' });
    await all.acme.buyer.put(`/api/engagements/${id}`, {
      name: 'Infogérance du SI',
      description: '',
      context: { ...quietContext, privileged_access: 'domain_admin' },
      revision: 1,
    });
    expect(await standing(id)).toMatchObject({
      supplier_name: 'Nom neuf',
      engagement_name: 'Infogérance du SI',
      tier: 'T3',
    });
    expect(await counted()).toBe(before + 1);
    await all.acme.buyer.post(`/api/suppliers/${supplier.id}/archive`);
    expect(await standing(id)).toMatchObject({ archived: true });
    expect(await counted()).toBe(before);
    await all.acme.buyer.post(`/api/suppliers/${supplier.id}/restore`);
    await all.acme.buyer.post(`/api/engagements/${id}/archive`);
    expect(await standing(id)).toMatchObject({ archived: true });
    await all.acme.buyer.post(`/api/engagements/${id}/restore`);
    expect(await counted()).toBe(before + 1);
  });

  test.each<[string, object, string[]]>([
    ['a fact left out', { context: { ...quietContext, mssp: undefined } }, ['/context/mssp']],
    ['an unknown fact', { context: { ...quietContext, moon: true } }, ['/context/moon']],
    ['an unknown value', { context: { ...quietContext, hosting: 'lune' } }, ['/context/hosting']],
    ['a word for a yes', { context: { ...quietContext, mssp: 'oui' } }, ['/context/mssp']],
    ['a list for the context', { context: [] }, ['/context']],
    ['no context', { context: undefined }, ['/context']],
    ['no name', { name: '' }, ['/name']],
    ['an unknown supplier', { supplierId: absent }, ['/supplierId']],
    ['a tier of one’s own', { tier: 'T1' }, ['/tier']],
  ])('%s is refused with its pointer and nothing is written', async (_name, change, pointers) => {
    const { id: supplierId } = await givenSupplier(all.acme.buyer);
    const before = await state();
    const body = { supplierId, name: 'Prestation', description: '', context: quietContext, ...change };
    expect(await all.acme.buyer.post('/api/engagements', body)).toBeProblem('invalid-input', pointers);
    expect(await state()).toEqual(before);
  });

  test('another organisation’s supplier is no supplier', async () => {
    const theirs = await givenSupplier(all.globex.buyer);
    const body = { supplierId: theirs.id, name: 'Vol', description: '', context: quietContext };
    expect(await all.acme.buyer.post('/api/engagements', body)).toBeProblem('invalid-input', ['/supplierId']);
  });

  test('a stale change is refused; an archived engagement does not change', async () => {
    const { id } = await givenEngagement(all.acme.buyer);
    const change = { name: 'Autre', description: 'x', context: quietContext };
    expect(
      (await all.acme.buyer.put(`/api/engagements/${id}`, { ...change, revision: 1 })).body,
    ).toMatchObject({
      name: 'Autre',
      revision: 2,
    });
    expect(await all.acme.buyer.put(`/api/engagements/${id}`, { ...change, revision: 1 })).toBeProblem(
      'stale-revision',
    );
    await all.acme.buyer.post(`/api/engagements/${id}/archive`);
    expect(await all.acme.buyer.put(`/api/engagements/${id}`, { ...change, revision: 3 })).toBeProblem(
      'archived',
    );
  });

  test('the list is searched in both names, filtered and paged', async () => {
    const buyer = all.globex.buyer;
    const supplier = await givenSupplier(buyer, { name: 'Zéphyr' });
    for (const name of ['Sauvegarde', 'Messagerie', 'Réseau']) {
      await givenEngagement(buyer, {
        supplierId: supplier.id,
        name,
        context: name === 'Réseau' ? { ...quietContext, health_data: true } : quietContext,
      });
    }
    const names = async (query: string) =>
      (await buyer.get<EngagementsResponse>(`/api/engagements?${query}`)).body.items.map(({ name }) => name);
    expect(await names('search=zéphyr')).toEqual(['Messagerie', 'Réseau', 'Sauvegarde']);
    expect(await names('search=sauv')).toEqual(['Sauvegarde']);
    expect(await names('tier=T3')).toEqual(['Réseau']);
    expect(await names(`supplierId=${supplier.id}&status=none&grade=none&sort=-name`)).toEqual([
      'Sauvegarde',
      'Réseau',
      'Messagerie',
    ]);
    const first = await buyer.get<EngagementsResponse>('/api/engagements?limit=2&sort=score');
    expect(first.body).toMatchObject({ total: 3, next: expect.any(String) as string });
    const second = await buyer.get<EngagementsResponse>(
      `/api/engagements?limit=2&sort=score&after=${encodeURIComponent(first.body.next ?? '')}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.next).toBeNull();
  });

  describe('what others may not', () => {
    let engagement: EngagementResponse;
    let calls: [method: 'post' | 'put', path: string, body?: object][];
    beforeAll(async () => {
      engagement = await givenEngagement(all.acme.buyer);
      const at = `/api/engagements/${engagement.id}`;
      calls = [
        ['put', at, { name: 'Vol', description: '', context: quietContext, revision: 1 }],
        ['post', `${at}/archive`],
        ['post', `${at}/restore`],
      ];
    });

    test('another organisation finds nothing and changes nothing', async () => {
      const before = await state();
      for (const [method, path, body] of calls) {
        expect(await all.globex.buyer.send(method, path, body)).toBeProblem('not-found');
      }
      expect(await all.globex.buyer.get(`/api/engagements/${engagement.id}`)).toBeProblem('not-found');
      const { body } = await all.globex.buyer.get<EngagementsResponse>(
        '/api/engagements?state=all&limit=200',
      );
      expect(body.items.map(({ id }) => id)).not.toContain(engagement.id);
      const mine = await all.globex.buyer.get<EngagementsResponse>(
        `/api/engagements?supplierId=${engagement.supplierId}`,
      );
      expect(mine.body.items).toEqual([]);
      expect(await state()).toEqual(before);
    });

    test.each(['admin', 'risk-manager', 'auditor'] as const)('%s reads and does not write', async (role) => {
      const before = await state();
      const creation = {
        supplierId: engagement.supplierId,
        name: 'x',
        description: '',
        context: quietContext,
      };
      for (const [method, path, body] of [...calls, ['post', '/api/engagements', creation] as const]) {
        expect(await all.acme[role].send(method, path, body)).toBeProblem('not-permitted');
      }
      expect((await all.acme[role].get(`/api/engagements/${engagement.id}`)).status).toBe(200);
      expect(await state()).toEqual(before);
    });

    test('a supplier organisation sees nothing', async () => {
      const admin = all.cadran['supplier-admin'];
      for (const path of [
        '/api/engagements',
        '/api/engagement-context',
        `/api/engagements/${engagement.id}`,
      ]) {
        expect(await admin.get(path)).toBeProblem('not-permitted');
      }
    });
  });
});
