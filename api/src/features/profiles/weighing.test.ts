import type { EngagementId, VersionId } from '@probant/shared/ids';
import { compileWeights } from '@probant/shared/scoring/reweigh';
import { scoreAssessment, type ScoreInput } from '@probant/shared/scoring/score-assessment';
import { bank, readCases } from '@probant/shared/testing/bank';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { givenPublishedVersion } from '../../../test/harness/given-version.js';
import { world, type World } from '../../../test/harness/world.js';
import { Profiles } from './profiles.service.js';
import { ScorePort, type ScoreKeeper } from './score-port.js';

interface Weighing {
  readonly profile: { readonly name: string; readonly themes: Record<string, number> };
  readonly documents: readonly (Parameters<typeof compileWeights>[0] & {
    readonly versionId: string | null;
  })[];
  readonly engagements: readonly {
    readonly id: string;
    readonly score: number;
    readonly grade: string;
    readonly document: number;
    readonly ownProfile: boolean;
    readonly risks: readonly (number | null)[];
    readonly exponent: number;
    readonly floor: number;
  }[];
  readonly total: number;
}

const facts = readCases().map(({ context, answers }): Pick<ScoreInput, 'context' | 'answers'> => ({
  context,
  answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
}));

/** Keeps the scores of engagements whose facts it is told: what the port asks of whoever keeps them. */
class KeptScores implements ScoreKeeper {
  readonly facts = new Map<EngagementId, Pick<ScoreInput, 'context' | 'answers'>>();
  readonly rescored: EngagementId[][] = [];

  constructor(
    private readonly profiles: Profiles,
    private readonly versionId: VersionId,
  ) {}

  rescore: ScoreKeeper['rescore'] = (_tx, _organisationId, ids) => {
    this.rescored.push([...ids]);
    return Promise.resolve();
  };

  currentScores: ScoreKeeper['currentScores'] = async (tx, organisationId, ids) => {
    const inForce = await this.profiles.inForce(tx, organisationId, ids);
    return ids.flatMap((engagementId) => {
      const input = this.facts.get(engagementId);
      const weights = inForce.get(engagementId)?.weights ?? {};
      if (input === undefined) return [];
      const result = scoreAssessment(bank, { ...input, weights, asOf: '2026-11-22' });
      return [{ engagementId, versionId: this.versionId, beforeReview: false, result }];
    });
  };
}

describe('weighing', () => {
  let all: World;
  let kept: KeptScores;
  beforeAll(async () => {
    all = await world();
    const { versionId } = await givenPublishedVersion(all.acme);
    kept = new KeptScores(all.app.get(Profiles), versionId);
    all.app.get(ScorePort).bind(kept);
  });
  afterAll(() => all.close());

  /** An engagement that has a score, as its standing says. */
  const scored = async (which: number): Promise<EngagementId> => {
    const id = (await givenEngagement(all.acme.buyer)).id as EngagementId;
    const input = facts[which];
    if (input === undefined) throw new Error('no such case');
    kept.facts.set(id, input);
    const { score } = scoreAssessment(bank, { ...input, asOf: '2026-11-22' });
    await all.sql('UPDATE engagement_standings SET score = $2, scored_at = now() WHERE engagement_id = $1', [
      id,
      score,
    ]);
    return id;
  };
  const weighing = async (actor = all.acme.auditor) => (await actor.get<Weighing>('/api/weighing')).body;

  test('before anything is scored, the weights of what would be sent can be tried', async () => {
    const globex = await weighing(all.globex.auditor);
    expect(globex).toMatchObject({ engagements: [], total: 0, documents: [{ versionId: null }] });
    expect(globex.documents[0]?.themes.map(({ code }) => code)).toEqual(bank.themes.map(({ code }) => code));
  });

  test('a browser works out of it the score that the engine gives with any weights', async () => {
    const ids = [await scored(0), await scored(1), await scored(2)];
    const { engagements, documents, total } = await weighing();
    expect(total).toBe(ids.length);
    expect(engagements.map(({ score }) => score)).toEqual(
      engagements.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    const weights = { themes: { BKP: 20, ADV: 15 }, questions: { 'BKP-04': 25, 'PAT-01': 0 } };
    for (const one of engagements) {
      const document = documents[one.document];
      const input = kept.facts.get(one.id as EngagementId);
      if (document === undefined || input === undefined) throw new Error('not one of ours');
      expect(compileWeights(document, {})(one)?.score).toBeCloseTo(one.score, 6);
      const expected = scoreAssessment(bank, { ...input, weights, asOf: '2026-11-22' });
      expect(compileWeights(document, weights)(one)?.score).toBeCloseTo(expected.score ?? NaN, 6);
    }
  });

  test('a new default goes to every scored engagement but those with their own profile', async () => {
    const follower = await scored(0);
    const own = await scored(1);
    const manager = all.acme['risk-manager'];
    const saved = await manager.post<{ id: string }>('/api/profiles', { name: 'Essai', themes: { BKP: 25 } });
    await manager.put(`/api/engagements/${own}/profile`, { profileId: saved.body.id, revision: 1 });
    expect(kept.rescored.at(-1)).toEqual([own]);
    expect((await weighing()).engagements.find(({ id }) => id === own)?.ownProfile).toBe(true);
    const { revision } = (await manager.get<{ revision: number }>('/api/profiles')).body;
    await manager.put('/api/profiles/default', { profileId: saved.body.id, revision });
    expect(kept.rescored.at(-1)).toContain(follower);
    expect(kept.rescored.at(-1)).not.toContain(own);
    expect((await weighing()).profile).toMatchObject({ name: 'Essai', themes: { BKP: 25 } });
  });

  test('choosing the profile that is in force already works nothing out', async () => {
    const manager = all.acme['risk-manager'];
    const { revision, defaultProfileId } = (
      await manager.get<{ revision: number; defaultProfileId: string }>('/api/profiles')
    ).body;
    const before = kept.rescored.length;
    await manager.put('/api/profiles/default', { profileId: defaultProfileId, revision });
    expect(kept.rescored).toHaveLength(before);
  });

  test('a supplier weighs nothing', async () => {
    expect(await all.cadran['supplier-admin'].get('/api/weighing')).toBeProblem('not-permitted');
  });
});
