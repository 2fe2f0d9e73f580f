import { forgetLimits, givenAssessment, type GivenAssessment } from '../harness/given-assessment.js';
import { Actor, type Reply } from '../harness/actor.js';
import { startApp, type RunningApp } from '../harness/running-app.js';
import { addOrganisation, password, world, type World } from '../harness/world.js';

/** Links, codes and tries of codes have theirs beside the feature. */
describe('limits', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
    given = await givenAssessment(all);
  });
  beforeEach(() => forgetLimits(all));
  afterAll(() => all.close());

  /** How often the call is answered otherwise before it is told to wait. */
  const untilLimited = async (call: () => Promise<Reply>, atMost: number): Promise<number> => {
    for (let calls = 0; calls <= atMost; calls += 1) {
      const reply = await call();
      if (reply.status !== 429) continue;
      expect(reply).toBeProblem('too-many-requests');
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
      return calls;
    }
    return Infinity;
  };
  const exhaust = (key: string, seconds = 3600) =>
    all.sql('SELECT hit($1, $2) FROM generate_series(1, 2000)', [key, seconds]);

  test('guessing one account from one place stops, the right password included, and others still sign in', async () => {
    const email = 'auditor@acme.example';
    const guess = () => all.anonymous().post('/api/session', { email, password: 'au hasard' });
    expect(await untilLimited(guess, 30)).toBeLessThanOrEqual(20);
    expect(await all.anonymous().post('/api/session', { email, password })).toBeProblem('too-many-requests');
    const other = await all.anonymous().post('/api/session', { email: 'admin@acme.example', password });
    expect(other.status).toBe(200);
  });

  test('an unknown account is limited like a known one', async () => {
    const [known, unknown] = ['auditor@globex.example', 'personne@globex.example'].map(
      (email) => () => all.anonymous().post('/api/session', { email, password: 'au hasard' }),
    );
    const first = await untilLimited(known ?? unreachable, 30);
    await forgetLimits(all);
    expect(await untilLimited(unknown ?? unreachable, 30)).toBe(first);
  });

  test('asking for new passwords is limited per account, and says nothing about it', async () => {
    const ask = (email: string) => () => all.anonymous().post('/api/password-resets', { email });
    const known = await untilLimited(ask('buyer@globex.example'), 30);
    expect(known).toBeLessThanOrEqual(5);
    await forgetLimits(all);
    expect(await untilLimited(ask('personne@globex.example'), 30)).toBe(known);
  });

  test('an organisation that uploaded enough waits, and another does not', async () => {
    await exhaust(`upload:${given.supplierOrganisationId}`);
    const upload = async () =>
      given.supplier.finish(
        await given.supplier
          .start('post', `/api/requests/${given.assessmentId}/evidence`)
          .field('kind', 'pv_test')
          .attach('file', Buffer.from('un texte'), 'pv.txt'),
      );
    expect(await upload()).toBeProblem('too-many-requests');
    expect(await all.sql('SELECT 1 FROM evidence')).toEqual([]);
    await all.sql('DELETE FROM rate_limits WHERE key = $1', [`upload:${given.supplierOrganisationId}`]);
    expect((await upload()).status).toBe(200);
  });

  test('an address is invited so many times a day, by whatever organisation, and another one still is', async () => {
    const invite = (admin: Actor, email: string) => () =>
      admin.post('/api/members/invitations', { email, roles: ['auditor'], language: 'fr' });
    const email = 'cible@ailleurs.example';
    expect(await untilLimited(invite(all.acme.admin, email), 30)).toBeLessThanOrEqual(10);
    expect(await invite(all.globex.admin, email)()).toBeProblem('too-many-requests');
    expect((await invite(all.globex.admin, 'autre@ailleurs.example')()).status).toBe(204);
    const letters = await all.sql('SELECT 1 FROM mail_messages WHERE to_address = $1', [email]);
    expect(letters.length).toBeLessThanOrEqual(10);
  });

  test('importing is limited too', async () => {
    await exhaust(`import:${all.acme.id}`);
    const reply = await all.acme.buyer
      .start('post', '/api/imports/preview')
      .attach('file', Buffer.from('name\n'), 'f.csv');
    expect(all.acme.buyer.finish(reply)).toBeProblem('too-many-requests');
  });
});

const unreachable = (): never => {
  throw new Error('both accounts have a call');
};

describe('tries from many places', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ trustProxy: 1 });
    await addOrganisation(running, 'acme', 'buyer', ['admin']);
  });
  beforeEach(() => forgetLimits(running));
  afterAll(() => running.close());

  const post = async (path: string, ip: string, body: object): Promise<Reply> => {
    const visitor = new Actor(running);
    return visitor.finish(await visitor.start('post', path).set('x-forwarded-for', ip).send(body));
  };
  const signIn = (ip: string, word: string, email = 'admin@acme.example') =>
    post('/api/session', ip, { email, password: word });
  const statuses = async (calls: readonly Promise<Reply>[]) =>
    (await Promise.all(calls)).map(({ status }) => status);

  test('a stranger who is told to wait does not lock the owner out', async () => {
    for (let tries = 0; tries < 15; tries += 1) await signIn('192.0.2.66', 'au hasard');
    expect(await signIn('192.0.2.66', password)).toBeProblem('too-many-requests');
    expect((await signIn('198.51.100.7', password)).status).toBe(200);
  });

  test('a network of addresses is one stranger', async () => {
    const tries = Array.from({ length: 15 }, (_, index) => signIn(`2001:db8:1:2::${index + 1}`, 'au hasard'));
    expect(await statuses(tries)).toContain(429);
    expect((await signIn('2001:db8:1:3::1', password)).status).toBe(200);
  });

  test('many strangers slow one another down, known account or not, and the owner still signs in', async () => {
    for (const email of ['admin@acme.example', 'personne@acme.example']) {
      const before = await running.sql<{ hits: number }>('SELECT hits FROM rate_limits WHERE key LIKE $1', [
        'sign-in:account:%',
      ]);
      const tries = Array.from({ length: 60 }, (_, index) =>
        signIn(`203.0.113.${index + 1}`, 'au hasard', email),
      );
      expect(new Set(await statuses(tries))).toEqual(new Set([401]));
      const after = await running.sql<{ hits: number }>(
        'SELECT hits FROM rate_limits WHERE key LIKE $1 AND hits >= 60',
        ['sign-in:account:%'],
      );
      expect(after.length).toBe(before.filter(({ hits }) => hits >= 60).length + 1);
    }
    expect((await signIn('198.51.100.7', password)).status).toBe(200);
  });

  test('asking for a new password from one place leaves the owner the right to ask', async () => {
    const ask = (ip: string) => post('/api/password-resets', ip, { email: 'admin@acme.example' });
    for (let tries = 0; tries < 8; tries += 1) await ask('192.0.2.66');
    expect(await ask('192.0.2.66')).toBeProblem('too-many-requests');
    expect((await ask('198.51.100.7')).status).toBe(202);
  });
});
