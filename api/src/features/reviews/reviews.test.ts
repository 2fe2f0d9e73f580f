import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import {
  givenSubmission,
  setStatus,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from './arrivals.service.js';

interface Question {
  readonly questionId: string;
  readonly toSee: boolean;
  readonly seen: boolean;
  readonly revision: number;
  readonly note: string;
  readonly notApplicable: { decision: string; stands: boolean } | null;
  readonly override: { state: string; value: unknown; reason: string; stands: boolean } | null;
}
interface State {
  readonly status: string;
  readonly possible: string[];
  readonly questions: Question[];
  readonly pieces: {
    evidenceId: string;
    levels: string[];
    questions: {
      questionId: string;
      verdict: string;
      level: string | null;
      freshness: string;
      revision: number;
    }[];
  }[];
  readonly findings: { questionId: string; status: string; closedByAnswer: boolean }[];
  readonly score: {
    beforeReview: boolean;
    unexamined: number;
    undecided: string[];
    score: { score: number };
  };
  readonly previous?: { questionId: string; number: number; answer: { value: unknown } | null }[];
  readonly answers?: { questionId: string; value: unknown }[];
}

const answers: GivenAnswers = {
  'BKP-04': { state: 'answered', value: 'immuable' },
  'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' },
  'FIN-04': { state: 'refused' },
};

