import { readColumns } from '@probant/shared/scoring/risk-matrix';
import { createWeigher, themesToLoad } from '@probant/shared/scoring/weigh-matrix';
import { bank } from '@probant/shared/testing/bank';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { readWeighing, toBuffer, weighWhole } from '../../../test/harness/read-weighing.js';
import { world, type World } from '../../../test/harness/world.js';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { Scoring } from '../scoring/scoring.public.js';

const badBackups = {
  'BKP-01': { state: 'answered', value: 'prestataire' },
  'BKP-04': { state: 'refused' },
  'ADV-02': { state: 'refused' },
} as const;

describe('weighing', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  /** An engagement whose supplier has submitted: it has a score. */
  const scored = async (answers: typeof badBackups | Record<string, never> = {}) => {
    const { engagementId, assessmentId } = await givenSubmission(all, { answers });
    const [member] = await all.sql<{ account_id: string }>(
      "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{buyer}'",
      [all.acme.id],
    );
    const scope = {
      organisationId: all.acme.id,
      accountId: member?.account_id,
      delegation: null,
      token: null,
    } as unknown as Scope;
    await all.app
      .get(Work)
      .run(scope, (tx) => all.app.get(Scoring).keep(tx, scope.organisationId, assessmentId, 'submitted'));
    return engagementId;
  };
  const weighing = (actor = all.acme.auditor) => readWeighing(actor);
  const rescored = (engagementId: string) =>
    all.sql<{ profile_id: string; score: number }>(
      "SELECT profile_id, score FROM score_snapshots WHERE engagement_id = $1 AND cause = 'profile-changed' ORDER BY at, id",
      [engagementId],
    );
  const saves = async (
    name: string,
    themes: Record<string, number>,
    questions: Record<string, number> = {},
  ) =>
    (await all.acme['risk-manager'].post<{ id: string }>('/api/profiles', { name, themes, questions })).body
      .id;
  const publishes = async (profileId: string) => {
    const manager = all.acme['risk-manager'];
    const { revision } = (await manager.get<{ revision: number }>('/api/profiles')).body;
    return manager.put('/api/profiles/default', { profileId, revision });
  };
  const givesOwn = async (engagementId: string, profileId: string | null) => {
    const manager = all.acme['risk-manager'];
    const path = `/api/engagements/${engagementId}/profile`;
    const { revision } = (await manager.get<{ revision: number }>(path)).body;
    return manager.put(path, { profileId, revision });
  };

  test('before anything is scored, the weights of what would be sent can be tried', async () => {
    const globex = await weighing(all.globex.auditor);
    expect(globex).toMatchObject({ rows: [], total: 0, documents: [{ versionId: null }] });
    expect(globex.documents[0]?.themes.map(({ code }) => code)).toEqual(bank.themes.map(({ code }) => code));
  });

  test('what a browser works out for weights is the score once they are published', async () => {
    await scored();
    await scored(badBackups);
    const before = await weighing();
    expect(before.total).toBe(before.rows.length);
    const scores = before.rows.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const weights = { themes: { BKP: 25, ADV: 1 }, questions: { 'BKP-04': 10, 'PAT-01': 0 } };
    const columns = new Map();
    for (const theme of themesToLoad(before.documents, weights)) {
      const { body } = await all.acme.auditor.get<Buffer>(`/api/weighing/risks?theme=${theme}`);
      columns.set(theme, readColumns(toBuffer(body), before.matrix));
    }
    expect([...columns.keys()]).toEqual(['BKP', 'PAT']);
    const tried = createWeigher(before.matrix).weigh(weights, columns);
    const whole = new Map<string, Awaited<ReturnType<typeof weighWhole>>>();
    for (const { engagementId } of before.rows)
      whole.set(engagementId, await weighWhole(all.acme.auditor, before.documents, engagementId, weights));
    await publishes(await saves('Essayé', weights.themes, weights.questions));
    for (const { engagementId, row } of before.rows) {
      const { body } = await all.acme.auditor.get<{ score: number; grade: string }>(
        `/api/weighing/engagements/${engagementId}`,
      );
      expect(Math.abs((whole.get(engagementId)?.score ?? NaN) - body.score)).toBeLessThan(1e-9);
      expect(whole.get(engagementId)?.grade).toBe(body.grade);
      expect(Math.abs((tried.scores[row] ?? NaN) - body.score)).toBeLessThan(0.01);
    }
  });

  test('the bytes are asked for once as long as nothing changes', async () => {
    const engagementId = await scored(badBackups);
    const { headers } = await all.acme.auditor.get('/api/weighing/matrix');
    const again = () =>
      all.acme.auditor.start('get', '/api/weighing/matrix').set('if-none-match', headers['etag'] ?? '');
    expect((await again()).status).toBe(304);
    await givesOwn(engagementId, await saves('À part', { BKP: 20 }));
    expect((await again()).status).toBe(200);
  });

  test('an archived engagement is weighed no more, and asks for no name', async () => {
    const engagementId = await scored();
    const before = await weighing();
    const number =
      before.matrix.numbers[before.rows.find((one) => one.engagementId === engagementId)?.row ?? -1];
    await all.sql('UPDATE engagement_standings SET archived = true WHERE engagement_id = $1', [engagementId]);
    const after = await weighing();
    expect(after.rows).toHaveLength(before.rows.length - 1);
    expect((await all.acme.auditor.get(`/api/weighing/names?numbers=${number}`)).body).toEqual({ items: [] });
    await all.sql('UPDATE engagement_standings SET archived = false');
  });

  test('numbers and risks are those of one organisation', async () => {
    await scored();
    const { matrix } = await weighing();
    const named = await all.globex.auditor.get(`/api/weighing/names?numbers=${matrix.numbers[0]}`);
    expect(named.body).toEqual({ items: [] });
    const { body } = await all.globex.auditor.get<Buffer>('/api/weighing/matrix');
    expect(body).toHaveLength(22);
    expect(await all.globex.auditor.get('/api/weighing/risks?theme=BKP')).toBeProblem('not-found');
  });

  test.each(['numbers=', 'numbers=a', 'numbers=1,,2', `numbers=${Array(101).fill(1).join(',')}`])(
    'names are not asked for with %s',
    async (query) => {
      expect(await all.acme.auditor.get(`/api/weighing/names?${query}`)).toBeProblem('invalid-input');
    },
  );

  test('a new default keeps a dated score of every follower, and none of who has a profile of its own', async () => {
    const follower = await scored(badBackups);
    const own = await scored();
    const ownProfile = await saves('Propre', { BKP: 25 });
    await givesOwn(own, ownProfile);
    expect(await rescored(own)).toMatchObject([{ profile_id: ownProfile }]);
    expect((await weighing()).rows.find((one) => one.engagementId === own)?.ownProfile).toBe(true);
    const profileId = await saves('Publié', { BKP: 1 });
    const { body: chosen } = await publishes(profileId);
    const others = (await weighing()).rows.filter(({ ownProfile: apart }) => !apart);
    expect(chosen).toMatchObject({ defaultProfileId: profileId, rescored: others.length });
    expect(await rescored(follower)).toMatchObject([{ profile_id: profileId }]);
    expect(await rescored(own)).toHaveLength(1);
    const [standing] = await all.sql<{ score: number }>(
      'SELECT score FROM engagement_standings WHERE engagement_id = $1',
      [follower],
    );
    expect(standing?.score).toBe((await rescored(follower))[0]?.score);
    await givesOwn(own, null);
    expect(await rescored(own)).toMatchObject([{ profile_id: ownProfile }, { profile_id: profileId }]);
  });

  test('choosing the profile that is in force already works nothing out', async () => {
    const engagementId = await scored();
    const { defaultProfileId } = (await all.acme.auditor.get<{ defaultProfileId: string }>('/api/profiles'))
      .body;
    expect((await publishes(defaultProfileId)).body).toMatchObject({ rescored: 0 });
    expect(await rescored(engagementId)).toEqual([]);
  });

  test.each(['', '/matrix', '/risks?theme=BKP', '/names?numbers=1'])(
    'a supplier weighs nothing: %s',
    async (path) => {
      expect(await all.cadran['supplier-admin'].get(`/api/weighing${path}`)).toBeProblem('not-permitted');
    },
  );
});
