import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { startApp } from '../../../test/harness/running-app.js';
import { populate, world, type World } from '../../../test/harness/world.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { DueReminders } from './due-reminders.service.js';

const sentAt = '2026-11-22T09:00:00.000Z';

interface Settings {
  readonly on: boolean;
  readonly revision: number;
  readonly next: { on: string; offset: number; count: number }[];
  readonly awaited: number;
  readonly left: number;
  readonly paused: { email: string; mendedTo: string | null; reply: string }[];
}

const at = (all: World, instant: string): void => {
  all.clock.at = new Date(instant);
};
const runs = async (all: World, instant: string): Promise<void> => {
  at(all, instant);
  await all.app.get(DueReminders).run();
};
const remindersOf = (all: World, given: GivenAssessment) =>
  all.sql<{ due_on: string; offset_days: number; day: string }>(
    'SELECT due_on::text, offset_days, day::text FROM assessment_reminders WHERE assessment_id = $1 ORDER BY day',
    [given.assessmentId],
  );
const settings = async (all: World, given: GivenAssessment): Promise<Settings> =>
  (await all.acme.buyer.get<Settings>(`/api/campaigns/${given.campaignId}/reminders`)).body;

describe('reminders that leave by themselves', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    at(all, sentAt);
    await all.sql('UPDATE campaigns SET reminders_on = false WHERE organisation_id = $1', [all.acme.id]);
    given = await givenAssessment(all, { dueOn: '2026-12-18' });
  });
  const letters = async () => (await all.mailbox()).filter(({ template }) => template === 'reminder');

  test('leave seven, three and one day before the day, then every week four times, whatever is looked at twice', async () => {
    const before = (await letters()).length;
    for (let day = Date.parse('2026-12-08T12:00:00Z'); day < Date.parse('2027-02-10'); day += 86_400_000) {
      await runs(all, new Date(day).toISOString());
      await runs(all, new Date(day + 3_600_000).toISOString());
    }
    expect(await remindersOf(all, given)).toEqual(
      [
        ['2026-12-11', -7],
        ['2026-12-15', -3],
        ['2026-12-17', -1],
        ['2026-12-19', 1],
        ['2026-12-26', 8],
        ['2027-01-02', 15],
        ['2027-01-09', 22],
      ].map(([day, offset]) => ({ due_on: '2026-12-18', offset_days: offset, day })),
    );
    expect((await letters()).length - before).toBe(7);
    const { timeline } = (
      await all.acme.buyer.get<{ timeline: { actor: string; event: object }[] }>(
        `/api/assessments/${given.assessmentId}`,
      )
    ).body;
    expect(timeline[0]).toMatchObject({ actor: 'system', event: { kind: 'reminder-sent', daysFromDue: 22 } });
  });

  test('after a pause of the program the latest missed one leaves, and never a burst', async () => {
    await runs(all, '2026-12-18T08:00:00.000Z');
    expect(await remindersOf(all, given)).toEqual([
      { due_on: '2026-12-18', offset_days: -1, day: '2026-12-18' },
    ]);
  });

  test('follow a due date that moves', async () => {
    await runs(all, '2026-12-11T08:00:00.000Z');
    const { body } = await all.acme.buyer.get<{ revision: number }>(`/api/assessments/${given.assessmentId}`);
    await all.acme.buyer.put(`/api/assessments/${given.assessmentId}/due-date`, {
      dueOn: '2027-01-15',
      revision: body.revision,
    });
    await runs(all, '2026-12-17T08:00:00.000Z');
    await runs(all, '2027-01-08T08:00:00.000Z');
    expect((await remindersOf(all, given)).map((one) => [one.day, one.offset_days])).toEqual([
      ['2026-12-11', -7],
      ['2027-01-08', -7],
    ]);
  });

  test('a reminder by hand stands for the moment of that day', async () => {
    at(all, '2026-12-15T06:10:00.000Z');
    await all.acme.buyer.post(`/api/assessments/${given.assessmentId}/remind`);
    await runs(all, '2026-12-15T09:00:00.000Z');
    expect(await remindersOf(all, given)).toEqual([]);
  });

  test.each([
    ['submitted', 1],
    ['returned', 1],
    ['cancelled', 0],
  ] as const)('none leaves once it is %s', async (status, submissions) => {
    await all.sql('UPDATE assessments SET status = $2, submissions = $3 WHERE id = $1', [
      given.assessmentId,
      status,
      submissions,
    ]);
    await runs(all, '2026-12-17T09:00:00.000Z');
    expect(await remindersOf(all, given)).toEqual([]);
    expect(await settings(all, given)).toMatchObject({ awaited: 0, next: [] });
  });

  test('days begin where the organisation is, and nothing leaves during its night', async () => {
    await all.acme.admin.put('/api/organisation', {
      name: 'acme',
      language: 'fr',
      timeZone: 'Pacific/Noumea',
    });
    await runs(all, '2026-12-10T19:59:00.000Z');
    expect(await remindersOf(all, given)).toEqual([]);
    await runs(all, '2026-12-10T20:00:00.000Z');
    expect(await remindersOf(all, given)).toMatchObject([{ day: '2026-12-11', offset_days: -7 }]);
    await all.acme.admin.put('/api/organisation', { name: 'acme', language: 'fr', timeZone: 'Europe/Paris' });
  });

  test('are switched off and reworded for a campaign', async () => {
    const path = `/api/campaigns/${given.campaignId}/reminders`;
    const words = { fr: 'Notre comité siège le 20.', en: 'Our board meets on the 20th.' };
    expect(await settings(all, given)).toMatchObject({
      on: true,
      revision: 1,
      next: [{ on: '2026-12-11', offset: -7, count: 1 }],
    });
    const off = await all.acme.buyer.put(path, { on: false, words, revision: 1 });
    expect(off.body).toMatchObject({ on: false, words, revision: 2 });
    await runs(all, '2026-12-11T09:00:00.000Z');
    expect(await remindersOf(all, given)).toEqual([]);
    expect(await all.acme.buyer.put(path, { on: true, words, revision: 1 })).toBeProblem('stale-revision');
    await all.acme.buyer.put(path, { on: true, words, revision: 2 });
    await runs(all, '2026-12-15T09:00:00.000Z');
    expect((await letters())[0]?.body_text).toContain('Notre comité siège le 20.');
  });
});

