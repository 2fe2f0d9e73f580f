import { scoreRange } from '@probant/shared/scoring/score-range';
import { engineVersion, type ScoreResult } from '@probant/shared/scoring/score-assessment';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { bank } from '@probant/shared/testing/bank';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import {
  givenSubmission,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Numbers {
  readonly score: number;
  readonly base: number;
  readonly grade: string;
  readonly knockouts: string[];
}
interface Score {
  readonly current: {
    readonly submissionNumber: number;
    readonly beforeReview: boolean;
    readonly unexamined: number;
    readonly score: Numbers;
    readonly best: Numbers;
    readonly potential: Numbers;
    readonly trace: ScoreResult;
    readonly with: {
      profileId: string;
      profileName: string;
      ruleSet: string;
      engineVersion: string;
      versionSha256: string;
    };
  } | null;
}

const noCopy = { 'BKP-04': { state: 'answered', value: 'hors_perimetre_averti' } } as const;
const presets = bank.presets.find(({ key }) => key === 'ransomware')?.weights ?? {};

describe('the score of an assessment', () => {
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      answers: noCopy,
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01' }],
    });
    await all.app.get(Arrivals).run();
  });
  afterAll(() => all.close());

  const path = (more = 'score', id: string = given.assessmentId) => `/api/assessments/${id}/${more}`;
  const live = async (id?: string) => (await all.acme.auditor.get<Score>(path('score', id))).body.current;
  const snapshots = async (id?: string) =>
    (
      await all.acme.auditor.get<{ items: { id: string; cause: string; score: number }[] }>(
        path('scores', id),
      )
    ).body.items;

  test('is worked out as the rules say, with its trace and the three numbers', async () => {
    const current = await live();
    const answers = Object.fromEntries(
      Object.entries(given.submission.answers).map(([id, answer]) => [
        id,
        answer.state === 'answered'
          ? { v: answer.value, ...(id === 'BKP-04' ? { ev: [0] } : {}) }
          : { refused: true as const },
      ]),
    );
    const weights = bank.presets.find(({ key }) => key === 'balanced')?.weights ?? {};
    const expected = scoreRange(bank, {
      context: given.context,
      answers,
      weights: { themes: weights },
      asOf: all.clock.now().toISOString(),
    });
    expect(current?.trace).toEqual(JSON.parse(JSON.stringify(expected.score)));
    expect(current?.score.score).toBe(expected.score.score);
    expect(current?.best.score).toBe(expected.best.score);
    expect(current?.potential.score).toBe(expected.potential.score);
    expect(current).toMatchObject({
      submissionNumber: 1,
      beforeReview: true,
      unexamined: 1,
      with: { profileName: 'Équilibré', engineVersion, ruleSet: `${bank.code} version ${bank.version}` },
    });
  });

  test('is none before the first submission, and nobody else’s', async () => {
    const { assessmentId } = await givenAssessment(all);
    expect(await live(assessmentId)).toBeNull();
    const asked = { scenarios: [{ name: 'x', answers: {} }] };
    expect(await all.acme.auditor.post(path('score/what-if', assessmentId), asked)).toBeProblem(
      'transition-refused',
    );
    expect(await all.globex.auditor.get(path())).toBeProblem('not-found');
    expect(await all.cadran['supplier-admin'].get(path())).toBeProblem('not-permitted');
    expect(await all.cadran['supplier-admin'].get(path('scores'))).toBeProblem('not-permitted');
  });

  test('what if: an answer in the place of another keeps its proof, unless it names its own', async () => {
    const scenarios = [
      { name: 'Mise en garde prouvée', answers: { 'BKP-04': { v: 'hors_perimetre_averti', ev: ['E3'] } } },
      { name: 'Comme dit', answers: { 'BKP-04': { v: 'hors_perimetre_averti' } } },
      { name: 'Tout prouvé', answers: {}, proven: true },
    ];
    const reply = await all.acme.auditor.post<{ scenarios: { name: string; score: Numbers }[] }>(
      path('score/what-if'),
      { scenarios },
    );
    const [warned, same, proven] = reply.body.scenarios;
    const current = await live();
    expect(same?.score).toEqual(current?.score);
    expect(proven?.score).toEqual(current?.potential);
    expect(current?.score.knockouts).toContain('KO-BKP-1');
    expect(warned?.score.knockouts).not.toContain('KO-BKP-1');
    const wrong = { scenarios: [{ name: 'x', answers: { 'BKP-04': { v: 'jamais' }, 'ZZZ-01': { v: 1 } } }] };
    expect(await all.acme.auditor.post(path('score/what-if'), wrong)).toBeProblem('invalid-input', [
      '/scenarios/0/answers/BKP-04/v',
      '/scenarios/0/answers/ZZZ-01',
    ]);
  });

  test('a snapshot keeps everything it was worked out from, and its hash stands in the chain', async () => {
    const [first] = await snapshots();
    const { body } = await all.acme.auditor.get(path(`scores/${first?.id ?? ''}`));
    expect(body).toMatchObject({
      cause: 'submitted',
      beforeReview: true,
      unexamined: 1,
      undecided: 0,
      inputs: { context: given.context, submissionNumber: 1 },
    });
    const current = await live();
    expect(body['trace']).toEqual(current?.trace);
    const { events } = await readChain(all, given.buyerId, given.assessmentId);
    const kept = JSON.parse(events.find(({ kind }) => kind === 'score-kept')?.text ?? '{}') as {
      snapshotSha256: string;
    };
    const text = canonicalJson({
      engineVersion: body['engineVersion'],
      ruleSet: body['ruleSet'],
      versionSha256: body['versionSha256'],
      profileId: body['profileId'],
      inputs: body['inputs'],
      result: { score: body['trace'], best: body['best'], potential: body['potential'] },
    });
    expect(kept.snapshotSha256).toBe(sha256(text));
  });

  test('a change of profile keeps a new score beside the old, for that engagement and its standing', async () => {
    const one = await givenSubmission(all, { answers: noCopy });
    await all.app.get(Arrivals).run();
    const before = await snapshots(one.assessmentId);
    const { body: profile } = await all.acme['risk-manager'].post<{ id: string }>('/api/profiles', {
      name: 'Rançongiciel',
      themes: { ...presets, BKP: 900 },
    });
    const others = await snapshots();
    const chosen = await all.acme['risk-manager'].put(`/api/engagements/${one.engagementId}/profile`, {
      profileId: profile.id,
      revision: 1,
    });
    expect(chosen.status).toBe(200);
    const after = await snapshots(one.assessmentId);
    expect(after.map(({ cause }) => cause)).toEqual(['profile-changed', 'submitted']);
    expect(after.slice(1)).toEqual(before);
    expect(after[0]?.score).not.toBe(before[0]?.score);
    expect(await snapshots()).toEqual(others);
    const current = await live(one.assessmentId);
    expect(current?.score.score).toBe(after[0]?.score);
    expect(
      await all.sql('SELECT score FROM engagement_standings WHERE engagement_id = $1', [one.engagementId]),
    ).toEqual([{ score: after[0]?.score }]);
  });

  test('publishing a new version, or editing a draft, never changes the score of what was closed', async () => {
    const one = await givenSubmission(all, { answers: noCopy, status: 'decided' });
    await all.app.get(Arrivals).run();
    const [before, kept] = [await live(one.assessmentId), await snapshots(one.assessmentId)];
    const questionnaire = `/api/questionnaires/${one.questionnaireId}`;
    const edited = await all.acme['risk-manager'].post<{ revision: number }>(`${questionnaire}/edits`, {
      revision: 1,
      kind: 'leave-out-question',
      questionKey: 'TRA-01',
      withDependents: true,
    });
    const { body: read } = await all.acme.auditor.get<{ revision: number }>(questionnaire);
    const published = await all.acme['risk-manager'].post(`${questionnaire}/versions`, {
      revision: read.revision,
    });
    expect([edited.status, published.status]).toEqual([200, 201]);
    expect(await live(one.assessmentId)).toEqual(before);
    expect(await snapshots(one.assessmentId)).toEqual(kept);
  });

  test('a snapshot refuses UPDATE and DELETE by the role of the application', async () => {
    for (const statement of ['UPDATE score_snapshots SET score = 0', 'DELETE FROM score_snapshots']) {
      const attempt = all.source.transaction(async (manager) => {
        await manager.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
        await manager.query(statement);
      });
      await expect(attempt).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  test('the next submission is scored for itself, and the standing shows it', async () => {
    const one = await givenSubmission(all, { answers: noCopy });
    await all.app.get(Arrivals).run();
    all.clock.at = new Date(all.clock.at.getTime() + 60_000);
    await submitsAgain(all, one, { answers: { 'BKP-04': { state: 'answered', value: 'immuable' } } });
    await all.app.get(Arrivals).run();
    const kept = await snapshots(one.assessmentId);
    expect(kept.map(({ cause }) => cause)).toEqual(['submitted', 'submitted']);
    expect(kept[0]?.score).toBeLessThan(kept[1]?.score ?? 0);
    expect((await live(one.assessmentId))?.submissionNumber).toBe(2);
  });
});
