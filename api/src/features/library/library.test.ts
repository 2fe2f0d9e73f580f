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
    });
    expect(supplier.body).toEqual(buyer.body);
  });

  test('an external reference has a title and no quote', async () => {
    const { lessons } = bank;
    const external = lessons.find(({ reference }) => reference !== undefined);
    const reply = await all.acme.buyer.get(`/api/lessons/${external?.id ?? ''}`);
    expect(reply.body).toEqual({
      id: external?.id,
      quote: null,
      reference: external?.reference,
      source: null,
    });
  });

  test('an unknown lesson is not found', async () => {
    expect(await all.acme.buyer.get('/api/lessons/R-999')).toBeProblem('not-found');
    expect(await all.acme.buyer.get('/api/lessons/__proto__')).toBeProblem('not-found');
  });

  test('a visitor who is not signed in reads nothing', async () => {
    expect(await all.anonymous().get('/api/lessons/R-03')).toBeProblem('not-signed-in');
  });
});
