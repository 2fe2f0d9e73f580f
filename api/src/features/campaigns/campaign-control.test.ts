import pg from 'pg';
import { funnelStages } from '@probant/shared/assessments/funnel';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, setStatus } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Control {
  readonly funnel: { stage: string; count: number }[];
  readonly cancelled: number;
  readonly stuck: { assessmentId: string; kind: string; reminder: { refusal: string | null } }[];
}
interface Nudged {
  readonly reminded: number;
  readonly refused: { assessmentId: string; refusal: string }[];
}
interface Preview {
  readonly letters: { language: string; recipients: number; subject: string; text: string }[];
  readonly refused: object[];
}

const sentAt = '2026-11-16T09:00:00.000Z';
const today = '2026-11-24T09:00:00.000Z';

describe('the control of a campaign', () => {
  let all: World;
  let campaignId: string;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(() => {
    all.clock.at = new Date(sentAt);
    campaignId = '';
  });

  /** All of one test stand in the campaign of the first. */
  const joins = async <T extends GivenAssessment>(given: T): Promise<T> => {
    if (campaignId === '') ({ campaignId } = given);
    await all.sql('UPDATE assessments SET campaign_id = $2, status_at = $3 WHERE id = $1', [
      ...[given.assessmentId, campaignId, sentAt],
    ]);
    return given;
  };
  const asks = async (status: AssessmentStatus) => joins(await givenAssessment(all, { status }));
  const submits = async (status: AssessmentStatus) => {
    const given = await joins(await givenSubmission(all, {}));
    await all.app.get(Arrivals).run();
    await setStatus(all, given.assessmentId, status);
    return given;
  };
  const control = async () =>
    (await all.acme.auditor.get<Control>(`/api/campaigns/${campaignId}/control`)).body;
  const body = (ids: readonly string[], words = { fr: 'Avez-vous besoin d’aide ?', en: '' }) => ({
    ...{ assessmentIds: ids, words },
  });
  const nudges = (ids: readonly string[]) =>
    all.acme.buyer.post<Nudged>(`/api/campaigns/${campaignId}/nudges`, body(ids));
  const letters = async () => (await all.mailbox()).filter(({ template }) => template === 'reminder').length;

  test('each count of the funnel is what its list finds, and what a recount finds', async () => {
    const statuses = ['sent', 'opened', 'in-progress', 'in-progress', 'cancelled'] as const;
    for (const status of statuses) await asks(status);
    await submits('submitted');
    await submits('decided');
    const returned = await submits('submitted');
    await all.acme.buyer.post(`/api/assessments/${returned.assessmentId}/return`, { reason: 'À préciser' });
    const { funnel, cancelled } = await control();
    expect(Object.fromEntries(funnel.map(({ stage, count }) => [stage, count]))).toEqual({
      ...{ sent: 7, opened: 6, started: 5, submitted: 3, returned: 1, decided: 1 },
    });
    expect(funnel.map(({ stage }) => stage)).toEqual(funnelStages);
    expect(cancelled).toBe(1);
    for (const { stage, count } of funnel) {
      const list = await all.acme.buyer.get<{ total: number; items: object[] }>(
        `/api/assessments?campaignId=${campaignId}&stage=${stage}`,
      );
      expect([list.body.total, list.body.items.length]).toEqual([count, count]);
    }
  });

  test('says who is stuck and why', async () => {
    const unopened = await asks('sent');
    const opened = await asks('opened');
    const bounced = await asks('opened');
    await all.sql("UPDATE mail_messages SET state = 'failed' WHERE assessment_id = $1", [
      bounced.assessmentId,
    ]);
    const delegated = await asks('in-progress');
    await delegated.supplier.post(`/api/requests/${delegated.assessmentId}/delegations`, {
      ...{ name: 'Yann', email: 'yann@cadran.example', language: 'fr', note: '', dueOn: null, themes: [] },
      questions: ['BKP-04'],
    });
    const asking = await asks('in-progress');
    await asking.supplier.post(`/api/requests/${asking.assessmentId}/clarifications`, {
      ...{ questionId: 'BKP-04', body: 'Que voulez-vous dire ?' },
    });
    const submitted = await submits('submitted');
    all.clock.at = new Date(today);
    const { stuck } = await control();
    expect(Object.fromEntries(stuck.map(({ assessmentId, kind }) => [assessmentId, kind]))).toEqual({
      [unopened.assessmentId]: 'unopened',
      [opened.assessmentId]: 'not-started',
      [bounced.assessmentId]: 'bounced',
      [delegated.assessmentId]: 'delegated',
      [asking.assessmentId]: 'awaiting-us',
    });
    expect(stuck.some(({ assessmentId }) => assessmentId === submitted.assessmentId)).toBe(false);
    expect(stuck.find(({ kind }) => kind === 'bounced')?.reminder.refusal).toBe('bounced');
    const text = JSON.stringify(await control());
    expect(text).not.toContain('yann');
  });

  test('two parts that are taken back at once are no longer counted', async () => {
    const given = await asks('in-progress');
    for (const name of ['un', 'deux', 'trois', 'quatre'])
      await given.supplier.post(`/api/requests/${given.assessmentId}/delegations`, {
        ...{ name, email: `${name}@cadran.example`, language: 'fr', note: '', dueOn: null, themes: [] },
        questions: ['BKP-04'],
      });
    const parts = () =>
      all.sql<{ parts: number }>('SELECT parts FROM answer_sheets WHERE assessment_id = $1', [
        given.assessmentId,
      ]);
    expect(await parts()).toEqual([{ parts: 4 }]);
    const [one, other] = [0, 1].map(() => new pg.Client({ connectionString: all.database.ownerUrl }));
    if (one === undefined || other === undefined) throw new Error('no connection');
    await Promise.all([one.connect(), other.connect()]);
    const takes = `UPDATE delegations SET revoked_at = now() WHERE assessment_id = $1 AND email = $2`;
    await one.query('BEGIN');
    await one.query(takes, [given.assessmentId, 'un@cadran.example']);
    const second = other.query(takes, [given.assessmentId, 'deux@cadran.example']);
    await new Promise((done) => setTimeout(done, 300));
    await one.query('COMMIT');
    await second;
    await Promise.all([one.end(), other.end()]);
    expect(await parts()).toEqual([{ parts: 2 }]);
  });

  test('a reminder by hand is shown, leaves once a day with its words, and stands in both chains', async () => {
    const one = await asks('opened');
    all.clock.at = new Date(today);
    const before = await letters();
    const shown = await all.acme.buyer.post<Preview>(`/api/campaigns/${campaignId}/nudges/preview`, {
      ...body([one.assessmentId]),
    });
    expect(shown.body.letters).toMatchObject([{ language: 'fr', recipients: 1 }]);
    expect(shown.body.letters[0]?.text).toContain('Avez-vous besoin d’aide ?');
    expect(await letters()).toBe(before);
    expect((await nudges([one.assessmentId])).body).toEqual({ reminded: 1, refused: [] });
    expect(await letters()).toBe(before + 1);
    for (const owner of [one.buyerId, one.supplierOrganisationId]) {
      const { events } = await readChain(all, owner, one.assessmentId);
      expect(events.filter(({ kind }) => kind === 'reminder-sent')).toHaveLength(1);
    }
    all.clock.at = new Date('2026-11-24T21:00:00.000Z');
    expect((await nudges([one.assessmentId])).body).toMatchObject({
      ...{
        reminded: 0,
        refused: [{ assessmentId: one.assessmentId, refusal: 'today', nextOn: '2026-11-25' }],
      },
    });
    all.clock.at = new Date('2026-11-25T09:00:00.000Z');
    expect((await nudges([one.assessmentId])).body.reminded).toBe(1);
    expect(await letters()).toBe(before + 2);
  });

  test('none leaves after a submission, to an address that bounced, or beyond the campaign', async () => {
    const waits = await asks('opened');
    const submitted = await submits('submitted');
    const bounced = await asks('opened');
    await all.sql("UPDATE mail_messages SET state = 'failed' WHERE assessment_id = $1", [
      bounced.assessmentId,
    ]);
    const elsewhere = await givenAssessment(all, { status: 'opened' });
    const foreign = await givenAssessment(all, { status: 'opened', buyer: all.globex });
    all.clock.at = new Date(today);
    const before = await letters();
    for (const { assessmentId } of [elsewhere, foreign])
      expect(await nudges([waits.assessmentId, assessmentId])).toBeProblem('invalid-input');
    const outside = await all.globex.buyer.post(
      `/api/campaigns/${campaignId}/nudges`,
      body([foreign.assessmentId]),
    );
    expect(outside).toBeProblem('not-found');
    expect(await letters()).toBe(before);
    const reply = await nudges([waits, submitted, bounced].map(({ assessmentId }) => assessmentId));
    expect(reply.body.reminded).toBe(1);
    expect(new Set(reply.body.refused.map(({ refusal }) => refusal))).toEqual(
      new Set(['submitted', 'bounced']),
    );
    expect(await letters()).toBe(before + 1);
  });

  test('a buyer whose clock moved to another zone reminds on the day that it is there', async () => {
    const one = await asks('opened');
    const zone = (name: string) =>
      all.sql('UPDATE organisations SET time_zone = $2 WHERE id = $1', [one.buyerId, name]);
    await zone('Pacific/Noumea');
    all.clock.at = new Date('2026-11-24T15:00:00.000Z');
    expect((await nudges([one.assessmentId])).body.reminded).toBe(1);
    await zone('Europe/Paris');
    all.clock.at = new Date('2026-11-25T09:00:00.000Z');
    expect((await nudges([one.assessmentId])).body).toMatchObject({
      reminded: 0,
      refused: [{ refusal: 'today' }],
    });
  });

  test('whichever way two remind at once, one letter leaves, and the other is told when the next may', async () => {
    const one = await asks('opened');
    all.clock.at = new Date(today);
    const before = await letters();
    const byHand = async () =>
      (await all.acme.buyer.get<{ byHand: object }>(`/api/campaigns/${campaignId}/reminders`)).body.byHand;
    expect(await byHand()).toEqual({ now: 1, nextOn: null });
    const campaign = () => all.acme.buyer.post<Nudged>(`/api/campaigns/${campaignId}/remind`);
    const alone = () => all.acme.buyer.post(`/api/assessments/${one.assessmentId}/remind`);
    const [first, second, third, fourth] = await Promise.all([
      nudges([one.assessmentId]),
      nudges([one.assessmentId]),
      campaign(),
      alone(),
    ]);
    const left = [first, second, third].reduce((sum, reply) => sum + reply.body.reminded, 0);
    expect(left + (fourth.status === 200 ? 1 : 0)).toBe(1);
    expect(await letters()).toBe(before + 1);
    expect(await alone()).toBeProblem('reminded-today');
    expect((await campaign()).body).toMatchObject({
      ...{ reminded: 0, refused: [{ assessmentId: one.assessmentId, nextOn: '2026-11-25' }] },
    });
    expect(await byHand()).toEqual({ now: 0, nextOn: '2026-11-25' });
    const rows = await all.sql('SELECT 1 FROM assessment_nudges WHERE assessment_id = $1', [
      one.assessmentId,
    ]);
    expect(rows).toHaveLength(1);
    for (const owner of [one.buyerId, one.supplierOrganisationId]) {
      const { events } = await readChain(all, owner, one.assessmentId);
      expect(events.filter(({ kind }) => kind === 'reminder-sent')).toHaveLength(1);
    }
  });
});
