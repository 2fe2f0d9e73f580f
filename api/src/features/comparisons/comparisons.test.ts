import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { addDays, parisDay } from '@probant/shared/calendar';
import { bestValue } from '@probant/shared/scoring/best-answers';
import { bank } from '@probant/shared/testing/bank';
import {
  givenSubmission,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';
import type { ComparisonResponse } from './comparisons.dto.js';

/** Events are dated by the database: the clock of the product starts with it, and then runs ahead. */
const start = new Date();
const today = parisDay(start.toISOString());

const answers: GivenAnswers = {
  ...Object.fromEntries(
    bank.themes
      .flatMap(({ questions }) => questions)
      .filter(({ type }) => type === 'single')
      .map((question) => [question.id, { state: 'answered', value: bestValue(question) }]),
  ),
  'BKP-02': { state: 'answered', value: 4 },
};

describe('scores side by side', () => {
  let all: World;
  let first: GivenSubmission;
  let second: GivenSubmission;
  let foreign: GivenSubmission;
  const path = (...ids: readonly string[]) => `/api/comparison?engagements=${ids.join(',')}`;
  const days = (at: string, and?: string) =>
    `/api/engagements/${first.engagementId}/comparison?at=${at}${and === undefined ? '' : `&and=${and}`}`;

  beforeAll(async () => {
    all = await world();
    all.clock.at = start;
    first = await givenSubmission(all, {
      answers: { ...answers, 'BKP-04': { state: 'answered', value: 'non', comment: 'bientôt' } },
      pieces: [{ questions: ['BKP-02'], datedOn: addDays(today, -30), expiresOn: addDays(today, 10) }],
    });
    second = await givenSubmission(all, {
      answers: { ...answers, 'BKP-04': { state: 'answered', value: 'oui' } },
    });
    foreign = await givenSubmission(all, { buyer: all.globex });
    await all.app.get(Arrivals).run();
    const judged = await all.acme.buyer.put(
      `/api/assessments/${first.assessmentId}/review/pieces/${first.pieces[0]?.id ?? ''}`,
      { questions: [{ questionId: 'BKP-02', revision: 0 }], verdict: 'accepted', level: 'E3', note: '' },
    );
    expect(judged.status).toBe(200);
  });
  afterAll(() => all.close());
  beforeEach(() => {
    all.clock.at = start;
  });

  test('two engagements: what differs first, each column adding up to the base of its own score', async () => {
    const { body } = await all.acme.auditor.get<ComparisonResponse>(
      path(first.engagementId, second.engagementId),
    );
    expect(body.columns.map(({ engagementId }) => engagementId)).toEqual([
      first.engagementId,
      second.engagementId,
    ]);
    const of = (id: string) => body.rows.find(({ questionId }) => questionId === id);
    expect(of('BKP-04')?.differences).toContain('answer');
    expect(of('BKP-04')?.cells.map(({ value, comment }) => [value, comment])).toEqual([
      ['non', 'bientôt'],
      ['oui', ''],
    ]);
    expect(of('BKP-02')?.differences).toContain('proof');
    expect(of('BKP-02')?.cells.map(({ level }) => level)).toEqual(['E3', 'E0']);
    const firstAlike = body.rows.findIndex(({ differences }) => differences.length === 0);
    expect(body.rows.slice(firstAlike).every(({ differences }) => differences.length === 0)).toBe(true);
    for (const [index, { submission }] of body.columns.entries()) {
      const live = await all.acme.auditor.get<{ current: { score: { base: number } } }>(
        `/api/assessments/${submission?.assessmentId ?? ''}/score`,
      );
      const points = body.rows
        .flatMap(({ cells }) => cells)
        .filter(({ column }) => column === index)
        .reduce((sum, one) => sum + one.points, 0);
      expect(points).toBeCloseTo(live.body.current.score.base, 6);
    }
    expect(JSON.stringify(body.rows)).not.toContain('"weight"');
  });

  test('one engagement on two days: a piece that expired in between is the difference', async () => {
    all.clock.at = new Date(start.getTime() + 20 * 86_400_000);
    const { body } = await all.acme.auditor.get<ComparisonResponse>(days(today));
    expect(body.columns.map(({ day }) => day)).toEqual([today, addDays(today, 20)]);
    expect(body.rows[0]).toMatchObject({ questionId: 'BKP-02' });
    expect(body.rows[0]?.differences).toContain('proof');
    const usual = await all.acme.auditor.get<ComparisonResponse>(
      `/api/engagements/${first.engagementId}/comparison`,
    );
    expect(usual.body.columns.map(({ day }) => day)).toEqual([today, addDays(today, 20)]);
    const before = await all.acme.auditor.get<ComparisonResponse>(days(addDays(today, -1), today));
    expect(before.body.columns.map(({ submission }) => submission?.number ?? null)).toEqual([null, 1]);
    expect(before.body.rows.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test('the last submission counts', async () => {
    await submitsAgain(all, second, {
      answers: { ...answers, 'BKP-04': { state: 'answered', value: 'non' } },
    });
    const { body } = await all.acme.auditor.get<ComparisonResponse>(
      path(first.engagementId, second.engagementId),
    );
    expect(body.columns.map(({ submission }) => submission?.number)).toEqual([1, 2]);
    const row = body.rows.find(({ questionId }) => questionId === 'BKP-04');
    expect(row?.differences).not.toContain('answer');
  });

  test('refuses too few, too many, unknown ids and days that are to come', async () => {
    const { auditor } = all.acme;
    for (const ids of [[], [first.engagementId], [first.engagementId, first.engagementId], ['x', 'y']])
      expect(await auditor.get(path(...ids))).toBeProblem('invalid-input', ['/engagements']);
    expect(await auditor.get(days(addDays(today, 1)))).toBeProblem('invalid-input', ['/at', '/and']);
    expect(await auditor.get(days(today, addDays(today, -1)))).toBeProblem('invalid-input', ['/and']);
  });

  test('an engagement of another organisation is not there, and a supplier compares nothing', async () => {
    expect(await all.acme.auditor.get(path(first.engagementId, foreign.engagementId))).toBeProblem(
      'not-found',
    );
    expect(await all.globex.auditor.get(path(first.engagementId, second.engagementId))).toBeProblem(
      'not-found',
    );
    expect(await all.globex.auditor.get(days(today))).toBeProblem('not-found');
    expect(await all.cadran['supplier-admin'].get(path(first.engagementId, second.engagementId))).toBeProblem(
      'not-permitted',
    );
  });
});