describe('an address that its server refuses', () => {
  let all: World;
  let server: SMTPServer;
  const refused = new Map<string, string>();
  const delivered: string[] = [];
  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const reply = refused.get(address);
        if (reply === undefined) callback();
        else callback(Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }));
      },
      onData: (stream, session, callback) => {
        stream.resume().on('end', () => {
          delivered.push(...session.envelope.rcptTo.map(({ address }) => address));
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Probant <probant@example.org>' };
    all = await populate(await startApp({ mail }));
  });
  afterAll(async () => {
    await all.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** Its link is taken from the outbox before it leaves. */
  const given = (dueOn = '2026-12-18') => givenAssessment(all, { status: 'sent', dueOn });
  const recipient = 'supplier-admin@cadran.example';

  test('is written to no more, is shown with what the server said, and the request follows a mended contact', async () => {
    at(all, sentAt);
    refused.set(recipient, '550 5.1.1 User unknown');
    const one = await given();
    await all.app.get(Outbox).sendDue();
    const [mail] = await all.sql('SELECT state, attempts FROM mail_messages WHERE assessment_id = $1', [
      one.assessmentId,
    ]);
    expect(mail).toEqual({ state: 'failed', attempts: 1 });
    await runs(all, '2026-12-11T09:00:00.000Z');
    expect(await remindersOf(all, one)).toEqual([]);
    const shown = await settings(all, one);
    expect(shown).toMatchObject({ awaited: 1, next: [], paused: [{ email: recipient, mendedTo: null }] });
    expect(shown.paused[0]?.reply).toContain('5.1.1 User unknown');
    const told = await all.sql(
      "SELECT text FROM events WHERE organisation_id = $1 AND kind = 'address-paused'",
      [all.acme.id],
    );
    expect(told).toHaveLength(1);
    const other = await all.globex.buyer.get(`/api/campaigns/${one.campaignId}/reminders`);
    expect(other).toBeProblem('not-found');

    const contact = await all.acme.buyer.put(`/api/suppliers/${one.supplierId}/contacts/${one.contactId}`, {
      name: 'Léa Martin',
      email: 'lea@cadran.example',
      jobTitle: '',
      phone: '',
      language: 'fr',
      revision: 1,
    });
    expect(contact.status).toBe(200);
    expect((await settings(all, one)).paused).toMatchObject([{ mendedTo: 'lea@cadran.example' }]);
    await runs(all, '2026-12-12T09:00:00.000Z');
    await all.app.get(Outbox).sendDue();
    expect(delivered).toEqual(['lea@cadran.example']);
    await runs(all, '2026-12-15T09:00:00.000Z');
    expect(await remindersOf(all, one)).toMatchObject([{ offset_days: -3 }]);
    expect((await settings(all, one)).paused).toEqual([]);
  });

  test('is written to again once a message arrives', async () => {
    at(all, sentAt);
    refused.set(recipient, '550 5.1.1 User unknown');
    const one = await given();
    await all.app.get(Outbox).sendDue();
    refused.clear();
    at(all, '2026-11-24T09:00:00.000Z');
    await all.acme.buyer.post(`/api/assessments/${one.assessmentId}/resend`);
    await all.app.get(Outbox).sendDue();
    expect((await settings(all, one)).paused).toEqual([]);
    await runs(all, '2026-12-11T09:00:00.000Z');
    expect(await remindersOf(all, one)).toMatchObject([{ offset_days: -7 }]);
  });

  test('a refusal that says nothing of the address pauses nothing and is tried again', async () => {
    at(all, sentAt);
    refused.set(recipient, '554 5.7.1 Relay access denied');
    const one = await given();
    await all.app.get(Outbox).sendDue();
    const [mail] = await all.sql('SELECT state FROM mail_messages WHERE assessment_id = $1', [
      one.assessmentId,
    ]);
    expect(mail).toEqual({ state: 'queued' });
    expect((await settings(all, one)).paused).toEqual([]);
  });
});
