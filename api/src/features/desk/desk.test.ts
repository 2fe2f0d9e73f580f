import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { improvementSteps } from '@probant/shared/scoring/improvements';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface DeskBody {
  readonly pieces: {
    total: number;
    expired: number;
    soon: number;
    next: { name: string; lapsed: boolean }[];
  };
  readonly answers: {
    total: number;
    lapsing: number;
    next: { id: string; questionId: string; text: { fr: string }; expiresOn: string; lapsed: boolean }[];
  };
  readonly receipts: { assessmentId: string; number: number }[];
  readonly improvements: {
    assessmentId: string;
    items: { questionId: string; label: { fr: string }; step: string }[];
  }[];
}

const answers: GivenAnswers = { 'BKP-04': { state: 'answered', value: 'non' } };

describe("a supplier's desk", () => {
  let all: World;
  let given: GivenSubmission;
  const read = async () => (await all.cadran['supplier-admin'].get<DeskBody>('/api/desk')).body;

  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      answers,
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01', expiresOn: '2026-11-30' }],
    });
    await all.app.get(Arrivals).run();
  });
  afterAll(() => all.close());

  test('shows the receipt of what was submitted, and no step before a review tells any', async () => {
    expect(await read()).toMatchObject({
      receipts: [{ assessmentId: given.assessmentId, number: 1 }],
      improvements: [],
    });
  });

  test('says how many answers are kept, and which of them rest on a piece that lapses', async () => {
    const { answers: kept } = await read();
    expect(kept).toMatchObject({
      total: 1,
      lapsing: 1,
      next: [{ questionId: 'BKP-04', expiresOn: '2026-11-30', lapsed: false }],
    });
    expect(kept.next[0]?.text.fr).toContain('copie déconnectée');
    const entry = await all.cadran['supplier-admin'].get(`/api/answer-library/${kept.next[0]?.id ?? ''}`);
    expect(entry.status).toBe(200);
  });

  test('an answer whose piece was replaced by one that lasts, or that was retired, is not to be looked at', async () => {
    const admin = all.cadran['supplier-admin'];
    const [entry] = (await read()).answers.next;
    const { assessmentId } = await givenAssessment(all, { buyer: all.globex });
    const sent = admin
      .start('post', `/api/requests/${assessmentId}/evidence/${given.pieces[0]?.id ?? ''}/supersede`)
      .field('kind', 'pv_test')
      .field('datedOn', '2026-10-02')
      .field('expiresOn', '2026-12-01');
    admin.finish(await sent.attach('file', Buffer.from('PV suivant'), 'pv-suivant.txt'));
    expect((await read()).answers).toMatchObject({ lapsing: 1, next: [{ expiresOn: '2026-12-01' }] });
    await admin.post(`/api/answer-library/${entry?.id ?? ''}/retire`, { revision: 1 });
    expect((await read()).answers).toEqual({ total: 1, lapsing: 0, next: [] });
  });

  test('a buyer, and whoever is not signed in, gets none of it', async () => {
    expect(await all.acme.buyer.get('/api/desk')).toBeProblem('not-permitted');
    expect(await all.anonymous().get('/api/desk')).toBeProblem('not-signed-in');
  });

  test('a return tells what would help most, in steps and without a number', async () => {
    const path = `/api/assessments/${given.assessmentId}`;
    const returned = await all.acme.buyer.post(`${path}/return`, { reason: 'Précisez.' });
    expect(returned.status).toBe(200);

    const { improvements } = await read();
    expect(improvements).toHaveLength(1);
    const [list] = improvements;
    expect(list?.assessmentId).toBe(given.assessmentId);
    expect(list?.items.length).toBeGreaterThan(0);
    for (const item of list?.items ?? []) {
      expect(Object.keys(item).sort()).toEqual(['label', 'questionId', 'step']);
      expect(improvementSteps).toContain(item.step);
    }
    expect(JSON.stringify(list?.items)).not.toMatch(/\d+[.,]\d|weight|points/);
  });

  test('another supplier sees nothing of it', async () => {
    const other = await all.talweg['supplier-admin'].get<DeskBody>('/api/desk');
    expect(other.body).toMatchObject({ receipts: [], improvements: [], pieces: { total: 0, next: [] } });
    expect(other.body.answers).toEqual({ total: 0, lapsing: 0, next: [] });
  });
});
