import { world, type World } from '../../../test/harness/world.js';
import type { PortfolioViewsResponse } from './portfolio-views.dto.js';

describe('views of the portfolio', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('a view is kept for its author alone until it is shared, and only the author changes it', async () => {
    const [author, other] = [all.acme['risk-manager'], all.acme.buyer];
    const views = '/api/portfolio/views';
    const filters = { grade: 'E', tier: 'T4', sort: '-change', view: 'list' };
    const made = await author.post<PortfolioViewsResponse>(views, { name: 'Comité', filters, shared: false });
    expect(made.body.items).toMatchObject([{ name: 'Comité', filters, shared: false, mine: true }]);
    const id = made.body.items[0]?.id ?? '';
    expect((await other.get<PortfolioViewsResponse>(views)).body.items).toEqual([]);
    expect(await other.put(`${views}/${id}`, { name: 'X', filters, shared: true })).toBeProblem('not-found');
    expect(await other.delete(`${views}/${id}`)).toBeProblem('not-found');
    const twice = await author.post(views, { name: 'Comité', filters, shared: false });
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/name', code: 'duplicate' }] });
    const wrong = await author.post(views, { name: 'Autre', filters: { grade: 'F' }, shared: false });
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/filters/grade' }] });

    await author.put(`${views}/${id}`, { name: 'Comité', filters: { grade: 'D' }, shared: true });
    expect((await other.get<PortfolioViewsResponse>(views)).body.items).toMatchObject([
      { name: 'Comité', filters: { grade: 'D' }, shared: true, mine: false },
    ]);
    expect((await all.globex.buyer.get<PortfolioViewsResponse>(views)).body.items).toEqual([]);
    expect((await author.delete<PortfolioViewsResponse>(`${views}/${id}`)).body.items).toEqual([]);
    const kinds = await all.sql<{ kind: string }>(
      "SELECT kind FROM events WHERE organisation_id = $1 AND kind LIKE 'portfolio-view-%' ORDER BY sequence",
      [all.acme.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['portfolio-view-saved', 'portfolio-view-saved', 'portfolio-view-removed'],
    ]);
  });
});