describe('a review', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, {
      answers,
      pieces: [{ questions: ['BKP-04', 'BKP-07'], datedOn: '2026-10-01' }, { questions: ['BKP-04'] }],
    });
    await all.app.get(Arrivals).run();
    path = `/api/assessments/${given.assessmentId}`;
  });
  afterAll(() => all.close());

  const read = async () => (await all.acme.auditor.get<State>(`${path}/review`)).body;
  const questionOf = ({ questions }: State, id: string) =>
    questions.find(({ questionId }) => questionId === id);
  const pieceId = (index = 0) => given.pieces[index]?.id ?? '';
  const judges = (body: object, index = 0, actor = all.acme.buyer) =>
    actor.put<State>(`${path}/review/pieces/${pieceId(index)}`, { note: '', ...body });
  const reviews = (id: string, body: object, actor = all.acme.buyer) =>
    actor.put<State>(`${path}/review/questions/${id}`, {
      seen: true,
      notApplicable: null,
      note: '',
      revision: 0,
      ...body,
    });
  const overrides = (body: object, actor = all.acme['risk-manager'], id = 'BKP-04') =>
    actor.put<State>(`${path}/review/questions/${id}/override`, { reason: 'Visite.', revision: 0, ...body });
  const both = [
    { questionId: 'BKP-04', revision: 0 },
    { questionId: 'BKP-07', revision: 0 },
  ];
  const kinds = async (organisationId: string) =>
    (await readChain(all, organisationId, given.assessmentId)).events.map(({ kind }) => kind);

  test('shows what was said and shown, and what is still to see', async () => {
    const state = await read();
    expect(state).toMatchObject({ status: 'submitted', score: { beforeReview: true, unexamined: 3 } });
    expect(state.score.undecided).toEqual(['FIN-02']);
    expect(questionOf(state, 'BKP-04')).toMatchObject({ toSee: true, seen: false, revision: 0 });
    expect(questionOf(state, 'BKP-01')).toMatchObject({ toSee: false });
    expect(state.pieces.map(({ levels }) => levels)).toEqual([
      ['E0', 'E1', 'E2', 'E3', 'E4'],
      ['E0', 'E1'],
    ]);
    expect(await all.acme.auditor.get(path.replace(given.assessmentId, given.engagementId))).toBeProblem(
      'not-found',
    );
  });

  test('starts with the first thing written, in both chains, and not by reading', async () => {
    await read();
    expect((await read()).status).toBe('submitted');
    const reply = await judges({ questions: both, verdict: 'accepted', level: 'E3' });
    expect(reply.body.status).toBe('in-review');
    expect(await kinds(all.acme.id)).toContain('review-started');
    expect(await kinds(all.cadran.id)).toContain('review-started');
    expect(await kinds(all.cadran.id)).not.toContain('evidence-graded');
  });

  test('accepting a piece for both of its questions lowers the score, here and in the portfolio', async () => {
    const before = (await read()).score.score.score;
    const { body } = await judges({ questions: both, verdict: 'accepted', level: 'E4' });
    expect(body.pieces[0]?.questions).toMatchObject([
      { questionId: 'BKP-04', verdict: 'accepted', level: 'E4', revision: 1 },
      { questionId: 'BKP-07', verdict: 'accepted', level: 'E4', revision: 1 },
    ]);
    expect(body.score.score.score).toBeLessThanOrEqual(before);
    expect(body.score.unexamined).toBe(1);
    const [standing] = await all.sql<{ score: number }>(
      'SELECT score FROM engagement_standings WHERE engagement_id = $1',
      [given.engagementId],
    );
    expect(standing?.score).toBe(body.score.score.score);
    const taken = await judges({
      questions: [{ questionId: 'BKP-04', revision: 1 }],
      verdict: 'unexamined',
    });
    expect(taken.body.score.unexamined).toBe(2);
    expect(await kinds(all.acme.id)).toContain('evidence-verdict-withdrawn');
  });

  test.each<[string, object, number, string, string[]]>([
    [
      'a level that an undated piece cannot have',
      { verdict: 'accepted', level: 'E2' },
      1,
      'invalid-input',
      ['/level'],
    ],
    ['an acceptance without a level', { verdict: 'accepted' }, 0, 'invalid-input', ['/level']],
    ['a rejection without a reason', { verdict: 'rejected' }, 0, 'invalid-input', ['/note']],
    [
      'a question beside which it does not stand',
      { verdict: 'accepted', level: 'E1', questions: [{ questionId: 'PAT-01', revision: 0 }] },
      0,
      'invalid-input',
      ['/questions/0/questionId'],
    ],
    [
      'the same question twice',
      { verdict: 'accepted', level: 'E1', questions: [both[0], both[0]] },
      0,
      'invalid-input',
      ['/questions/1/questionId'],
    ],
    ['an unknown verdict', { verdict: 'perhaps' }, 0, 'invalid-input', ['/verdict']],
  ])('%s is refused and nothing changes', async (_name, body, index, code, pointers) => {
    const before = await read();
    const reply = await judges({ questions: [{ questionId: 'BKP-04', revision: 0 }], ...body }, index);
    expect(reply).toBeProblem(code as 'invalid-input', pointers);
    expect(await read()).toEqual(before);
  });

  test('two reviewers at once: the second is told what stands there now', async () => {
    await judges({ questions: both, verdict: 'accepted', level: 'E3' });
    const late = await judges({ questions: both, verdict: 'rejected', note: 'Illisible.' });
    expect(late).toBeProblem('stale-revision');
    expect(late.body).toMatchObject({
      conflicts: [{ questionId: 'BKP-04', verdict: 'accepted', level: 'E3' }],
    });
  });

  test('a claim is decided with a reason, taken back, and only a claim is', async () => {
    const refused = await reviews('FIN-02', { notApplicable: { decision: 'refused', reason: 'Exigible.' } });
    expect(questionOf(refused.body, 'FIN-02')).toMatchObject({
      toSee: false,
      notApplicable: { decision: 'refused', stands: true },
      revision: 1,
    });
    expect(refused.body.findings.map(({ questionId }) => questionId)).toContain('FIN-02');
    const accepted = await reviews('FIN-02', {
      notApplicable: { decision: 'accepted', reason: 'Société neuve.' },
      revision: 1,
    });
    expect(accepted.body.findings).toContainEqual(
      expect.objectContaining({ questionId: 'FIN-02', status: 'closed', closedByAnswer: true }),
    );
    const back = await reviews('FIN-02', { seen: false, revision: 2 });
    expect(questionOf(back.body, 'FIN-02')).toMatchObject({ toSee: true, notApplicable: null });
    const again = await reviews('FIN-02', {
      notApplicable: { decision: 'refused', reason: 'Exigible.' },
      revision: 3,
    });
    expect(again.body.findings).toContainEqual(
      expect.objectContaining({ questionId: 'FIN-02', status: 'open', closedByAnswer: false }),
    );
    expect(await reviews('BKP-04', { notApplicable: { decision: 'accepted', reason: 'x' } })).toBeProblem(
      'invalid-input',
      ['/notApplicable'],
    );
    expect(await reviews('FIN-02', { revision: 1 })).toBeProblem('stale-revision');
    expect(await reviews('ZZZ-01', {})).toBeProblem('not-found');
  });

  test('an override is a risk manager’s, replaces the answer, and raises what the new answer calls for', async () => {
    const before = (await read()).score.score.score;
    expect(await overrides({ state: 'answered', value: 'non' }, all.acme.buyer)).toBeProblem('not-permitted');
    const reply = await overrides({ state: 'answered', value: 'non' });
    expect(questionOf(reply.body, 'BKP-04')?.override).toEqual({
      state: 'answered',
      value: 'non',
      reason: 'Visite.',
      stands: true,
    });
    expect(reply.body.score.score.score).toBeGreaterThan(before);
    expect(reply.body.findings.map(({ questionId }) => questionId)).toContain('BKP-04');
    const back = await overrides({ state: null, revision: 1 });
    expect(questionOf(back.body, 'BKP-04')?.override).toBeNull();
    expect(back.body.score.score.score).toBe(before);
  });

  test.each<[object, string[]]>([
    [{ state: 'answered', value: 'jamais' }, ['/value']],
    [{ state: 'answered' }, ['/value']],
    [{ state: 'refused', reason: ' ' }, ['/reason']],
    [{ state: null }, ['/state']],
    [{ state: 'na' }, ['/state']],
  ])('the override %j is refused', async (body, pointers) => {
    expect(await overrides(body)).toBeProblem('invalid-input', pointers);
    expect(questionOf(await read(), 'BKP-04')).toMatchObject({ revision: 0, override: null });
  });

  test('many are seen at once, and a note stays inside', async () => {
    const ids = ['BKP-04', 'FIN-04'];
    const seen = await all.acme.buyer.post<State>(`${path}/review/seen`, { questionIds: ids });
    expect(
      seen.body.questions
        .filter((one) => one.seen)
        .map(({ questionId }) => questionId)
        .toSorted(),
    ).toEqual(expect.arrayContaining(ids));
    expect(questionOf(seen.body, 'FIN-04')?.toSee).toBe(false);
    expect(questionOf(seen.body, 'BKP-04')?.toSee).toBe(true);
    const noted = await reviews('FIN-04', { note: 'À creuser avec le juriste.', revision: 1 });
    expect(questionOf(noted.body, 'FIN-04')?.note).toBe('À creuser avec le juriste.');
    expect(
      await all.acme.buyer.post(`${path}/review/seen`, { questionIds: ['BKP-04', 'ZZZ-01'] }),
    ).toBeProblem('invalid-input', ['/questionIds/1']);
  });

  test('judgements lapse and questions are to see again when the answer changes, and only then', async () => {
    await overrides({ state: 'answered', value: 'non' });
    await reviews('FIN-02', { notApplicable: { decision: 'accepted', reason: 'Société neuve.' } });
    await all.acme.buyer.post(`${path}/review/seen`, { questionIds: ['FIN-04'] });
    await submitsAgain(all, given, {
      answers: { ...answers, 'BKP-04': { state: 'answered', value: 'hors_ligne' } },
    });
    const state = await read();
    expect(state.status).toBe('submitted');
    expect(questionOf(state, 'BKP-04')).toMatchObject({ toSee: true, override: { stands: false } });
    expect(questionOf(state, 'FIN-02')).toMatchObject({ toSee: false, notApplicable: { stands: true } });
    expect(questionOf(state, 'FIN-04')).toMatchObject({ toSee: false });
    expect(state.previous).toContainEqual(
      expect.objectContaining({
        questionId: 'BKP-04',
        number: 1,
        answer: expect.objectContaining({ value: 'immuable' }),
      }),
    );
    expect(state.answers).toContainEqual(
      expect.objectContaining({ questionId: 'BKP-04', value: 'hors_ligne' }),
    );
  });

  test('finishing keeps the score and stands in both chains; then nothing more is written', async () => {
    const finished = await all.acme.buyer.post<State>(`${path}/finish-review`);
    expect(finished.body).toMatchObject({
      status: 'reviewed',
      possible: expect.arrayContaining(['decide', 'return']),
    });
    const causes = await all.sql<{ cause: string }>(
      'SELECT cause FROM score_snapshots WHERE assessment_id = $1 ORDER BY at, id',
      [given.assessmentId],
    );
    expect(causes.map(({ cause }) => cause)).toEqual(['submitted', 'reviewed']);
    for (const organisationId of [all.acme.id, all.cadran.id])
      expect(await kinds(organisationId)).toEqual(expect.arrayContaining(['review-started', 'reviewed']));
    expect(await judges({ questions: both, verdict: 'accepted', level: 'E3' })).toBeProblem(
      'transition-refused',
    );
    expect(await all.acme.buyer.post(`${path}/finish-review`)).toBeProblem('transition-refused');
  });

  test.each(['opened', 'in-progress', 'returned', 'decided', 'cancelled'])(
    'nothing is written while it is %s',
    async (status) => {
      await setStatus(all, given.assessmentId, status);
      expect(await reviews('FIN-04', {})).toBeProblem('transition-refused');
      expect(await overrides({ state: 'refused' })).toBeProblem('transition-refused');
      expect(await all.acme.buyer.post(`${path}/review/seen`, { questionIds: ['FIN-04'] })).toBeProblem(
        'transition-refused',
      );
    },
  );
});
