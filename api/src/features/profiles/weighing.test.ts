import { compileWeights, type Weighable, type WeighableDocument } from '@probant/shared/scoring/reweigh';
import { bank } from '@probant/shared/testing/bank';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { Scoring } from '../scoring/scoring.public.js';

interface Weighing {
  readonly profile: { readonly name: string; readonly themes: Record<string, number> };
  readonly documents: readonly (WeighableDocument & { readonly versionId: string | null })[];
  readonly engagements: readonly (Weighable & {
    readonly id: string;
    readonly score: number;
    readonly grade: string;
    readonly document: number;
    readonly ownProfile: boolean;
    readonly beforeReview: boolean;
  })[];
  readonly total: number;
}

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
    } as unknown as Scope;
    await all.app
      .get(Work)
      .run(scope, (tx) => all.app.get(Scoring).keep(tx, scope.organisationId, assessmentId, 'submitted'));
    return engagementId;
  };
  const weighing = async (actor = all.acme.auditor) => (await actor.get<Weighing>('/api/weighing')).body;
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
    expect(globex).toMatchObject({ engagements: [], total: 0, documents: [{ versionId: null }] });
    expect(globex.documents[0]?.themes.map(({ code }) => code)).toEqual(bank.themes.map(({ code }) => code));
  });

  test('what a browser works out for weights is the score once they are published', async () => {
    await scored();
    await scored(badBackups);
    const before = await weighing();
    expect(before.total).toBe(before.engagements.length);
    const scores = before.engagements.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const weights = { themes: { BKP: 25, ADV: 1 }, questions: { 'BKP-04': 10, 'PAT-01': 0 } };
    const tried = new Map(
      before.engagements.map((one) => {
        const document = before.documents[one.document];
        if (document === undefined) throw new Error('no such document');
        expect(compileWeights(document, before.profile)(one)?.score).toBeCloseTo(one.score, 6);
        return [one.id, compileWeights(document, weights)(one)];
      }),
    );
    await publishes(await saves('Essayé', weights.themes, weights.questions));
    for (const { id, score, grade } of (await weighing()).engagements) {
      expect(score).toBeCloseTo(tried.get(id)?.score ?? NaN, 6);
      expect(grade).toBe(tried.get(id)?.grade);
    }
  });

  test('a new default keeps a dated score of every follower, and none of who has a profile of its own', async () => {
    const follower = await scored(badBackups);
    const own = await scored();
    const ownProfile = await saves('Propre', { BKP: 25 });
    await givesOwn(own, ownProfile);
    expect(await rescored(own)).toMatchObject([{ profile_id: ownProfile }]);
    expect((await weighing()).engagements.find(({ id }) => id === own)?.ownProfile).toBe(true);
    const profileId = await saves('Publié', { BKP: 1 });
    const { body: chosen } = await publishes(profileId);
    const others = (await weighing()).engagements.filter(({ ownProfile: apart }) => !apart);
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

  test('a supplier weighs nothing', async () => {
    expect(await all.cadran['supplier-admin'].get('/api/weighing')).toBeProblem('not-permitted');
  });
});
