import { bank } from '@probant/shared/testing/bank';
import { world, type World } from '../../../test/harness/world.js';

describe('the lessons of the library', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('a buyer and a supplier read the same quote with its citation', async () => {
    const buyer = await all.acme.auditor.get('/api/lessons/R-03');
    const supplier = await all.cadran.contributor.get('/api/lessons/R-03');
    expect(buyer.status).toBe(200);
    expect(buyer.body).toMatchObject({
      id: 'R-03',
      quote: expect.stringContaining('sauvegardes déconnectées') as string,
      reference: null,
      source: { citation: { fr: expect.stringContaining('Rennes') as string } },
      teaching: { fr: expect.stringContaining('rançongiciel') as string },
      previous: 'R-02',
      next: 'R-04',
    });
    expect(supplier.body).toEqual(buyer.body);
  });

  test('an external reference has a title and no quote', async () => {
    const { lessons } = bank;
    const external = lessons.find(({ reference }) => reference !== undefined);
    const reply = await all.acme.buyer.get(`/api/lessons/${external?.id ?? ''}`);
    expect(reply.body).toMatchObject({
      id: external?.id,
      quote: null,
      reference: external?.reference,
      source: null,
    });
  });

  test('the list holds every lesson of the library, for both sides', async () => {
    const buyer = await all.acme.auditor.get<{ items: { id: string; teaching: object }[] }>('/api/lessons');
    expect(buyer.body.items.map(({ id }) => id)).toEqual(bank.lessons.map(({ id }) => id));
    expect((await all.cadran.contributor.get('/api/lessons')).body).toEqual(buyer.body);
  });

  test('who judges reads what rests on a lesson; a supplier does not', async () => {
    const { body } = await all.acme.auditor.get('/api/lessons/D-13/citations');
    expect(body).toMatchObject({
      questions: [{ id: 'HDS-01', theme: 'HDS' }, { id: 'HDS-07' }, { id: 'SUB-01' }, { id: 'SUB-02' }],
      knockouts: [
        { id: 'KO-HDS-1', floor: 90 },
        { id: 'KO-SUB-1', floor: 50 },
      ],
      clauses: [{ id: 'CL-18' }],
      cases: [{ key: 'douai', questions: ['HDS-01'] }],
    });
    expect(await all.cadran['supplier-admin'].get('/api/lessons/D-13/citations')).toBeProblem(
      'not-permitted',
    );
    expect(await all.acme.auditor.get('/api/lessons/R-999/citations')).toBeProblem('not-found');
  });

  test('an unknown lesson is not found', async () => {
    expect(await all.acme.buyer.get('/api/lessons/R-999')).toBeProblem('not-found');
    expect(await all.acme.buyer.get('/api/lessons/__proto__')).toBeProblem('not-found');
  });

  test('a visitor who is not signed in reads nothing', async () => {
    expect(await all.anonymous().get('/api/lessons/R-03')).toBeProblem('not-signed-in');
  });
});
