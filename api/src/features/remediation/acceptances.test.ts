import { GivenFinding, type FindingFile } from '../../../test/harness/given-finding.js';
import { world, type World } from '../../../test/harness/world.js';
import { Acceptances, FindingReminders } from './remediation.public.js';

describe('a risk that is accepted, and what is due', () => {
  let all: World;
  let one: GivenFinding;
  let start: Date;
  beforeAll(async () => {
    all = await world();
    start = all.clock.at;
  });
  beforeEach(async () => {
    all.clock.at = start;
    one = await GivenFinding.of(all);
  });
  afterAll(() => all.close());

  test('a risk is accepted by another person than who asks, until a day, and is open again after it', async () => {
    const asked = { reason: 'Bascule prévue au printemps.', until: '2027-02-01' };
    await one.buyer('acceptance', asked, all.acme['risk-manager']);
    expect(await one.buyer('acceptance', asked)).toBeProblem('already-exists');
    const decision = { accepted: true, reason: 'Exposition faible.' };
    expect(await one.buyer('acceptance/decision', decision)).toBeProblem('not-permitted');
    expect(await one.buyer('acceptance/decision', decision, all.acme['risk-manager'])).toBeProblem(
      'own-request',
    );
    await one.buyer('close', { reason: 'Doublon.' });
    expect(await one.file()).toMatchObject({ acceptances: [{ decision: 'dropped' }] });
    await one.buyer('reopen', { reason: 'Non, ce n’en est pas un.' });
    await one.buyer('acceptance', asked);
    const accepted = await one.buyer('acceptance/decision', decision, all.acme['risk-manager']);
    expect(accepted.body).toMatchObject({ status: 'accepted', acceptedUntil: '2027-02-01' });
    expect(await one.snapshots()).toHaveLength(1);

    all.clock.at = new Date('2027-02-01T10:00:00.000Z');
    expect(await all.app.get(Acceptances).endDue()).toBe(0);
    all.clock.at = new Date('2027-02-02T10:00:00.000Z');
    expect(await all.app.get(Acceptances).endDue()).toBe(1);
    expect(await all.app.get(Acceptances).endDue()).toBe(0);
    expect(await one.file()).toMatchObject({ status: 'open', acceptedUntil: null });
    expect((await one.file()).acts.at(-1)).toMatchObject({
      act: 'acceptance-ended',
      by: 'product',
      authorName: 'Probant',
    });
  });

  test('an acceptance is refused with a reason, which the supplier never reads', async () => {
    await one.agreesPlan();
    await one.buyer('acceptance', { reason: 'Coût interne trop élevé.', until: '2027-02-01' });
    await one.buyer(
      'acceptance/decision',
      { accepted: false, reason: 'Risque trop grand.' },
      all.acme['risk-manager'],
    );
    expect(await one.file()).toMatchObject({ status: 'agreed', acceptances: [{ decision: 'refused' }] });
    const shown = await all.cadran.contributor.get<FindingFile>(`/api/follow-up/findings/${one.id}`);
    expect(JSON.stringify(shown.body)).not.toMatch(/trop élevé|trop grand|acceptance/);
    expect(
      await one.buyer('acceptance/decision', { accepted: true, reason: 'x' }, all.acme['risk-manager']),
    ).toBeProblem('nothing-asked');
  });

  test('the owner of a plan is reminded before and after its day, once each', async () => {
    await one.agreesPlan();
    const due = async (day: string) => {
      all.clock.at = new Date(`${day}T08:00:00.000Z`);
      return all.app.get(FindingReminders).sendDue();
    };
    const mine = () =>
      all.sql('SELECT days FROM finding_reminders WHERE finding_id = $1 ORDER BY days DESC', [one.id]);
    await due('2027-01-07');
    expect(await mine()).toEqual([]);
    await due('2027-01-08');
    await due('2027-01-09');
    await due('2027-01-16');
    await due('2027-01-23');
    expect(await mine()).toEqual([{ days: 7 }, { days: 0 }, { days: -7 }]);
    const letter = (await all.mailbox()).filter(({ template }) => template === 'finding-due').at(-1);
    expect(letter).toMatchObject({ to_address: 'supplier-admin@cadran.example' });
  });

  test('the list finds what is late, by lesson and by owner, soonest first', async () => {
    await one.agreesPlan();
    const list = async (query: string) =>
      (
        await all.acme.auditor.get<{ items: { id: string }[] }>(
          `/api/findings?engagementId=${one.given.engagementId}&${query}`,
        )
      ).body.items.map((shown) => shown.id);
    expect((await list('sort=dueOn'))[0]).toBe(one.id);
    expect(await list('due=overdue')).toEqual([]);
    all.clock.at = new Date('2027-01-16T08:00:00.000Z');
    expect(await list('due=overdue')).toEqual([one.id]);
    expect(await list(`owner=${encodeURIComponent('Léa Martin')}`)).toEqual([one.id]);
    expect(await list('lesson=R-03')).toContain(one.id);
    expect(await list('status=pending')).toContain(one.id);
    expect(await list('status=agreed&due=none')).toEqual([]);
    const { body } = await all.acme.auditor.get<{ owners: string[]; lessons: string[] }>(
      '/api/finding-filters',
    );
    expect(body.owners).toContain('Léa Martin');
    const followed = await all.cadran.contributor.get<{
      items: { id: string; overdue: boolean }[];
      total: number;
    }>('/api/follow-up/findings?status=agreed');
    expect(followed.body.items.find((shown) => shown.id === one.id)).toMatchObject({
      overdue: true,
      buyerName: 'acme',
    });
  });
});
