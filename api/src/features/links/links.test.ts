import { newSecret } from '../../platform/access/session-cookie.js';
import { digest } from '../../../test/isolation/digest.js';
import {
  forgetLimits,
  givenAssessment,
  holdsLink,
  lastCode,
  lastSecret,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import { world, type World } from '../../../test/harness/world.js';

const start = new Date('2026-11-22T09:00:00.000Z');
const minutesLater = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

describe('the link of a request', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    all.clock.at = start;
    given = await givenAssessment(all, { status: 'sent' });
    await forgetLimits(all);
  });

  const open = (secret = given.secret) => all.anonymous().post('/api/links/open', { secret });
  const askCode = (secret = given.secret) => all.anonymous().post('/api/links/code', { secret });
  const verify = (code: string, secret = given.secret) =>
    all.anonymous().post('/api/links/verify', { secret, code });
  const wrong = (code: string) => (code === '00000000' ? '00000001' : '00000000');

  test('alone it shows a masked address and nothing else', async () => {
    const reply = await open();
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ maskedAddress: 's•••@cadran.example', language: 'fr' });
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  test('opening it, and fetching its page, changes nothing at all', async () => {
    const before = await digest(all);
    await open();
    await open(newSecret());
    await all.anonymous().get('/r');
    await all.anonymous().get('/api/links/open');
    expect(await digest(all)).toEqual(before);
    expect(await all.sql('SELECT 1 FROM rate_limits')).toEqual([]);
  });

  test('the code goes to the bound address, never into the subject', async () => {
    const reply = await askCode();
    expect(reply.body).toEqual({
      maskedAddress: 's•••@cadran.example',
      expiresAt: '2026-11-22T09:10:00.000Z',
    });
    const [letter] = await all.mailbox();
    const code = await lastCode(all);
    expect(letter).toMatchObject({ to_address: 'supplier-admin@cadran.example', template: 'code' });
    expect(code).toMatch(/^\d{8}$/);
    expect(letter?.subject).not.toMatch(/\d/);
  });

  test('the right code opens a session that holds this request and no other', async () => {
    const other = await givenAssessment(all, { status: 'opened' });
    await forgetLimits(all);
    const holder = await holdsLink(all, given.secret);
    expect((await holder.get('/api/session')).body).toMatchObject({
      account: { email: 'supplier-admin@cadran.example' },
      organisation: null,
      roles: ['recipient'],
      link: { assessmentId: given.assessmentId },
    });
    const held = await holder.get('/api/links/request');
    expect(held.body).toMatchObject({
      request: { id: given.assessmentId, buyerName: 'acme', status: 'opened', questions: 98 },
      workspace: null,
      workspaces: [{ organisationId: all.cadran.id, name: 'cadran' }],
    });
    expect(await holder.get(`/api/requests/${given.assessmentId}`)).toBeProblem('not-permitted');
    expect(await holder.get('/api/requests')).toBeProblem('not-permitted');
    await holder.post(`/api/requests/${given.assessmentId}/accept`, { organisationId: all.cadran.id });
    expect((await holder.get(`/api/requests/${given.assessmentId}`)).status).toBe(200);
    expect(await holder.get(`/api/requests/${other.assessmentId}`)).toBeProblem('not-found');
    expect(await holder.get('/api/members')).toBeProblem('not-permitted');
    expect(await holder.put('/api/session/organisation', { organisationId: all.cadran.id })).toBeProblem(
      'not-permitted',
    );
  });

  test('spaces in a typed code are no mistake, and a code works once', async () => {
    await askCode();
    const code = await lastCode(all);
    expect((await verify(`${code.slice(0, 4)} ${code.slice(4)}`)).status).toBe(200);
    expect(await verify(code)).toBeProblem('code-refused');
  });

  test('a wrong code is refused and counted; after five tries the right one is too', async () => {
    await askCode();
    const code = await lastCode(all);
    for (let tries = 0; tries < 4; tries += 1) expect(await verify(wrong(code))).toBeProblem('code-refused');
    expect((await verify(code)).status).toBe(200);
    await askCode();
    const second = await lastCode(all);
    const left: unknown[] = [];
    for (let tries = 0; tries < 5; tries += 1) left.push((await verify(wrong(second))).body['params']);
    expect(left).toEqual([4, 3, 2, 1, 0].map((triesLeft) => ({ triesLeft })));
    const spent = await verify(second);
    expect(spent).toBeProblem('code-refused');
    expect(spent.body['params']).toEqual({ triesLeft: 0 });
    const told = await all.sql<{ left: string }>(
      `SELECT text::json ->> 'triesLeft' AS left FROM events WHERE chain_id = $1 AND kind = 'code-refused' ORDER BY sequence`,
      [given.assessmentId],
    );
    expect(told.map(({ left }) => left)).toEqual(['4', '3', '2', '1', '4', '3', '2', '1', '0']);
  });

  test('a code is valid for ten minutes', async () => {
    await askCode();
    const code = await lastCode(all);
    all.clock.at = minutesLater(10);
    expect(await verify(code)).toBeProblem('code-refused');
    all.clock.at = minutesLater(9.99);
    expect((await verify(code)).status).toBe(200);
  });

  test('a new code takes the place of the one before', async () => {
    await askCode();
    const first = await lastCode(all);
    await askCode();
    expect(await verify(first)).toBeProblem('code-refused');
    expect((await verify(await lastCode(all))).status).toBe(200);
  });

  test('no code was asked for: none is right', async () => {
    expect(await verify('12345678')).toBeProblem('code-refused');
  });

  test('the code of one link opens no other', async () => {
    const other = await givenAssessment(all, { status: 'sent' });
    await askCode(given.secret);
    const code = await lastCode(all);
    await askCode(other.secret);
    expect(await verify(code, other.secret)).toBeProblem('code-refused');
  });

  test('unknown, revoked, expired and cancelled links are refused alike, on every step', async () => {
    const revoked = await givenAssessment(all, { status: 'sent' });
    await revoked.buyer.post(`/api/assessments/${revoked.assessmentId}/revoke`);
    const cancelled = await givenAssessment(all, { status: 'sent' });
    await cancelled.buyer.post(`/api/assessments/${cancelled.assessmentId}/cancel`, { reason: 'erreur' });
    const expired = await givenAssessment(all, { status: 'sent' });
    await all.sql('UPDATE recipients SET expires_at = $2 WHERE id = $1', [expired.recipientId, start]);
    await forgetLimits(all);
    const bodies = new Set<string>();
    for (const secret of [newSecret(), revoked.secret, cancelled.secret, expired.secret]) {
      for (const reply of [await open(secret), await askCode(secret), await verify('12345678', secret)]) {
        expect(reply).toBeProblem('link-refused');
        bodies.add(JSON.stringify(reply.body));
      }
    }
    expect(bodies.size).toBe(1);
  });

  test.each([
    ['too short', { secret: 'abc' }],
    ['not text', { secret: 12 }],
    ['absent', {}],
  ])('a secret that is %s is a mistake of the request', async (_name, body) => {
    expect(await all.anonymous().post('/api/links/open', body)).toBeProblem('invalid-input', ['/secret']);
  });

  test('codes are limited per link, and per client address over all links', async () => {
    for (let asked = 0; asked < 5; asked += 1) expect((await askCode()).status).toBe(200);
    expect(await askCode()).toBeProblem('too-many-requests');
    await forgetLimits(all);
    for (let asked = 0; asked < 30; asked += 1) await askCode(newSecret());
    expect(await askCode()).toBeProblem('too-many-requests');
  });

  test('tries are limited per client address, whatever the link', async () => {
    for (let tried = 0; tried < 60; tried += 1) await verify('00000000', newSecret());
    expect(await verify('00000000')).toBeProblem('too-many-requests');
  });

  test('resending makes the earlier link a dead one, and keeps who is inside', async () => {
    const holder = await holdsLink(all, given.secret);
    await given.buyer.post(`/api/assessments/${given.assessmentId}/resend`);
    const fresh = await lastSecret(all, given.assessmentId);
    expect(fresh).not.toBe(given.secret);
    expect(await open(given.secret)).toBeProblem('link-refused');
    expect((await open(fresh)).status).toBe(200);
    expect((await holder.get('/api/links/request')).status).toBe(200);
  });

  test('revoking ends every session of the link at once, and none other', async () => {
    const holder = await holdsLink(all, given.secret);
    const second = await holdsLink(all, given.secret);
    await holder.post(`/api/requests/${given.assessmentId}/accept`, { organisationId: all.cadran.id });
    await given.buyer.post(`/api/assessments/${given.assessmentId}/revoke`);
    expect(await holder.get('/api/session')).toBeProblem('not-signed-in');
    expect(await second.get('/api/links/request')).toBeProblem('not-signed-in');
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).status).toBe(200);
  });

  test('a code typed while the link is revoked leaves no session behind, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await givenAssessment(all, { status: 'sent' });
      await forgetLimits(all);
      await askCode(one.secret);
      const code = await lastCode(all);
      await Promise.all([
        verify(code, one.secret),
        one.buyer.post(`/api/assessments/${one.assessmentId}/revoke`),
      ]);
      expect(await all.sql('SELECT 1 FROM sessions WHERE recipient_id = $1', [one.recipientId])).toEqual([]);
    }
  });

  test('what the link opened does not outlive it', async () => {
    await all.sql('UPDATE recipients SET expires_at = $2 WHERE id = $1', [
      given.recipientId,
      '2026-11-23T09:00:00Z',
    ]);
    await holdsLink(all, given.secret);
    const [session] = await all.sql<{ expires_at: Date }>(
      'SELECT expires_at FROM sessions WHERE recipient_id = $1',
      [given.recipientId],
    );
    expect(session?.expires_at.toISOString()).toBe('2026-11-23T09:00:00.000Z');
  });

  test('neither the secret nor the code is stored as it is', async () => {
    await askCode();
    const code = await lastCode(all);
    await all.mailbox();
    const rows = await all.sql<{ text: string }>(
      `SELECT r::text AS text FROM recipients r UNION ALL SELECT c::text FROM link_codes c UNION ALL SELECT e::text FROM events e`,
    );
    const text = rows.map((row) => row.text).join('\n');
    expect(text).not.toContain(given.secret);
    expect(text).not.toContain(code);
  });

  test('the buyer sees that the code left, and cannot read it', async () => {
    await askCode();
    const { body } = await given.buyer.get<{ mails: { template: string; state: string }[] }>(
      `/api/assessments/${given.assessmentId}`,
    );
    expect(body.mails.map(({ template }) => template)).toEqual(['code', 'request']);
    expect(JSON.stringify(body)).not.toContain(await lastCode(all));
    expect(JSON.stringify(body)).not.toContain(given.secret);
  });
});
