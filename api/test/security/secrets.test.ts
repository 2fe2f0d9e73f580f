import { Writable } from 'node:stream';
import { createLog } from '../../src/platform/log/log.js';
import type { Actor } from '../harness/actor.js';
import { readDatabaseLog } from '../harness/database-log.js';
import { givenAssessment, holdsLink, lastCode, type GivenAssessment } from '../harness/given-assessment.js';
import { startApp } from '../harness/running-app.js';
import { password, populate, type World } from '../harness/world.js';

describe('the log', () => {
  let written = '';
  let all: World;
  let given: GivenAssessment;
  const secrets: string[] = [password];
  const notes = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  beforeAll(async () => {
    all = await populate(await startApp({}, createLog('trace', notes)));
    given = await givenAssessment(all);
  });
  afterAll(() => all.close());

  /** Every secret that went out by mail or came back as a cookie. */
  const collect = async (): Promise<void> => {
    const letters = await all.sql<{ body_text: string }>('SELECT body_text FROM mail_messages');
    for (const { body_text: text } of letters) {
      secrets.push(...[...text.matchAll(/#([\w-]{43})/g)].flatMap((found) => found[1] ?? []));
      const [, first, second] = /(\d{4})\u00a0(\d{4})/.exec(text) ?? [];
      if (first !== undefined && second !== undefined)
        secrets.push(`${first}${second}`, `${first}\u00a0${second}`);
    }
  };
  const signIn = async (actor: Actor, body: object): Promise<void> => {
    const reply = await actor.start('post', '/api/session').send(body);
    const line = (reply.headers['set-cookie'] as unknown as string[] | undefined)?.[0] ?? '';
    const secret = line.split(';')[0]?.split('=')[1];
    if (secret !== undefined && secret !== '') secrets.push(secret);
  };
  const expectNoSecret = (): void => {
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
  };

  test('holds no secret after people signed in, were invited, forgot a password and opened a link', async () => {
    await holdsLink(all, given.secret);
    secrets.push(given.secret, await lastCode(all), 'une faute de frappe');
    const email = 'buyer@acme.example';
    await signIn(all.anonymous(), { email, password });
    await signIn(all.anonymous(), { email, password: 'une faute de frappe' });
    await all.anonymous().post('/api/password-resets', { email });
    await all.acme.admin.post('/api/members/invitations', {
      email: 'neuf@acme.example',
      roles: ['auditor'],
      language: 'fr',
    });
    await all.anonymous().post('/api/links/verify', { secret: given.secret, code: '00000000' });
    await collect();
    expect(secrets.length).toBeGreaterThan(8);
    expectNoSecret();
  });

  test('holds none either when the database refuses the very row that carries it', async () => {
    const broken = ['mail_messages', 'sessions', 'one_time_tokens'];
    for (const table of broken) {
      await all.sql(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
    }
    const email = 'auditor@acme.example';
    const replies = [
      await all.anonymous().post('/api/session', { email, password }),
      await all.anonymous().post('/api/links/code', { secret: given.secret }),
      await all.acme.buyer.post(`/api/assessments/${given.assessmentId}/resend`),
      await all.acme.admin.post('/api/members/invitations', {
        email: 'x@acme.example',
        roles: ['buyer'],
        language: 'fr',
      }),
    ];
    for (const table of broken) await all.sql(`ALTER TABLE ${table} DROP CONSTRAINT broken`);
    for (const reply of replies) expect(reply).toBeProblem('internal-error');
    expect(written).toContain('request failed');
    await collect();
    expectNoSecret();
    // What was refused was never kept, so its secret is known by its form alone.
    expect(written).not.toMatch(/#[\w-]{43}/);
    expect(written).not.toMatch(/\d{4}\u00a0\d{4}/);
    expect(written).not.toContain('Failing row contains');
  });

  test('of the database holds no row, no statement and no parameter, of whatever it refuses', async () => {
    const email = 'personne-ne-doit-lire@acme.example';
    const insert = 'INSERT INTO accounts (id, email, name) VALUES (gen_random_uuid(), $1, $2)';
    await all.sql(insert, [email, 'Nom confidentiel']);
    await expect(all.sql(insert, [email, 'Nom confidentiel'])).rejects.toThrow('accounts_email_key');
    await expect(all.sql(`SELECT '${email}' FROM nowhere`)).rejects.toThrow('nowhere');
    await expect(
      all.sql("INSERT INTO accounts (id, email, name) VALUES (gen_random_uuid(), 'Nom@confidentiel', 'x')"),
    ).rejects.toThrow('accounts_email_check');
    const log = await readDatabaseLog(all);
    expect(log).toContain('accounts_email_key');
    expect(log).not.toMatch(/personne-ne-doit-lire|confidentiel/);
  });
});
