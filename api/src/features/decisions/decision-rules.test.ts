import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { sourceOf } from '@probant/shared/testing/seal-in-memory';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { tellSubmitted } from '../../../test/harness/given-everything.js';
import { downloadProof, openProof, sealProof } from '../../../test/harness/given-proof.js';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { setStatus, submitsAgain, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Recorded {
  readonly id: string;
  readonly subject: string;
  readonly recordedByName: string;
  readonly rule: { readonly text: string };
}
interface Rules {
  readonly open: boolean;
  readonly items: Recorded[];
  readonly inherited: Recorded | null;
  readonly vocabulary: { knockouts: { id: string }[]; questions: { id: string; options: object[] }[] };
}
interface Judged {
  readonly met: boolean | null;
  readonly departs: boolean;
  readonly departure: string;
  readonly conditions: { met: boolean }[];
  readonly recorded: Recorded;
}
interface Decided {
  readonly rule: Judged | null;
  readonly items: { readonly rule: Judged | null }[];
}

const noBackup: GivenAnswers = { 'BKP-04': { state: 'answered', value: 'non' } };
const rule = (more: object = {}) => ({
  conditions: [
    { kind: 'grade-worse-than', grade: 'D' },
    { kind: 'answer', questionId: 'BKP-04', values: ['non'], orNothing: true },
  ],
  payments: [{ upToCents: 1_200_000, purpose: 'une copie hors ligne' }],
  text: 'Pas de signature sans copie déconnectée.',
  ...more,
});
const decision = {
  ...{ outcome: 'sign', reason: 'Seul hébergeur possible.', conditions: '', message: '' },
  shareGrade: false,
};

describe('a decision rule that is set beforehand', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenAssessment(all, { status: 'in-progress' });
  });

  const pathOf = (subject: 'assessments' | 'campaigns' | 'versions', id: string) =>
    `/api/${subject}/${id}/decision-rules`;
  const own = () => pathOf('assessments', given.assessmentId);
  const ofCampaign = () => pathOf('campaigns', given.campaignId);
  const ofVersion = () => pathOf('versions', given.versionId);
  const later = (minutes = 5): void => {
    all.clock.at = new Date(all.clock.at.getTime() + minutes * 60_000);
  };
  const submits = async (answers: GivenAnswers = noBackup): Promise<GivenSubmission> => {
    later();
    const submitted = await submitsAgain(all, given, { answers });
    await all.app.get(Arrivals).run();
    await setStatus(all, given.assessmentId, 'reviewed');
    return submitted;
  };
  const decide = (more: object = {}) =>
    all.acme.buyer.post<Decided>(`/api/assessments/${given.assessmentId}/decisions`, {
      ...decision,
      ...more,
    });

  test('stands beside the decision: met, and a departure says why', async () => {
    const recorded = await all.acme.buyer.post<Rules>(own(), rule());
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({
      open: true,
      items: [{ subject: 'assessment', recordedByName: 'buyer acme', rule: rule() }],
    });
    await submits();
    const before = await all.acme.buyer.get<Decided>(`/api/assessments/${given.assessmentId}/decisions`);
    expect(before.body.rule).toMatchObject({ met: true, departs: true });
    expect(await decide()).toBeProblem('invalid-input', ['/departure']);
    const decided = await decide({ departure: 'Copie hors ligne promise sous 30 jours.' });
    expect(decided.body.items[0]?.rule).toMatchObject({
      ...{ met: true, departs: true, departure: 'Copie hors ligne promise sous 30 jours.' },
      recorded: { id: recorded.body.items[0]?.id, rule: rule() },
    });
    expect(decided.body.items[0]?.rule?.conditions[1]).toEqual({ met: true });
    expect(decided.body.rule).toBeNull();
  });

  test('to refuse keeps to it, and then there is no departure to explain', async () => {
    await all.acme.buyer.post(own(), rule());
    await submits();
    expect(await decide({ outcome: 'refuse', departure: 'Sans objet' })).toBeProblem('invalid-input', [
      '/departure',
    ]);
    const { body } = await decide({ outcome: 'refuse' });
    expect(body.items[0]?.rule).toMatchObject({ met: true, departs: false, departure: '' });
  });

  test('one that is not met asks for nothing, and one in words alone is met by no score', async () => {
    await all.acme.buyer.post(own(), rule({ conditions: [] }));
    await submits();
    const { body } = await decide();
    expect(body.items[0]?.rule).toMatchObject({ met: null, departs: false, conditions: [] });
  });

  test.each(['assessments', 'campaigns', 'versions'] as const)(
    'of %s is refused once answers were submitted',
    async (subject) => {
      const ids = { assessments: given.assessmentId, campaigns: given.campaignId, versions: given.versionId };
      const path = pathOf(subject, ids[subject]);
      expect((await all.acme.buyer.post(path, rule())).status).toBe(201);
      await submits();
      expect(await all.acme.buyer.post(path, rule({ text: 'Après coup' }))).toBeProblem('rule-too-late');
      const { body } = await all.acme.buyer.get<Rules>(path);
      expect([body.open, body.items.length]).toEqual([false, 1]);
    },
  );

  test('a later one takes the place of an earlier one, both kept; the narrowest speaks', async () => {
    await all.acme['risk-manager'].post(ofVersion(), rule({ text: 'Version' }));
    later();
    await all.acme.buyer.post(ofCampaign(), rule({ text: 'Campagne' }));
    const inherited = await all.acme.buyer.get<Rules>(own());
    expect(inherited.body).toMatchObject({ items: [], inherited: { rule: { text: 'Campagne' } } });
    await all.acme.buyer.post(own(), rule({ text: 'Première' }));
    later();
    await all.acme.buyer.post(own(), rule({ text: 'Seconde' }));
    const { body } = await all.acme.auditor.get<Rules>(own());
    expect(body.items.map((one) => one.rule.text)).toEqual(['Seconde', 'Première']);
    await submits();
    const seen = await all.acme.buyer.get<Decided>(`/api/assessments/${given.assessmentId}/decisions`);
    expect(seen.body.rule?.recorded.rule.text).toBe('Seconde');
  });

  test('names what the version has, and is refused at its place otherwise', async () => {
    const { body } = await all.acme.buyer.get<Rules>(own());
    expect(body.vocabulary.knockouts.length).toBeGreaterThan(5);
    expect(body.vocabulary.questions.find(({ id }) => id === 'BKP-04')?.options.length).toBeGreaterThan(1);
    const wrong = [{ kind: 'answer', questionId: 'BKP-04', values: ['peut-être'] }];
    expect(await all.acme.buyer.post(own(), rule({ conditions: wrong }))).toBeProblem('invalid-input', [
      '/conditions/0/values',
    ]);
    const nothing = rule({ conditions: [], payments: [], text: ' ' });
    expect(await all.acme.buyer.post(own(), nothing)).toBeProblem('invalid-input', ['/text']);
    expect((await all.acme.buyer.get<Rules>(own())).body.items).toEqual([]);
  });

  test('is the buyer’s alone: nobody else’s, no reader’s to set, and nowhere for the supplier', async () => {
    await all.acme.buyer.post(own(), rule({ text: 'SECRET-DE-REGLE' }));
    expect(await all.acme.auditor.post(own(), rule())).toBeProblem('not-permitted');
    for (const path of [own(), ofCampaign(), ofVersion()]) {
      expect(await all.globex.buyer.get(path)).toBeProblem('not-found');
      expect(await all.globex.buyer.post(path, rule())).toBeProblem('not-found');
      expect((await all.cadran['supplier-admin'].get(path)).status).toBe(403);
    }
    const chains = await all.sql<{ text: string }>('SELECT text FROM events WHERE organisation_id = $1', [
      all.cadran.id,
    ]);
    expect(JSON.stringify(chains)).not.toMatch(/SECRET-DE-REGLE|decision-rule/);
  });

  test('its event holds its hash, and the proof file both', async () => {
    await all.acme.buyer.post(ofCampaign(), rule());
    await tellSubmitted(all, await submits());
    await decide({ departure: 'Aucun autre hébergeur.' });
    const file = await sealProof(all, all.acme.buyer, {
      ...{ kind: 'assessment', id: given.assessmentId },
      organisationId: all.acme.id,
    });
    expect(file).toMatchObject({ state: 'done' });
    const bytes = await downloadProof(all.acme.buyer, file.id);
    const report = await verifyProof(sourceOf(bytes), { crypto: nodeProofCrypto });
    expect(report.faults).toEqual([]);
    const files = await openProof(bytes);
    const rules = files.find(({ path }) => path === 'decisions/rules.json');
    expect(rules?.content.toString('utf8')).toContain('Pas de signature sans copie déconnectée.');
    const decisions = files.find(({ path }) => path === 'decisions/decisions.json');
    expect(decisions?.content.toString('utf8')).toContain('Aucun autre hébergeur.');
  });
});
