import type { EngagementId } from '@probant/shared/ids';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { quietContext } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import type {
  ConcentrationGraphResponse,
  ConcentrationResponse,
  DependentsResponse,
} from './concentration.dto.js';

interface Actor {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly country?: string;
}

/** What an engagement's chain says: who works for whom, and who performs what where. */
interface Stated {
  readonly actors: readonly Actor[];
  readonly contracts: readonly (readonly [from: string, to: string])[];
  readonly places?: Readonly<Record<string, readonly string[]>>;
}

const phare: Actor = { id: 'new:phare', name: 'Phare Centres', siren: '732829320', country: 'IE' };

describe('what suppliers share', () => {
  let all: World;
  let one: GivenAssessment;
  let two: GivenAssessment;
  let three: Pick<GivenAssessment, 'engagementId' | 'supplierId'>;

  const state = async (given: typeof three, { actors, contracts, places = {} }: Stated): Promise<void> => {
    const holder = { id: given.supplierId, name: 'Titulaire', siren: null };
    const reply = await all.acme.buyer.put(`/api/engagements/${given.engagementId}/certification`, {
      actors: [holder, ...actors],
      contracts: contracts.map(([from, to]) => ({
        ...{ from: from === 'holder' ? given.supplierId : from, to, reference: '' },
      })),
      performances: Object.entries(places).map(([actorId, sites], index) => ({
        activity: index === 0 ? '1_sites' : '6_sauvegarde',
        ...{ actorId: actorId === 'holder' ? given.supplierId : actorId, sites },
        ...{ claim: 'unknown', hostId: null, source: null, statedOn: null },
      })),
      ...{ notPerformed: [], revision: 0 },
    });
    expect([reply.status, reply.status === 200 ? '' : reply.body]).toEqual([200, '']);
  };
  const list = async (more = '') =>
    (await all.acme.auditor.get<ConcentrationResponse>(`/api/concentration${more}`)).body.items;
  const graph = async () =>
    (await all.acme.auditor.get<ConcentrationGraphResponse>('/api/concentration/graph')).body;
  const fails = async (id: string) =>
    (await all.acme.auditor.get<DependentsResponse>(`/api/concentration/${id}/dependents`)).body;
  const named = async (name: string) => (await list()).find((node) => node.name === name);

  beforeAll(async () => {
    all = await world();
    one = await givenAssessment(all);
    two = await givenAssessment(all, { supplier: all.talweg });
    const added = await all.acme.buyer.post<{ id: EngagementId }>('/api/engagements', {
      ...{ supplierId: two.supplierId, name: 'Archivage', description: '', context: quietContext },
    });
    three = { engagementId: added.body.id, supplierId: two.supplierId };
    await state(one, {
      actors: [phare, { id: 'new:estran', name: 'Estran Sauvegarde', siren: null, country: 'TN' }],
      contracts: [
        ['holder', phare.id],
        [phare.id, 'new:estran'],
      ],
      places: { [phare.id]: ['Rennes'], 'new:estran': ['Brest, salle 2'] },
    });
    await state(two, {
      actors: [phare],
      contracts: [['holder', phare.id]],
      places: { [phare.id]: ['RENNES '], holder: ['Nantes'] },
    });
  });
  afterAll(() => all.close());

  test('the most shared come first, with how far they are and in how many chains', async () => {
    const items = await list();
    expect(
      items
        .filter(({ kind }) => kind !== 'country')
        .slice(0, 2)
        .map(({ name, suppliers, engagements }) => [name.toLowerCase().trim(), suppliers, engagements])
        .toSorted(),
    ).toEqual([
      ['phare centres', 2, 2],
      ['rennes', 2, 2],
    ]);
    expect(await named('Phare Centres')).toMatchObject({
      ...{ kind: 'actor', siren: '732829320', ground: 'one-record', leastDepth: 2, mostDepth: 2 },
    });
    expect(await named('Estran Sauvegarde')).toMatchObject({ suppliers: 1, leastDepth: 3, mostDepth: 3 });
    expect((await list('?share=shared')).map(({ name }) => name.toLowerCase().trim()).toSorted()).toEqual([
      ...['france', 'irlande', 'phare centres', 'rennes'],
    ]);
    expect(
      (await list('?kind=country&sort=name')).map(({ name, outsideEea, suppliers }) => [
        ...[name, outsideEea, suppliers],
      ]),
    ).toEqual([
      ['France', false, 2],
      ['Irlande', false, 2],
      ['Tunisie', true, 1],
    ]);
    expect((await list('?kind=place&sort=name')).map(({ name }) => name.toLowerCase().trim())).toEqual([
      'brest, salle 2',
      'nantes',
      'rennes',
    ]);
    expect((await list('?search=estr')).map(({ name }) => name)).toEqual(['Estran Sauvegarde']);
  });

  test('pages follow each other without a gap', async () => {
    const whole = (await list('?sort=name')).map(({ id }) => id);
    const paged: string[] = [];
    let after = '';
    do {
      const more = after === '' ? '' : `&after=${after}`;
      const page = await all.acme.auditor.get<ConcentrationResponse>(
        `/api/concentration?sort=name&limit=2${more}`,
      );
      paged.push(...page.body.items.map(({ id }) => id));
      after = page.body.next ?? '';
    } while (after !== '');
    expect(paged).toEqual(whole);
  });

  test('the graph links suppliers to companies and companies to places, and says what it does not know', async () => {
    const { suppliers, nodes, edges, rest, stated, unstated } = await graph();
    expect(suppliers).toHaveLength(2);
    expect({ rest, stated, unstated }).toEqual({
      ...{ rest: { suppliers: 0, actors: 0, places: 0, countries: 0 }, stated: 2, unstated: 1 },
    });
    const idOf = (name: string) => nodes.find((node) => node.name.toLowerCase().startsWith(name))?.id;
    const ends = edges.map(({ from, to }) => [from, to]);
    for (const { id } of suppliers) expect(ends).toContainEqual([id, idOf('phare')]);
    expect(ends).toContainEqual([idOf('phare'), idOf('rennes')]);
    expect(edges.find(({ to }) => to === idOf('rennes'))?.engagements).toBe(2);
  });

  test('if one fails: its engagements, the rank and what it does there, and amounts after the notice alone', async () => {
    const { id = '' } = (await named('Phare Centres')) ?? {};
    const told = await fails(id);
    expect(told).toMatchObject({ total: 2, amountsShown: false, estimated: 0, exposure: null });
    expect(told.items.map(({ depth, activities }) => [depth, activities])).toEqual([
      [2, ['1_sites']],
      [2, ['1_sites']],
    ]);
    expect(told.items.map(({ engagementId }) => engagementId).toSorted()).toEqual(
      [one.engagementId, two.engagementId].toSorted(),
    );
    expect(told.tiers.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    const page = async (more: string) =>
      (await all.acme.auditor.get<DependentsResponse>(`/api/concentration/${id}/dependents?limit=1${more}`))
        .body;
    const before = await page('');
    const after = await page(`&after=${before.next ?? ''}`);
    expect([...before.items, ...after.items]).toEqual(told.items);
    expect([before.total, after.total, told.next, after.next]).toEqual([2, 2, null, null]);
    const stated = await all.acme.buyer.put(`/api/engagements/${one.engagementId}/exposure`, {
      terms: { annualFeeCents: null, cap: { kind: 'none' }, remainingFeesCents: 0, exitClauses: [] },
      estimates: [
        {
          ...{ key: 'ransomware', ownCostsCents: 0, lostChance: 0.2, grossFault: false },
          losses: [{ kind: 'other', label: 'Matériel perdu', cents: 100_000, excluded: false }],
        },
      ],
      revision: 0,
    });
    expect(stated.status).toBe(200);
    expect((await fails(id)).exposure).toBeNull();
    await all.acme.auditor.put('/api/exposure-notice', { number: 1 });
    const shown = await fails(id);
    expect(shown).toMatchObject({ amountsShown: true, estimated: 1 });
    expect(shown.exposure).toEqual({ lowCents: 0, highCents: 100_000 });
    const place = (await list('?kind=place')).find(({ name }) => /^rennes/i.test(name));
    expect((await fails(place?.id ?? '')).total).toBe(2);
    const [tunisia] = await list('?kind=country&search=tunis');
    const abroad = await fails(tunisia?.id ?? '');
    expect(abroad).toMatchObject({ total: 1, estimated: 1, node: { kind: 'country', outsideEea: true } });
    expect(abroad.items).toMatchObject([
      { engagementId: one.engagementId, depth: 3, activities: ['6_sauvegarde'] },
    ]);
    const drawn = await all.acme.auditor.get<ConcentrationGraphResponse>(
      `/api/concentration/graph?node=${place?.id ?? ''}`,
    );
    expect(drawn.body.nodes.map((node) => node.id)).toContain(place?.id);
    const file = `/api/exports?format=csv&list=dependents&node=${place?.id ?? ''}`;
    expect((await all.acme.auditor.start('get', file)).status).toBe(200);
  });

  test('a supplier that fails takes its engagements without a chain along', async () => {
    const { suppliers } = await graph();
    const talweg = suppliers.find(({ supplierId }) => supplierId === two.supplierId);
    const told = await fails(talweg?.id ?? '');
    expect(told.supplierId).toBe(two.supplierId);
    expect(told.total).toBe(2);
  });

  test('two records of one name are told as that, and nothing of it reaches another organisation', async () => {
    await all.sql("INSERT INTO subcontractors VALUES ($1, $2, 'phare  CENTRES', null, now())", [
      all.acme.id,
      '00000000-0000-4000-8000-00000000000a',
    ]);
    const other = { id: '00000000-0000-4000-8000-00000000000a', name: 'phare  CENTRES', siren: null };
    await state(three, { actors: [other], contracts: [['holder', other.id]] });
    const node = (await list()).find(({ siren }) => siren === '732829320');
    expect(node).toMatchObject({ ground: 'same-name', engagements: 3 });
    const { body } = await all.globex.auditor.get<ConcentrationResponse>('/api/concentration');
    expect(body.items).toEqual([]);
    expect(await all.globex.auditor.get(`/api/concentration/${node?.id ?? ''}/dependents`)).toBeProblem(
      'not-found',
    );
    expect(await all.cadran['supplier-admin'].get('/api/concentration')).toBeProblem('not-permitted');
  });
});
