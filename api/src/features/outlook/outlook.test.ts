import type { PortfolioOutlookResponse } from './outlook.dto.js';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { exposureNotice } from '@probant/shared/exposure/notice';
import { expiringKinds, expiryWindows } from '@probant/shared/portfolio/figures';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenWarning } from '../../../test/harness/given-warning.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { whileSettling } from '../../../test/harness/while-settling.js';
import { world, type World } from '../../../test/harness/world.js';

describe('what is ahead of a portfolio', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const outlook = async () =>
    (await all.acme['risk-manager'].get<PortfolioOutlookResponse>('/api/portfolio/outlook')).body;
  const lengthOf = async (path: string) => {
    let [count, after] = [0, ''];
    for (;;) {
      const { body } = await all.acme['risk-manager'].get<{ items: object[]; next: string | null }>(
        `${path}&limit=7${after}`,
      );
      count += body.items.length;
      if (body.next === null) return count;
      after = `&after=${body.next}`;
    }
  };

  test('each count of what runs out is the length of its list in the calendar', async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    for (const endsOn of ['2026-10-31', '2026-12-10', '2027-01-31', '2027-04-30', '2028-01-31']) {
      const { id } = await givenEngagement(all.acme.buyer, { name: `Contrat au ${endsOn}` });
      const terms = { ...emptyTerms('Contrat'), endsOn };
      const reply = await all.acme.buyer.put(`/api/engagements/${id}/contract/terms`, {
        terms,
        reason: '',
        number: 0,
      });
      expect([reply.status, reply.body]).toEqual([200, expect.anything()]);
    }
    const { expiring } = await outlook();
    expect(expiring.map(({ kind }) => kind)).toEqual([...expiringKinds]);
    for (const { kind, late, ...within } of expiring) {
      expect([kind, await lengthOf(`/api/calendar?kind=${kind}&state=overdue`)]).toEqual([kind, late]);
      for (const days of expiryWindows)
        expect([kind, await lengthOf(`/api/calendar?kind=${kind}&within=${days}`)]).toEqual([
          kind,
          within[`within${days}`],
        ]);
    }
    const term = expiring.find(({ kind }) => kind === 'term');
    expect(term).toMatchObject({ within30: 1, within90: 2, within180: 3 });
  });

  test('exposure is added up as a range once the notice was accepted, anew after each statement', async () => {
    const estimated = [];
    for (const cents of [1_000_000, 2_500_000]) {
      const { id } = await givenEngagement(all.acme.buyer, { name: `Estimée à ${cents}` });
      estimated.push(id);
      await state(id, cents, 0);
    }
    const before = await outlook();
    expect(before.exposure).toEqual({ estimated: 2, grades: null });
    await all.acme['risk-manager'].put('/api/exposure-notice', { number: exposureNotice.number });
    const sums = (await outlook()).exposure.grades;
    expect(sums).toMatchObject([{ grade: null, engagements: 2, highCents: 3_500_000 }]);
    expect(await lengthOf('/api/portfolio?kind=estimated')).toBe(2);

    await state(estimated[0] ?? '', 9_000_000, 1);
    expect((await outlook()).exposure.grades).toMatchObject([{ engagements: 2, highCents: 11_500_000 }]);
    await all.sql('UPDATE engagement_standings SET archived = true WHERE engagement_id = $1', [estimated[0]]);
    expect((await outlook()).exposure).toMatchObject({ estimated: 1, grades: [{ highCents: 2_500_000 }] });
    expect(await lengthOf('/api/portfolio?kind=estimated')).toBe(1);
  });

  test('a warning written while the sums are worked out is not lost to them', async () => {
    const given = await givenAssessment(all, { status: 'in-progress' });
    await state(given.engagementId, 4_000_000, 0);
    expect(
      await whileSettling(all, 'exposure_ranges', given.engagementId, () => givenWarning(all, given, {})),
    ).toBe(true);
  });

  test('another buyer has nothing of it, and a supplier may not ask', async () => {
    const other = await all.globex['risk-manager'].get<PortfolioOutlookResponse>('/api/portfolio/outlook');
    expect(other.body.exposure.estimated).toBe(0);
    expect(other.body.expiring.every(({ late, within180 }) => late + within180 === 0)).toBe(true);
    expect(await all.cadran['supplier-admin'].get('/api/portfolio/outlook')).toBeProblem('not-permitted');
  });

  async function state(id: string, cents: number, revision: number): Promise<void> {
    const reply = await all.acme['risk-manager'].put(`/api/engagements/${id}/exposure`, {
      revision,
      terms: { annualFeeCents: null, cap: { kind: 'none' }, remainingFeesCents: 0, exitClauses: [] },
      estimates: [
        {
          key: 'ransomware',
          losses: [{ kind: 'interruption', label: '', cents, excluded: false }],
          lostChance: null,
          ownCostsCents: 0,
          grossFault: false,
        },
      ],
    });
    expect([reply.status, reply.status === 200 ? '' : reply.body]).toEqual([200, '']);
  }
});
