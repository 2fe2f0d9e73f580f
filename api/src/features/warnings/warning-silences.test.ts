import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { aWarning } from '../../../test/harness/given-warning.js';
import { world, type World } from '../../../test/harness/world.js';
import { WarningSilences } from './warnings.public.js';

describe('silence on a warning', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(() => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
  });
  afterAll(() => all.close());

  const gives = async (more: object = {}) => {
    const { assessmentId } = await givenAssessment(all);
    const { body } = await all.cadran.contributor.post<{ id: string }>(
      `/api/requests/${assessmentId}/warnings`,
      { ...aWarning, decideBy: '2026-12-10', ...more },
    );
    return body.id;
  };
  const runs = async (day: string) => {
    all.clock.at = new Date(`${day}T05:25:00.000Z`);
    await all.app.get(WarningSilences).tellDue();
  };
  const letters = async (id: string) =>
    (await all.mailbox())
      .filter(({ template, body_text: text }) => template === 'warning-silent' && text.includes(id))
      .map(({ to_address }) => to_address);
  const told = async (id: string) =>
    (
      await all.sql<{ text: string }>(
        "SELECT text FROM events WHERE organisation_id = $1 AND kind = 'warning-silence-told' AND text LIKE $2 ORDER BY sequence",
        [all.acme.id, `%${id}%`],
      )
    ).map(({ text }) => {
      const { step, to } = JSON.parse(text) as { step: string; to: string[] };
      return `${step} ${to.join(', ')}`;
    });

  test('is told to whoever has to decide, then to the risk manager, once at each step, and decides nothing', async () => {
    const id = await gives();
    for (const day of [
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-11',
      '2026-12-12',
      '2026-12-18',
      '2026-12-19',
    ])
      await runs(day);
    expect((await letters(id)).toSorted()).toEqual([
      'buyer@acme.example',
      'buyer@acme.example',
      'risk-manager@acme.example',
    ]);
    expect(await told(id)).toEqual(['due buyer acme', 'overdue buyer acme', 'escalated risk-manager acme']);
    const { body } = await all.acme.auditor.get<{ standing: string; decision: string | null }>(
      `/api/warnings/${id}`,
    );
    expect(body).toMatchObject({ standing: 'escalated', decision: null });
    const [letter] = (await all.mailbox()).filter(
      ({ template, body_text: text }) => template === 'warning-silent' && text.includes(id),
    );
    expect(letter?.body_text).toContain('Le silence ne vaut jamais acceptation');
  });

  test('ends with a decision, and not with a note that it was read', async () => {
    const id = await gives();
    const decides = (decision: string, reason = '') =>
      all.acme.buyer.post(`/api/warnings/${id}/decisions`, { decision, reason });
    await decides('acknowledged');
    await runs('2026-12-03');
    expect(await letters(id)).toHaveLength(1);
    await decides('refused', 'Trop cher.');
    await runs('2026-12-18');
    expect(await letters(id)).toHaveLength(1);
  });

  test('on an entry of the buyer’s own goes to whoever entered it; what was put away is left alone', async () => {
    const engagement = await givenEngagement(all.acme.buyer, { name: 'Sans espace' });
    const path = `/api/engagements/${engagement.id}/warnings`;
    const { body } = await all.acme.buyer.post<{ id: string }>(path, {
      ...aWarning,
      decideBy: '2026-12-10',
      received: { on: '2026-11-02', by: 'letter' },
      questions: [],
    });
    await runs('2026-12-11');
    expect(await letters(body.id)).toEqual(['buyer@acme.example']);
    await all.acme.buyer.post(`/api/engagements/${engagement.id}/archive`);
    await runs('2026-12-18');
    expect(await letters(body.id)).toHaveLength(1);
  });

  test('is told once though two processes look at the same time', async () => {
    const id = await gives();
    all.clock.at = new Date('2026-12-18T05:25:00.000Z');
    const silences = all.app.get(WarningSilences);
    await Promise.all([silences.tellDue(), silences.tellDue()]);
    expect(await told(id)).toHaveLength(1);
  });
});
