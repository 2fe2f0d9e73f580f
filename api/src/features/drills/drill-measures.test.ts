import { givenDrill, someHead, someLimits } from '../../../test/harness/given-drill.js';
import {
  givenSubmission,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Measures {
  readonly items: readonly {
    readonly questionId: string;
    readonly recordId: string;
    readonly value: unknown;
    readonly level: string;
    readonly agrees: boolean;
    readonly confirmedLevel: string | null;
  }[];
}

const limits = { ...someLimits, source: 'article 9', tellHours: 4 };

describe('what a drill measured, in a review', () => {
  let all: World;
  let given: GivenSubmission;
  let recordId: string;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, {
      answers: {
        'EIC-03': { state: 'answered', value: 0.25 },
        'EIC-04': { state: 'answered', value: 4 },
        'EIC-06': { state: 'answered', value: 50 },
      },
    });
    ({ recordId } = await givenDrill(all, given.engagementId, {
      recorded: true,
      head: { ...someHead, limits },
    }));
    path = `/api/assessments/${given.assessmentId}`;
  });
  afterAll(() => all.close());

  const read = async () => (await all.acme.buyer.get<Measures>(`${path}/measures`)).body.items;
  const of = (items: Measures['items'], questionId: string) =>
    items.find((one) => one.questionId === questionId);
  const confirm = (questionId: string, confirmed = true, actor = all.acme.buyer) =>
    actor.put<Measures>(`${path}/measures/${questionId}`, { recordId, confirmed });
  const phiOf = async (questionId: string) => {
    const { body } = await all.acme.buyer.get<{
      score: { trace: { lines: { question: string; phi: number }[] } };
    }>(`${path}/review`);
    return body.score.trace.lines.find(({ question }) => question === questionId)?.phi;
  };

  test('is proposed beside the answer, and counts for nothing before a reviewer says so', async () => {
    expect(await read()).toMatchObject([
      { questionId: 'EIC-03', value: 0.25, level: 'E2', agrees: true, confirmedLevel: null },
      { questionId: 'EIC-04', value: 4, level: 'E2', agrees: true, confirmedLevel: null },
      { questionId: 'EIC-06', value: 100, level: 'E2', agrees: true, confirmedLevel: null },
      { questionId: 'EIC-07', value: '2026-11-08', level: 'E2', agrees: false, confirmedLevel: null },
    ]);
    expect(await phiOf('EIC-03')).toBe(0);
    const { body } = await confirm('EIC-03');
    expect(of(body.items, 'EIC-03')?.confirmedLevel).toBe('E2');
    expect(await phiOf('EIC-03')).toBe(0.7);
    const { events } = await readChain(all, all.acme.id, given.assessmentId);
    expect(events.map(({ kind }) => kind)).toContain('measure-confirmed');
  });

  test('is worth E4 once counter-signed: proposed again, and never raised by itself', async () => {
    await confirm('EIC-03');
    await all.cadran['supplier-admin'].post(`/api/follow-up/drills/${recordId}/reply`, {
      stance: 'countersigned',
      reason: '',
    });
    expect(of(await read(), 'EIC-03')).toMatchObject({ level: 'E4', confirmedLevel: 'E2' });
    expect(await phiOf('EIC-03')).toBe(0.7);
    await confirm('EIC-03');
    expect(await phiOf('EIC-03')).toBe(1);
    await confirm('EIC-03', false);
    expect(await phiOf('EIC-03')).toBe(0);
    expect(await confirm('EIC-03', false)).toBeProblem('not-found');
  });

  test('proves no better claim: the answer is corrected first', async () => {
    expect(await confirm('EIC-07')).toBeProblem('measure-contradicts');
    await all.acme['risk-manager'].put(`${path}/review/questions/EIC-07/override`, {
      state: 'answered',
      value: '2026-11-08',
      reason: 'Mesuré',
      revision: 0,
    });
    expect((await confirm('EIC-07')).status).toBe(200);
    expect(await phiOf('EIC-07')).toBe(0.7);
  });

  test('stops counting when the answer changes, and for nobody but a reviewer', async () => {
    await confirm('EIC-03');
    expect(await confirm('EIC-03', true, all.acme['risk-manager'])).toBeProblem('not-permitted');
    expect(await confirm('BKP-04')).toBeProblem('not-found');
    await submitsAgain(all, given, { answers: { 'EIC-03': { state: 'answered', value: 0.1 } } });
    expect(of(await read(), 'EIC-03')?.confirmedLevel).toBeNull();
    expect(await phiOf('EIC-03')).toBe(0);
  });
});
