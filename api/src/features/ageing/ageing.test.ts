import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { addDays, addMonths, parisDay } from '@probant/shared/calendar';
import { bestValue } from '@probant/shared/scoring/best-answers';
import { bank } from '@probant/shared/testing/bank';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';
import { DailyStandings } from '../scoring/scoring.public.js';
import type { AgeingResponse, LapsesResponse, ScoreOnResponse } from './ageing.dto.js';

/** Events are dated by the database: the clock of the product starts with it, and then runs ahead. */
const start = new Date();
const today = parisDay(start.toISOString());
const endsOn = addDays(today, 40);

const answers: GivenAnswers = Object.fromEntries(
  bank.themes
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'single')
    .map((question) => [question.id, { state: 'answered', value: bestValue(question) }]),
);

describe('the score of an engagement over time', () => {
  let all: World;
  let given: GivenSubmission;
  const piece = () => given.pieces[0];
  const path = (more: string) => `/api/engagements/${given.engagementId}/${more}`;
  const read = async () => (await all.acme.auditor.get<AgeingResponse>(path('ageing'))).body;
  const on = async (day: string) =>
    (await all.acme.auditor.get<ScoreOnResponse>(path(`score-on?day=${day}`))).body;
  const live = async () => {
    const address = `/api/assessments/${given.assessmentId}/score`;
    const { body } = await all.acme.auditor.get<{ current: { score: { score: number } } }>(address);
    return body.current.score.score;
  };

  beforeAll(async () => {
    all = await world();
    all.clock.at = start;
    given = await givenSubmission(all, {
      answers: { ...answers, 'BKP-02': { state: 'answered', value: 4 } },
      pieces: [
        { questions: ['BKP-02'], name: 'contrat.pdf', datedOn: addMonths(today, -1), expiresOn: endsOn },
      ],
    });
    await all.app.get(Arrivals).run();
    const judged = await all.acme.buyer.put(
      `/api/assessments/${given.assessmentId}/review/pieces/${piece()?.id ?? ''}`,
      { questions: [{ questionId: 'BKP-02', revision: 0 }], verdict: 'accepted', level: 'E3', note: '' },
    );
    expect(judged.status).toBe(200);
    const override = { state: 'refused', reason: 'constaté sur place', revision: 0 };
    const replaced = await all.acme['risk-manager'].put(
      `/api/assessments/${given.assessmentId}/review/questions/PAT-01/override`,
      override,
    );
    expect(replaced.status).toBe(200);
    expect((await all.acme.buyer.post(`/api/assessments/${given.assessmentId}/finish-review`)).status).toBe(
      200,
    );
  });
  afterAll(() => all.close());
  beforeEach(() => {
    all.clock.at = start;
  });
  const daysLater = (days: number) => {
    all.clock.at = new Date(start.getTime() + days * 86_400_000);
  };

  test('of today is the live score, and the last point of the curve', async () => {
    const score = await live();
    const { now, points } = await read();
    expect((await on(today)).score?.score.score).toBe(score);
    expect(now).toMatchObject({ score, status: 'reviewed', open: true, submissionNumber: 1 });
    expect(points.at(-1)?.score).toBe(score);
    expect(points.flatMap(({ causes }) => causes)).toEqual(['submitted', 'review', 'reviewed']);
  });

  test('as it was kept is what the same instant gives again', async () => {
    const { kept, untold } = await on(today);
    expect(kept).toMatchObject({ cause: 'reviewed', ofThatDay: true, same: true });
    expect(kept?.replayed).toBe(kept?.score);
    expect(untold).toEqual([]);
  });

  test('moves by time alone on the day after a piece expired, and a day in between knows nothing of it', async () => {
    daysLater(60);
    const score = await live();
    const { points, lapses } = await read();
    const aged = points.find(
      ({ causes, lapsed }) => causes.includes('ageing') && lapsed.some(({ name }) => name === 'contrat.pdf'),
    );
    expect(aged?.at.slice(0, 10)).toBe(addDays(endsOn, 1));
    expect(points.at(-1)?.score).toBe(score);
    expect(lapses.find(({ name }) => name === 'contrat.pdf')).toMatchObject({ alone: null, together: null });
    const [before, after] = [await on(endsOn), await on(addDays(endsOn, 1))];
    expect(after.score?.score.score).toBeGreaterThan(before.score?.score.score ?? Infinity);
    expect(after.kept).toMatchObject({ ofThatDay: false, same: true });
  });

  test('has none before the first submission, and no day to come', async () => {
    expect(await on(addDays(today, -1))).toMatchObject({ score: null, kept: null });
    expect(await all.acme.auditor.get(path(`score-on?day=${addDays(today, 1)}`))).toBeProblem(
      'invalid-input',
      ['/day'],
    );
    expect(await all.acme.auditor.get(path('score-on?day=hier'))).toBeProblem('invalid-input', ['/day']);
  });

  test('what lapses says the score alone and together, in the order of the days', async () => {
    const { lapses, questions, now, ahead } = await read();
    daysLater(90);
    expect(ahead.find(({ days }) => days === 90)?.score).toBe(await live());
    const contract = lapses.find(({ name }) => name === 'contrat.pdf');
    expect(contract).toMatchObject({ kind: 'piece-expired', questions: ['BKP-02'], lastOn: endsOn });
    expect(contract?.alone?.score).toBeGreaterThan(now?.score ?? Infinity);
    expect(contract?.together?.score).toBeGreaterThanOrEqual(contract?.alone?.score ?? Infinity);
    expect(lapses.map(({ lastOn }) => lastOn)).toEqual(lapses.map(({ lastOn }) => lastOn).toSorted());
    expect(questions.find(({ id }) => id === 'BKP-02')?.label.fr).not.toBe('');
  });

  test('an event from before it told what was put in an answer’s place is matched by its hash', async () => {
    const chain = [given.buyerId, given.assessmentId];
    const where = `WHERE organisation_id = $1 AND chain_id = $2 AND kind = 'answer-overridden'`;
    const [{ text } = { text: '' }] = await all.sql<{ text: string }>(
      `SELECT text FROM events ${where}`,
      chain,
    );
    const { override, ...bare } = JSON.parse(text) as { override: unknown };
    expect(override).toEqual({ state: 'refused' });
    const before = await on(today);
    await all.sql(`UPDATE events SET text = $3 ${where}`, [...chain, JSON.stringify(bare)]);
    expect(await on(today)).toEqual(before);
    const row = [given.buyerId, given.assessmentId];
    await all.sql(
      `UPDATE answer_reviews SET override_state = NULL WHERE organisation_id = $1 AND assessment_id = $2`,
      row,
    );
    expect((await on(today)).untold).toEqual(['PAT-01']);
    await all.sql(
      `UPDATE answer_reviews SET override_state = 'refused' WHERE organisation_id = $1 AND assessment_id = $2 AND override_reason <> ''`,
      row,
    );
    await all.sql(`UPDATE events SET text = $3 ${where}`, [...chain, text]);
  });

  test('of one assessment alone, and nobody else’s', async () => {
    const mine = await all.acme.auditor.get<AgeingResponse>(
      path(`ageing?assessmentId=${given.assessmentId}`),
    );
    expect(mine.body.now?.assessmentId).toBe(given.assessmentId);
    const other = await givenSubmission(all, { answers });
    expect(await all.acme.auditor.get(path(`ageing?assessmentId=${other.assessmentId}`))).toBeProblem(
      'not-found',
    );
    expect(await all.globex.auditor.get(path('ageing'))).toBeProblem('not-found');
    expect(await all.globex.auditor.get(path('score-on'))).toBeProblem('not-found');
    expect(await all.cadran['supplier-admin'].get(path('ageing'))).toBeProblem('not-permitted');
  });

  const list = async (query = '', actor = all.acme.auditor) =>
    (await actor.get<LapsesResponse>(`/api/lapses${query}`)).body;

  test('the list of all engagements shows what lapses within so many days, by day, and nobody else’s', async () => {
    const { items } = await list();
    expect(items.find(({ name }) => name === 'contrat.pdf')).toMatchObject({
      kind: 'piece-expired',
      lastOn: endsOn,
      daysLeft: 40,
      engagementId: given.engagementId,
      questions: ['BKP-02'],
    });
    expect(items.map(({ lastOn }) => lastOn)).toEqual(items.map(({ lastOn }) => lastOn).toSorted());
    expect((await list('?within=30')).items.some(({ name }) => name === 'contrat.pdf')).toBe(false);
    expect((await list('?kind=piece-aged')).items.some(({ name }) => name === 'contrat.pdf')).toBe(false);
    expect((await list('?search=moon')).items).toEqual([]);
    expect((await list('', all.globex.auditor)).items).toEqual([]);
    expect(await all.acme.auditor.get('/api/lapses?within=365')).toBeProblem('invalid-input', ['/within']);
    expect(await all.cadran['supplier-admin'].get('/api/lapses')).toBeProblem('not-permitted');
  });

  test('what is past is listed from the newest back, a page at a time', async () => {
    daysLater(500);
    const whole = await list('?within=past&limit=200');
    expect(whole.items.some(({ name, daysLeft }) => name === 'contrat.pdf' && daysLeft < 0)).toBe(true);
    const days = whole.items.map(({ lastOn }) => lastOn);
    expect(days).toEqual(days.toSorted().toReversed());
    const first = await list('?within=past&limit=1');
    const second = await list(`?within=past&limit=1&after=${first.next ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 2));
  });

  test('standings from before they looked ahead are brought up to date, once', async () => {
    await all.sql(
      'UPDATE engagement_standings SET score_soon = NULL, grade_soon = NULL WHERE organisation_id = $1',
      [all.acme.id],
    );
    await all.sql('DELETE FROM lapses WHERE organisation_id = $1', [all.acme.id]);
    expect(await all.app.get(DailyStandings).run()).toBeGreaterThan(0);
    expect((await list()).items.some(({ name }) => name === 'contrat.pdf')).toBe(true);
    expect(await all.app.get(DailyStandings).run()).toBe(0);
  });
});
