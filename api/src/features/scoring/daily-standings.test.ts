import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';
import { bestValue } from '@probant/shared/scoring/best-answers';
import { bank } from '@probant/shared/testing/bank';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { readWeighing } from '../../../test/harness/read-weighing.js';
import { world, type World } from '../../../test/harness/world.js';
import type { PortfolioResponse, PortfolioSummaryResponse } from '../portfolio/portfolio.dto.js';
import { Arrivals } from '../reviews/reviews.public.js';
import { DailyStandings } from './scoring.public.js';

const hourMs = 3_600_000;
/** The best that a choice offers, and days that grow old by themselves. */
const answers: GivenAnswers = Object.fromEntries(
  bank.themes
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'single' || type === 'date_age')
    .map((question): [string, GivenAnswer] => [
      question.id,
      { state: 'answered', value: question.type === 'date_age' ? '2026-11-01' : bestValue(question) },
    ]),
);

describe('standings from day to day', () => {
  let all: World;
  let given: GivenSubmission[];
  beforeEach(async () => {
    all = await world();
    given = [];
    for (const buyer of [all.acme, all.acme, all.globex])
      given.push(await givenSubmission(all, { answers, buyer }));
    await all.app.get(Arrivals).run();
  });
  afterEach(() => all.close());

  const refresh = () => all.app.get(DailyStandings).run();
  const moveTo = (instant: string) => void (all.clock.at = new Date(instant));
  const standings = () =>
    all.sql<{ engagement_id: string; score: number }>(
      'SELECT engagement_id, score FROM engagement_standings WHERE score IS NOT NULL ORDER BY engagement_id',
    );
  const counted = async () => {
    const [row] = await all.sql<{ events: string; snapshots: string }>(
      'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM score_snapshots) AS snapshots',
    );
    return row;
  };
  const live = async (one: GivenSubmission, buyer = all.acme) => {
    const path = `/api/assessments/${one.assessmentId}/score`;
    const { body } = await buyer.auditor.get<{ current: { score: { score: number } } }>(path);
    return body.current.score.score;
  };

  test('on another day portfolio, counts, weighing and live score agree, and no score has fallen', async () => {
    const before = await standings();
    const kept = await counted();
    moveTo('2027-12-01T08:00:00.000Z');

    expect(await refresh()).toBe(3);

    const after = await standings();
    for (const [place, { score }] of after.entries())
      expect(score).toBeGreaterThan(before[place]?.score ?? Infinity);
    const { body: list } = await all.acme.auditor.get<PortfolioResponse>('/api/portfolio');
    const weighing = await readWeighing(all.acme.auditor);
    const { body: summary } = await all.acme.auditor.get<PortfolioSummaryResponse>('/api/portfolio/summary');
    for (const one of given.slice(0, 2)) {
      const score = await live(one);
      const shown = list.items.find(({ engagementId }) => engagementId === one.engagementId);
      expect(shown?.score).toBe(score);
      const row = weighing.rows.find(({ engagementId }) => engagementId === one.engagementId);
      expect(row).toMatchObject({ grade: shown?.grade });
      expect(Math.abs((row?.score ?? NaN) - score)).toBeLessThan(0.001);
    }
    expect(summary.grades).toEqual({ [list.items[0]?.grade ?? '']: 2 });
    expect(await live(given[2] as GivenSubmission, all.globex)).toBe(
      after.find(({ engagement_id }) => engagement_id === given[2]?.engagementId)?.score,
    );
    // Only time has passed: there is no act to keep a snapshot of, and none to write into a chain.
    expect(await counted()).toEqual(kept);
  });

  test('each day once: a second look finds nothing, however often and by however many', async () => {
    moveTo('2027-03-01T08:00:00.000Z');
    const together = await Promise.all([refresh(), refresh(), refresh()]);
    expect(together.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await refresh()).toBe(0);
    moveTo('2027-03-01T22:59:59.000Z');
    expect(await refresh()).toBe(0);
    all.clock.at = new Date(all.clock.at.getTime() + hourMs);
    // Past midnight in Paris, while the day in UTC is still the same.
    expect(await refresh()).toBe(3);
  });

  test('a row that another process holds is left to it, the rest is done', async () => {
    moveTo('2027-03-01T08:00:00.000Z');
    const runner = all.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
    await runner.query('SELECT 1 FROM engagement_standings WHERE engagement_id = $1 FOR UPDATE', [
      given[0]?.engagementId,
    ]);
    expect(await refresh()).toBe(2);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await refresh()).toBe(1);
  });

  test('a score that is not in the matrix yet is put there', async () => {
    await all.sql('DELETE FROM risk_rows');
    expect(await refresh()).toBe(3);
    expect((await readWeighing(all.acme.auditor)).rows).toHaveLength(2);
    expect(await refresh()).toBe(0);
  });

  test('an engagement that was never scored stays without a score', async () => {
    moveTo('2027-03-01T08:00:00.000Z');
    await all.sql('UPDATE engagement_standings SET score = NULL, scored_at = NULL');
    expect(await refresh()).toBe(0);
    expect(await standings()).toEqual([]);
  });
});
