import { emptyTerms } from '@probant/shared/contracts/terms';
import ICAL from 'ical.js';
import pg from 'pg';
import { forgetLimits } from '../../../test/harness/given-assessment.js';
import { givenChain } from '../../../test/harness/given-chain.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { addOrganisation, world, type BuyerPeople, type World } from '../../../test/harness/world.js';
import type { CalendarSettingsResponse, OpenedFeedResponse } from './calendar.dto.js';
import { ObligationJobs } from './calendar.public.js';

describe('the calendar elsewhere', () => {
  let all: World;
  let house: BuyerPeople;
  let count = 0;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    await forgetLimits(all);
    count += 1;
    house = await addOrganisation(all, `foyer-${count}`, 'buyer', [
      'admin',
      'buyer',
      'risk-manager',
      'auditor',
    ] as const);
    const engagement = await givenEngagement(house.buyer, { name: 'Paie' });
    await house.buyer.put(`/api/engagements/${engagement.id}/contract/terms`, {
      terms: { ...emptyTerms('Contrat'), endsOn: '2026-12-22' },
      reason: '',
      number: 0,
    });
  });
  afterAll(() => all.close());

  const kindsOf = async () => {
    const rows = await all.sql<{ kind: string }>(
      'SELECT kind FROM events WHERE organisation_id = $1 ORDER BY sequence',
      [house.id],
    );
    return rows.map(({ kind }) => kind);
  };

  const opens = async (language = 'fr') => {
    const reply = await house.auditor.post<OpenedFeedResponse>('/api/calendar/feed', { language });
    expect(reply.status).toBe(201);
    return new URL(reply.body.address).pathname;
  };
  const reads = (path: string, headers: Record<string, string> = {}) =>
    all.anonymous().start('get', path).set(headers);
  const settings = async () =>
    (await house.auditor.get<CalendarSettingsResponse>('/api/calendar/settings')).body;
  const members = () =>
    all.sql<{ account_id: string }>(
      "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{auditor}'",
      [house.id],
    );

  test('whoever holds the address reads the days, and nothing that was noted', async () => {
    const path = await opens('en');
    const { status, headers, text } = await reads(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['set-cookie']).toBeUndefined();
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    expect(events).toHaveLength(7);
    expect(text).toContain('SUMMARY:Last export before notice');
    const again = await reads(path, { 'if-none-match': `"x", W/${headers['etag'] ?? ''}` });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(await settings()).toMatchObject({
      feed: { language: 'en', readAt: expect.any(String) as unknown },
    });
    expect(await kindsOf()).toContain('calendar-feed-opened');
  });

  test('the secret is kept as a hash, and shown once', async () => {
    const path = await opens();
    const secret = path.split('/').at(-1)?.slice(0, 43) ?? '';
    const [kept] = await all.sql<{ whole: string }>(
      'SELECT f::text AS whole FROM calendar_feeds f WHERE organisation_id = $1',
      [house.id],
    );
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(kept?.whole).not.toContain(secret);
    expect(JSON.stringify(await settings())).not.toContain(secret);
    const told = await all.sql('SELECT text FROM events WHERE organisation_id = $1', [house.id]);
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  test('a renewed, revoked or wrong address, and that of somebody who left or may no longer, are not there', async () => {
    const [first, second] = [await opens(), await opens()];
    const status = async (path: string) => (await reads(path)).status;
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect(await status(second.replace(/.{5}\.ics$/, 'AAAAA.ics'))).toBe(404);
    expect(await status(second.replace('.ics', ''))).toBe(404);
    const [{ account_id: accountId } = { account_id: '' }] = await members();
    await all.sql(
      "UPDATE memberships SET roles = '{contributor}' WHERE organisation_id = $1 AND account_id = $2",
      [house.id, accountId],
    );
    expect(await status(second)).toBe(404);
    await all.sql(
      "UPDATE memberships SET roles = '{auditor}' WHERE organisation_id = $1 AND account_id = $2",
      [house.id, accountId],
    );
    expect(await status(second)).toBe(200);
    expect((await house.admin.delete(`/api/members/${accountId}`)).status).toBeLessThan(300);
    expect(await status(second)).toBe(404);
  });

  test('revoking is once in the journal, and twice does no harm', async () => {
    const path = await opens();
    await house.auditor.delete('/api/calendar/feed');
    expect((await house.auditor.delete<CalendarSettingsResponse>('/api/calendar/feed')).body.feed).toBeNull();
    expect((await reads(path)).status).toBe(404);
    const kinds = await kindsOf();
    expect(kinds.filter((kind) => kind === 'calendar-feed-revoked')).toHaveLength(1);
  });

  test('an address is asked so many times an hour, and guessing ends soon', async () => {
    const path = await opens();
    const statuses = new Set<number>();
    for (let turn = 0; turn < 61; turn += 1) statuses.add((await reads(path)).status);
    expect([...statuses]).toEqual([200, 429]);
    const wrong = new Set<number>();
    for (let turn = 0; turn < 31; turn += 1) wrong.add((await reads('/api/calendar/feeds/x.ics')).status);
    expect([...wrong]).toEqual([404, 429]);
  });

  test('a list and one obligation are files as well', async () => {
    const file = await house.auditor.start('get', '/api/calendar/file?state=all&kind=term');
    expect(file.headers['content-disposition']).toBe('attachment; filename="echeances.ics"');
    const [event] = new ICAL.Component(ICAL.parse(file.text) as unknown[]).getAllSubcomponents('vevent');
    const id = new ICAL.Event(event).uid.split('@')[0] ?? '';
    const one = await house.auditor.start('get', `/api/calendar/obligations/${id}/file?language=en`);
    expect(one.text).toContain('SUMMARY:End of the contract');
    expect(await all.globex.auditor.get(`/api/calendar/obligations/${id}/file`)).toBeProblem('not-found');
  });

  const letters = () =>
    all.sql<{ to_address: string; subject: string; body_text: string }>(
      `SELECT to_address, subject, body_text FROM mail_messages WHERE organisation_id = $1 AND template = 'obligations'
       ORDER BY created_at, to_address`,
      [house.id],
    );
  const remind = async (day: string) => {
    all.clock.at = new Date(`${day}T05:15:00.000Z`);
    await all.app.get(ObligationJobs).remindAll();
    return letters();
  };

  test('each reminder leaves once, one letter a day for whoever acts and wants it', async () => {
    await house['risk-manager'].put('/api/calendar/reminders', { reminders: false });
    // The last export is due on 22 November, the end on 22 December.
    const first = await remind('2026-11-22');
    expect(first.map(({ to_address }) => to_address)).toEqual([`buyer@foyer-${count}.example`]);
    expect(first[0]?.subject).toBe(`2\u00a0échéances à préparer\u00a0: foyer-${count}`);
    expect(first[0]?.body_text).toContain('22 nov. 2026 · Dernier export avant préavis · ');
    expect(first[0]?.body_text).toContain('3\u00a0échéances sont déjà en retard.');
    expect(await remind('2026-11-22')).toHaveLength(1);
    expect(await remind('2026-11-23')).toHaveLength(1);
    expect(await remind('2026-12-15')).toHaveLength(2);

    await house.auditor.put('/api/calendar/reminders', { reminders: true });
    const more = await remind('2026-12-16');
    expect(more.map(({ to_address }) => to_address)).toEqual([
      `buyer@foyer-${count}.example`,
      `buyer@foyer-${count}.example`,
      `auditor@foyer-${count}.example`,
    ]);
    const kinds = await kindsOf();
    expect(kinds.filter((kind) => kind === 'obligations-reminded')).toHaveLength(3);
  });

  test('what is done, or put off, is not reminded of', async () => {
    const { body } = await house.buyer.get<{ items: { id: string }[] }>('/api/calendar?kind=last-export');
    await house.buyer.post(`/api/calendar/obligations/${body.items[0]?.id ?? ''}/marks`, {
      act: 'done',
      on: '2026-11-22',
      note: 'Export vérifié',
      marks: 0,
    });
    const [letter] = await remind('2026-11-22');
    expect(letter?.body_text).not.toContain('Dernier export');
    expect(letter?.body_text).toContain('Terme du contrat');
  });

  describe('what will expire', () => {
    const told = async (subject: string) => {
      const rows = await all.sql<{ text: string }>(
        `SELECT text FROM events WHERE organisation_id = $1 AND kind IN ('certificate-expiring', 'piece-expiring')
           AND text LIKE '%' || $2 || '%' ORDER BY sequence`,
        [all.acme.id, subject],
      );
      return rows.map(({ text }) => JSON.parse(text) as { daysLeft: number });
    };
    const daysLeft = async (subject: string) => (await told(subject)).map((one) => one.daysLeft);
    /** Two processes at once. */
    const runs = async (on: string) => {
      all.clock.at = new Date(`${on}T09:00:00.000Z`);
      await Promise.all([all.app.get(ObligationJobs).followAll(), all.app.get(ObligationJobs).remindAll()]);
    };

    test('a certificate is told to programs once for each moment, until another takes its place', async () => {
      const opened = await all.acme.admin.post<{ webhook: { id: string } }>('/api/webhooks', {
        ...{ name: 'Suivi', url: 'https://suivi.acme.example/x', types: ['certificate.expiring'] },
      });
      const given = await givenChain(all);
      const { id } = await given.record(given.holder, { validUntil: '2027-03-31', number: 'E' });
      await runs('2026-11-22');
      await runs('2026-11-23');
      expect(await told(id)).toMatchObject([{ daysLeft: 129, expiresOn: '2027-03-31', engagements: 1 }]);
      const deliveries = await all.sql('SELECT 1 FROM webhook_deliveries WHERE endpoint_id = $1', [
        opened.body.webhook.id,
      ]);
      expect(deliveries).toHaveLength(1);
      await runs('2026-12-31');
      expect(await daysLeft(id)).toEqual([129, 90]);
      await given.record(given.holder, { validUntil: '2030-03-31', number: 'F' });
      await runs('2027-03-01');
      expect(await daysLeft(id)).toEqual([129, 90]);
    });

    test('a piece is told by whoever comes after one that was killed, once', async () => {
      const { pieces } = await givenSubmission(all, {
        pieces: [{ questions: ['BKP-04'], expiresOn: '2026-12-20' }],
      });
      const id = pieces[0]?.id ?? '';
      const killed = new pg.Client({ connectionString: all.database.ownerUrl });
      killed.on('error', () => undefined);
      await killed.connect();
      await killed.query('BEGIN');
      await killed.query(
        `WITH spoken AS MATERIALIZED (SELECT probant.speak($1, NULL, ''))
         INSERT INTO probant.expiry_announcements (organisation_id, key, due_on, days_before, at)
         SELECT $1, $2, '2026-12-20', 30, now() FROM spoken`,
        [all.acme.id, `piece-expiry/${id}`],
      );
      const { rows } = await killed.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const next = runs('2026-11-22');
      await new Promise((done) => setTimeout(done, 300));
      await all.sql('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await next;
      expect(await daysLeft(id)).toEqual([28]);
      await runs('2026-11-22');
      expect(await daysLeft(id)).toEqual([28]);
    });
  });
});
