import { GivenFinding, type FindingFile } from '../../../test/harness/given-finding.js';
import { submitsAgain } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

const seen = { level: 'E3', value: 'immuable', datedOn: '2026-11-20', reason: 'Copie vue sur place.' };

describe('the verification of a correction', () => {
  let all: World;
  let one: GivenFinding;
  let start: Date;
  beforeAll(async () => {
    all = await world();
    start = all.clock.at;
  });
  beforeEach(async () => {
    all.clock.at = start;
    one = await GivenFinding.of(all);
  });
  afterAll(() => all.close());

  test('a plan and its proof move nothing of the score until the buyer has verified the correction', async () => {
    const before = await one.score();
    await one.agreesPlan();
    await one.proves();
    await one.supplier('delivery', { reason: 'Copie en place.' });
    expect(await one.score()).toBe(before);
    const verified = await one.buyer('verification', seen);
    expect(verified.body).toMatchObject({
      status: 'verified',
      verifications: [{ level: 'E3', stands: true }],
      closedByName: 'buyer acme',
    });
    expect(await one.score()).toBeLessThan(before);
    const kept = await one.snapshots();
    expect(kept.map(({ cause }) => cause)).toEqual(['submitted', 'verified']);
    expect(kept.at(-1)?.inputs.answers['BKP-04']).toEqual({ v: 'immuable', ev: [0.9] });
    all.clock.at = new Date();
    const replayed = await all.acme.auditor.get<{ answers: Record<string, unknown> }>(
      `/api/engagements/${one.given.engagementId}/score-on`,
    );
    expect(replayed.body.answers['BKP-04']).toEqual({ v: 'immuable', ev: [0.9] });
    const shown = await all.cadran.contributor.get(`/api/follow-up/findings/${one.id}`);
    expect(JSON.stringify(shown.body)).not.toMatch(/E3|"immuable"|score|lesson/);
  });

  test('what was verified and is opened again no longer counts, and says why', async () => {
    const before = await one.score();
    await one.agreesPlan();
    await one.buyer('verification', seen);
    expect(await one.buyer('reopen', { reason: '' })).toBeProblem('invalid-input', ['/reason']);
    const opened = await one.buyer('reopen', { reason: 'La copie a disparu.' });
    expect(opened.body).toMatchObject({ status: 'open', plan: null, verifications: [{ stands: false }] });
    expect(await one.score()).toBe(before);
    expect((await one.snapshots()).map(({ cause }) => cause)).toEqual(['submitted', 'verified', 'reopened']);
    const told = await all.cadran.contributor.get<FindingFile>(`/api/follow-up/findings/${one.id}`);
    expect(told.body.acts.at(-1)).toMatchObject({ act: 'reopen', reason: 'La copie a disparu.' });
  });

  test('an answer that changes after the verification opens the finding by itself', async () => {
    await one.agreesPlan();
    await one.buyer('verification', seen);
    await submitsAgain(all, one.given, { answers: { 'BKP-04': { state: 'refused' } } });
    await all.app.get(Arrivals).run();
    expect(await one.file()).toMatchObject({ status: 'open', verifications: [{ stands: false }] });
    expect((await one.file()).acts.at(-1)).toMatchObject({ act: 'answer-fell-back', by: 'product' });
  });

  test.each<[string, object, string]>([
    ['a word alone', { level: 'E0' }, '/level'],
    ['an answer that still calls for the finding', { value: 'non' }, '/value'],
    ['what is no answer to the question', { value: 12 }, '/value'],
    ['a proof of tomorrow', { datedOn: '2099-01-01' }, '/datedOn'],
    ['nothing said', { reason: ' ' }, '/reason'],
  ])('%s verifies nothing, and nothing is kept', async (_name, change, pointer) => {
    expect(await one.buyer('verification', { ...seen, ...change })).toBeProblem('invalid-input', [pointer]);
    expect(await one.file()).toMatchObject({ status: 'open', verifications: [] });
    expect(await one.snapshots()).toHaveLength(1);
  });
});
