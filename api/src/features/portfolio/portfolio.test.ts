import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { addOrganisation, world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';
import type { PortfolioResponse, PortfolioSummaryResponse, PortfolioItemResponse } from './portfolio.dto.js';

const grades = ['A', 'B', 'C', 'D', 'E', null] as const;
const knockouts = [
  [],
  [{ id: 'KO-HDS-1', state: 'unlawful' }],
  [
    { id: 'KO-BKP-1', state: 'proved' },
    { id: 'KO-ADV-1', state: 'undemonstrated' },
  ],
];

describe('the portfolio', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
    await insertStandings(all, all.acme.id, 60);
    await insertStandings(all, all.globex.id, 7);
    await scoreAgain(all);
  });
  afterAll(() => all.close());

  const list = async (query: string): Promise<PortfolioItemResponse[]> => {
    const items: PortfolioItemResponse[] = [];
    for (let after = ''; ;) {
      const { body } = await all.acme['risk-manager'].get<PortfolioResponse>(
        `/api/portfolio?limit=17&${query}${after}`,
      );
      items.push(...body.items);
      if (body.next === null) return items;
      after = `&after=${body.next}`;
    }
  };
  const summary = async () =>
    (await all.acme['risk-manager'].get<PortfolioSummaryResponse>('/api/portfolio/summary')).body;

  test('pages hold each engagement once, riskiest first, the unscored last', async () => {
    const items = await list('');
    expect(new Set(items.map(({ engagementId }) => engagementId)).size).toBe(60);
    const scores = items.map(({ score }) => score ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test.each([
    ['grade=E', (item: PortfolioItemResponse) => item.grade === 'E'],
    ['tier=T4', (item: PortfolioItemResponse) => item.tier === 'T4'],
    [
      'kind=unlawful',
      (item: PortfolioItemResponse) => item.knockouts.some(({ state }) => state === 'unlawful'),
    ],
    [
      'kind=undemonstrated',
      (item: PortfolioItemResponse) => item.knockouts.some(({ state }) => state === 'undemonstrated'),
    ],
    ['kind=unscored', (item: PortfolioItemResponse) => item.score === null],
    ['kind=awaited', (item: PortfolioItemResponse) => item.status === 'sent'],
    ['kind=to-review', (item: PortfolioItemResponse) => item.status === 'submitted'],
    ['kind=scored', (item: PortfolioItemResponse) => item.score !== null],
    ['kind=d-or-e', (item: PortfolioItemResponse) => item.grade === 'D' || item.grade === 'E'],
    ['kind=overdue', (item: PortfolioItemResponse) => item.overdue],
    [
      'knockout=KO-BKP-1',
      (item: PortfolioItemResponse) => item.knockouts.some(({ id }) => id === 'KO-BKP-1'),
    ],
    ['knockout=KO-BKP-1&state=unlawful', () => false],
    ['status=decided', (item: PortfolioItemResponse) => item.status === 'decided'],
    ['search=fournisseur%2012', (item: PortfolioItemResponse) => item.supplierName === 'Fournisseur 12'],
    ['search=50%25', () => false],
  ])('%s lists exactly what it names', async (query, holds) => {
    const everything = await list('sort=supplier');
    const items = await list(query);
    expect(items.map(({ engagementId }) => engagementId).toSorted()).toEqual(
      everything
        .filter(holds)
        .map(({ engagementId }) => engagementId)
        .toSorted(),
    );
  });

  test.each(['score', '-score', 'supplier', '-supplier', 'due', '-due', 'change', '-change'])(
    'order %s is kept over pages',
    async (sort) => {
      expect(new Set((await list(`sort=${sort}`)).map(({ engagementId }) => engagementId)).size).toBe(60);
    },
  );

  test('each number opens its list', async () => {
    const numbers = await summary();
    expect(numbers.engagements).toBe(60);
    for (const [grade, count] of Object.entries(numbers.grades))
      expect(await list(`grade=${grade}`)).toHaveLength(count);
    for (const [status, count] of Object.entries(numbers.statuses))
      expect(await list(`status=${status}`)).toHaveLength(count);
    for (const { id, state, count } of numbers.knockouts)
      expect(await list(`knockout=${id}&state=${state}`)).toHaveLength(count);
    expect(await list('kind=unlawful')).toHaveLength(numbers.unlawful);
    expect(await list('kind=undemonstrated')).toHaveLength(numbers.undemonstrated);
    expect(await list('state=proved')).toHaveLength(numbers.proved);
    expect(await list('kind=awaited')).toHaveLength(numbers.awaited);
    expect(await list('kind=to-review')).toHaveLength(numbers.toReview);
    expect(await list('kind=scored')).toHaveLength(numbers.scored);
    expect(await list('kind=overdue')).toHaveLength(numbers.overdue);
    expect(await list('kind=unscored')).toHaveLength(numbers.engagements - numbers.scored);
  });

  test('each number of a drawing opens its list', async () => {
    const numbers = await summary();
    for (const [key, count] of Object.entries(numbers.tierGrades)) {
      const [tier, grade] = key.split('/');
      const query = grade === '' ? 'kind=unscored' : `grade=${grade ?? ''}`;
      expect([key, (await list(`tier=${tier ?? ''}&${query}`)).length]).toEqual([key, count]);
    }
    for (const [key, count] of Object.entries(numbers.proofGrades)) {
      const [proof, grade] = key.split('/');
      const found = await list(`proof=${proof ?? ''}&grade=${grade ?? ''}`);
      expect([key, found.length]).toEqual([key, count]);
    }
    for (const [move, count] of Object.entries(numbers.moves))
      expect([move, (await list(`move=${move}`)).length]).toEqual([move, count]);
    for (const { quarter, grades: then } of numbers.quarters) {
      for (const [grade, count] of Object.entries(then))
        expect([grade, (await list(`quarter=${quarter}/${grade}`)).length]).toEqual([grade, count]);
      const all = Object.values(then).reduce((sum, count) => sum + count, 0);
      expect(await list(`quarter=${quarter}`)).toHaveLength(all);
    }
    expect(Object.keys(numbers.moves).toSorted()).toEqual(['better', 'new', 'same', 'worse']);
    expect(Object.keys(numbers.proofGrades).length).toBeGreaterThan(4);
    expect(numbers.quarters.map(({ quarter, endsOn }) => [quarter, endsOn])).toEqual([
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
    ]);
  });

  test('what rose most stands first among the movers, by how far it rose', async () => {
    const worse = await list('move=worse&sort=-change');
    const changes = worse.map(({ change }) => change ?? 0);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(changes.every((change) => change >= 0.05)).toBe(true);
    expect((await list('move=new')).every(({ change }) => change === null)).toBe(true);
  });

  test('another buyer sees its own engagements alone, a supplier none', async () => {
    const other = await all.globex['risk-manager'].get<PortfolioSummaryResponse>('/api/portfolio/summary');
    expect(other.body.engagements).toBeLessThanOrEqual(7);
    expect(await all.cadran['supplier-admin'].get('/api/portfolio')).toBeProblem('not-permitted');
  });

  test('the answers given so far show while the supplier is still answering', async () => {
    const given = await givenAssessment(all, { buyer: all.globex, status: 'in-progress' });
    await all.sql('UPDATE answer_sheets SET answered = 12 WHERE assessment_id = $1', [given.assessmentId]);
    const { body } = await all.globex.buyer.get<PortfolioResponse>('/api/portfolio?status=in-progress');
    expect(body.items).toMatchObject([{ assessmentId: given.assessmentId, answered: 12, score: null }]);
  });

  test('a score of the assessment before is told as such, until the new one is scored', async () => {
    const given = await givenSubmission(all, {
      buyer: all.globex,
      answers: { 'BKP-04': { state: 'answered', value: 'non' } },
    });
    await all.app.get(Arrivals).run();
    const standing = async () =>
      (await all.globex.buyer.get<PortfolioResponse>('/api/portfolio?limit=200')).body.items.find(
        ({ engagementId }) => engagementId === given.engagementId,
      );
    const exported = async () =>
      (await all.globex.buyer.start('get', '/api/exports?list=portfolio&format=csv')).text;
    expect(await standing()).toMatchObject({
      earlierScore: false,
      assessmentId: given.assessmentId,
      scoredAssessmentId: given.assessmentId,
    });
    expect(await exported()).toContain(';dernière;2026-');
    const [next] = await all.sql<{ id: string }>(
      `UPDATE engagement_standings SET assessment_id = gen_random_uuid(), status = 'sent' WHERE engagement_id = $1
       RETURNING assessment_id AS id`,
      [given.engagementId],
    );
    expect(await standing()).toMatchObject({
      earlierScore: true,
      assessmentId: next?.id,
      scoredAssessmentId: given.assessmentId,
    });
    expect(await exported()).toContain(';précédente;2026-');
  });

  test('a row counts the pieces that nobody has examined, until somebody has', async () => {
    const given = await givenSubmission(all, {
      buyer: all.globex,
      answers: { 'BKP-04': { state: 'answered', value: 'immuable' } },
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01' }],
    });
    await all.app.get(Arrivals).run();
    const unexamined = async () =>
      (await all.globex.buyer.get<PortfolioResponse>('/api/portfolio?limit=200')).body.items.find(
        ({ engagementId }) => engagementId === given.engagementId,
      )?.unexamined;
    expect(await unexamined()).toBe(1);
    const piece = `/api/assessments/${given.assessmentId}/review/pieces/${given.pieces[0]?.id ?? ''}`;
    const questions = [{ questionId: 'BKP-04', revision: 0 }];
    await all.globex.buyer.put(piece, { questions, verdict: 'accepted', level: 'E2', note: '' });
    expect(await unexamined()).toBe(0);
  });

  test('an empty portfolio is all zero', async () => {
    const fresh = await addOrganisation(all, 'neuf', 'buyer', ['risk-manager']);
    expect((await fresh['risk-manager'].get('/api/portfolio/summary')).body).toMatchObject({
      engagements: 0,
      scored: 0,
      grades: {},
      knockouts: [],
    });
  });

  test.each([
    'sort=risk',
    'grade=F',
    'after=abc',
    'limit=0',
    'unknown=1',
    'move=up',
    'proof=10-20',
    'quarter=2026-02-01',
  ])('%s is refused', async (query) => {
    expect(await all.acme.buyer.get(`/api/portfolio?${query}`)).toBeProblem('invalid-input');
  });
});

/** Scores of spring and summer, and of today, so that there is something to have moved from. */
async function scoreAgain({ sql }: World): Promise<void> {
  const scored = 'score IS NOT NULL AND grade IS NOT NULL';
  await sql(
    `UPDATE engagement_standings SET scored_at = '2026-06-15', confidence = score / 100 WHERE ${scored}`,
  );
  await sql(
    `UPDATE engagement_standings SET scored_at = '2026-11-20', score = score + 3 * (tier = 'T1')::int - 2 * (tier = 'T2')::int
     WHERE ${scored} AND tier <> 'T4'`,
  );
  // Scored for the first time this quarter.
  await sql(
    `UPDATE engagement_standings SET score = 42, grade = 'C', scored_at = '2026-11-20' WHERE score IS NULL AND tier = 'T3'`,
  );
}

async function insertStandings({ sql }: World, organisationId: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const grade = grades[index % grades.length] ?? null;
    const active = knockouts[index % knockouts.length] ?? [];
    const states = active.map(({ state }) => state);
    const [supplier] = await sql<{ id: string }>(
      'INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, gen_random_uuid(), $2) RETURNING id',
      [organisationId, `Fournisseur ${index}`],
    );
    const tier = `T${(index % 4) + 1}`;
    const [engagement] = await sql<{ id: string }>(
      `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
       VALUES ($1, gen_random_uuid(), $2, 'Prestation', '{}', $3, 0) RETURNING id`,
      [organisationId, supplier?.id, tier],
    );
    await sql(
      `INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier, status,
         due_on, score, grade, knockouts, unlawful, undemonstrated, themes)
       VALUES ($1, $2, $3, $4, 'Prestation', $5, $6, $7, $8, $9, $10, $11, $12, '{"BKP": 0.5}')`,
      [
        organisationId,
        engagement?.id,
        supplier?.id,
        `Fournisseur ${index}`,
        tier,
        ['none', 'sent', 'decided', 'submitted'][index % 4],
        index % 5 === 0 ? null : `2026-1${index % 3}-15`,
        grade === null ? null : index % 10 === 0 ? 50 : index * 1.5,
        grade,
        JSON.stringify(active),
        states.includes('unlawful'),
        states.includes('undemonstrated'),
      ],
    );
  }
}
