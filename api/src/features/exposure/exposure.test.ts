import { emptyTerms } from '@probant/shared/contracts/terms';
import type { Ledger } from '@probant/shared/library/replay-exposure';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { addOrganisation, world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Spread {
  readonly lowCents: number;
  readonly centralCents: number;
  readonly highCents: number;
}
interface Exposure {
  readonly notice: { readonly number: number; readonly acceptedAt: string | null };
  readonly revision: number;
  readonly statedByName: string | null;
  readonly statement: object | null;
  readonly contract: object | null;
  readonly beforeReview: boolean | null;
  readonly awardToClaim: { readonly claimedCents: number; readonly awardedCents: number };
  readonly scenarios: readonly {
    readonly key: string;
    readonly evidenceIndex: number | null;
    readonly questions: readonly { readonly questionId: string; readonly phi: number }[];
    readonly warnings: string;
    readonly figures: {
      readonly recovery: Spread;
      readonly exit: object;
      readonly first: string;
      readonly levers: readonly { readonly key: string }[];
    } | null;
    readonly model: { readonly caseKey: string; readonly ledger: Ledger };
  }[];
}

const terms = {
  annualFeeCents: 12_000_00,
  cap: { kind: 'multiple', multiple: 1 },
  remainingFeesCents: 37_343_63,
  exitClauses: [] as string[],
};
const ransomware = {
  key: 'ransomware',
  losses: [{ kind: 'interruption', label: '', cents: 482_463_03, excluded: false }],
  ownCostsCents: 0,
  lostChance: null as number | null,
  grossFault: false,
};
const statement = { terms, estimates: [ransomware] };

describe('the exposure of an engagement', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'immuable' } },
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01' }],
    });
    await all.app.get(Arrivals).run();
    path = `/api/engagements/${given.engagementId}/exposure`;
  });
  afterAll(() => all.close());

  const state = (revision: number, change: object = {}) =>
    all.acme.buyer.put<Exposure>(path, { ...statement, ...change, revision });
  const acknowledge = () => all.acme.buyer.put('/api/exposure-notice', { number: 1 });
  const ransomwareOf = ({ scenarios }: Exposure) => scenarios.find(({ key }) => key === 'ransomware');

  test('starts from the contract on file, once somebody has recorded its terms', async () => {
    const read = async () => (await all.acme.buyer.get<Exposure>(path)).body.contract;
    expect(await read()).toBeNull();
    const terms = {
      ...emptyTerms('Contrat-cadre'),
      annualFeesCents: 186_000_00,
      cap: { kind: 'fees', multiple: 1, cents: null },
      exclusions: ['operating-loss'],
    };
    const engagement = `/api/engagements/${given.engagementId}/contract`;
    await all.acme.buyer.put(`${engagement}/terms`, { terms, reason: '', number: 0 });
    const reading = { status: 'present', passage: null, note: 'Annexe 2', revision: 0 };
    await all.acme.buyer.put(`${engagement}/clauses/CL-18`, reading);
    expect(await read()).toEqual({
      title: 'Contrat-cadre',
      annualFeeCents: 186_000_00,
      cap: { kind: 'multiple', multiple: 1 },
      remainingFeesCents: null,
      exitClauses: ['CL-18'],
      excluded: ['interruption'],
    });
  });

  test('before anything is stated there are scenarios and their models, and no amount', async () => {
    const { status, body } = await all.acme.auditor.get<Exposure>(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ revision: 0, statement: null, statedByName: null });
    expect(body.awardToClaim).toMatchObject({ claimedCents: 482_463_03, awardedCents: 50_000_00 });
    expect(body.scenarios.map(({ key, figures }) => [key, figures])).toEqual([
      ['ransomware', null],
      ['termination', null],
    ]);
    expect(body.scenarios[1]?.model).toMatchObject({
      caseKey: 'douai',
      ledger: {
        claimedCents: 37_470_01,
        recoveredCents: 0,
        avoidedCents: 37_343_63,
        improvedCents: 42_343_63,
      },
    });
  });

  test('amounts show to whoever accepted the notice, once, and to nobody else', async () => {
    const before = await all.acme['risk-manager'].put<Exposure>(path, { ...statement, revision: 0 });
    expect(before.body).toMatchObject({ revision: 1, statedByName: 'risk-manager acme' });
    expect(before.body.notice.acceptedAt).toBeNull();
    expect(ransomwareOf(before.body)?.figures).toBeNull();

    const accept = () => all.acme['risk-manager'].put('/api/exposure-notice', { number: 1 });
    expect((await accept()).body).toMatchObject({ number: 1, acceptedAt: expect.any(String) as string });
    await accept();

    const { body } = await all.acme['risk-manager'].get<Exposure>(path);
    expect(ransomwareOf(body)?.figures).toMatchObject({
      recovery: { lowCents: 0, centralCents: 12_000_00, highCents: 12_000_00 },
      exit: { lowCents: 0, highCents: 37_343_63 },
      first: 'low',
    });
    expect(ransomwareOf((await all.acme.admin.get<Exposure>(path)).body)?.figures).toBeNull();
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(events.filter(({ kind }) => kind === 'exposure-notice-accepted')).toHaveLength(1);
  });

  test('a notice that is not the one in force is refused', async () => {
    expect(await all.acme.buyer.put('/api/exposure-notice', { number: 2 })).toBeProblem('invalid-input', [
      '/number',
    ]);
  });

  test('the proof is that of the last submission and its review', async () => {
    await acknowledge();
    await state(0);
    const indexNow = async () => {
      const { body } = await all.acme.buyer.get<Exposure>(path);
      const scenario = ransomwareOf(body);
      const mean =
        (scenario?.questions ?? []).reduce((sum, { phi }) => sum + phi, 0) /
        (scenario?.questions.length ?? 1);
      expect(scenario?.evidenceIndex).toBeCloseTo(mean, 10);
      return { index: scenario?.evidenceIndex ?? 0, beforeReview: body.beforeReview };
    };
    const unexamined = await indexNow();
    expect(unexamined.beforeReview).toBe(true);

    await all.acme.buyer.put(
      `/api/assessments/${given.assessmentId}/review/pieces/${given.pieces[0]?.id ?? ''}`,
      {
        questions: [{ questionId: 'BKP-04', revision: 0 }],
        verdict: 'accepted',
        level: 'E4',
        note: '',
      },
    );
    expect((await indexNow()).index).toBeGreaterThan(unexamined.index);
  });

  test('without a submission nothing is proved, and the low figure comes first', async () => {
    await acknowledge();
    const { supplierId } = given;
    const { body: engagement } = await all.acme.buyer.get<{ context: object }>(
      `/api/engagements/${given.engagementId}`,
    );
    const { body: other } = await all.acme.buyer.post<{ id: string }>('/api/engagements', {
      supplierId,
      name: 'Jamais évaluée',
      description: '',
      context: engagement.context,
    });
    const reply = await all.acme.buyer.put<Exposure>(`/api/engagements/${other.id}/exposure`, {
      ...statement,
      revision: 0,
    });
    expect(reply.body.beforeReview).toBeNull();
    expect(ransomwareOf(reply.body)).toMatchObject({
      evidenceIndex: null,
      questions: [],
      warnings: 'none',
      figures: { first: 'low' },
    });
  });

  test('every version stays, with who stated it, and stands in the chain', async () => {
    await state(0);
    const second = await state(1, { estimates: [{ ...ransomware, lostChance: 0.5, grossFault: true }] });
    expect(second.body).toMatchObject({ revision: 2, statement: { estimates: [{ lostChance: 0.5 }] } });
    const kept = await all.sql(
      'SELECT revision, stated_by_name FROM exposure_statements WHERE engagement_id = $1 ORDER BY 1',
      [given.engagementId],
    );
    expect(kept).toEqual([
      { revision: 1, stated_by_name: 'buyer acme' },
      { revision: 2, stated_by_name: 'buyer acme' },
    ]);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    const last = events.at(-1);
    expect(last?.kind).toBe('exposure-stated');
    expect(JSON.parse(last?.text ?? '{}')).toMatchObject({ engagementId: given.engagementId, revision: 2 });
  });

  test('somebody else’s version is not written over', async () => {
    await state(0);
    expect(await state(0)).toBeProblem('stale-revision');
    expect(await state(2)).toBeProblem('stale-revision');
    const at = async () => (await all.acme.buyer.get<Exposure>(path)).body.revision;
    expect(await at()).toBe(1);
    const both = await Promise.all([state(1), state(1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await at()).toBe(2);
  });

  test('what cannot be reckoned with is refused at its place', async () => {
    const refused = async (change: object, pointers: string[]) => {
      expect(await state(0, change)).toBeProblem('invalid-input', pointers);
    };
    await refused({ terms: { ...terms, annualFeeCents: null } }, ['/terms/annualFeeCents']);
    await refused({ terms: { ...terms, cap: { kind: 'amount' } } }, ['/terms/cap/cents']);
    await refused({ estimates: [{ ...ransomware, lostChance: 0.95 }] }, ['/estimates/0/lostChance']);
    await refused({ estimates: [ransomware, ransomware] }, ['/estimates/1/key']);
    expect((await all.acme.buyer.get<Exposure>(path)).body.revision).toBe(0);
  });

  test('an archived engagement keeps what was stated and takes no more', async () => {
    await state(0);
    await all.sql("UPDATE assessments SET status = 'cancelled' WHERE id = $1", [given.assessmentId]);
    await all.acme.buyer.post(`/api/engagements/${given.engagementId}/archive`);
    expect(await state(1)).toBeProblem('archived');
    expect((await all.acme.buyer.get<Exposure>(path)).body.revision).toBe(1);
  });

  test('an auditor reads and states nothing; a supplier sees none of it', async () => {
    expect(await all.acme.auditor.put(path, { ...statement, revision: 0 })).toBeProblem('not-permitted');
    expect(await given.supplier.get(path)).toBeProblem('not-permitted');
    expect(await given.supplier.put('/api/exposure-notice', { number: 1 })).toBeProblem('not-permitted');
  });

  test('a person accepts for one organisation at a time', async () => {
    await acknowledge();
    const other = await addOrganisation(all, 'sirocco', 'buyer', ['buyer']);
    const rows = await all.sql('SELECT 1 FROM exposure_notices WHERE organisation_id = $1', [other.id]);
    expect(rows).toEqual([]);
  });
});
