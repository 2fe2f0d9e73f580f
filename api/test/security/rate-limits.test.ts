import { forgetLimits, givenAssessment, type GivenAssessment } from '../harness/given-assessment.js';
import type { Reply } from '../harness/actor.js';
import { password, world, type World } from '../harness/world.js';

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

  test('guessing one account stops, the right password included, and others still sign in', async () => {
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
