import { startApp, type RunningApp } from '../../../test/harness/running-app.js';
import { addOrganisation, password } from '../../../test/harness/world.js';
import { Actor } from '../../../test/harness/actor.js';
import { ExpiredRows } from './expired-rows.js';

describe('what has run out', () => {
  let running: RunningApp;
  let expired: ExpiredRows;
  let admin: Actor;
  beforeAll(async () => {
    running = await startApp();
    expired = running.app.get(ExpiredRows);
    admin = (await addOrganisation(running, 'acme', 'buyer', ['admin'])).admin;
  });
  afterAll(() => running.close());

  const addExpired = (rows: number) =>
    running.sql(
      `WITH a AS (SELECT id FROM accounts LIMIT 1), n AS (SELECT generate_series(1, $1) AS n),
         s AS (INSERT INTO sessions (token_hash, account_id, expires_at)
           SELECT sha256(('s' || n)::bytea), a.id, now() - interval '1 second' FROM a, n),
         t AS (INSERT INTO one_time_tokens (token_hash, kind, expires_at, used_at)
           SELECT sha256(('t' || n)::bytea), 'password-reset', now() + CASE n % 2 WHEN 0 THEN interval '1 hour' ELSE interval '-1 hour' END,
             CASE n % 2 WHEN 0 THEN now() END FROM n)
       INSERT INTO rate_limits (key, window_start, hits) SELECT 'old:' || n, now() - interval '25 hours', 1 FROM n`,
      [rows],
    );
  const none = {
    sessions: 0,
    one_time_tokens: 0,
    rate_limits: 0,
    token_writes: 0,
    webhook_deliveries: 0,
  };
  const left = async () => {
    const [counts] = await running.sql(
      `SELECT (SELECT count(*)::int FROM sessions WHERE expires_at <= now()) AS sessions,
         (SELECT count(*)::int FROM one_time_tokens) AS tokens,
         (SELECT count(*)::int FROM rate_limits WHERE key LIKE 'old:%') AS limits`,
    );
    return counts;
  };

  test('is removed, and nothing else', async () => {
    await addExpired(30);
    await admin.post('/api/members/invitations', {
      email: 'neuf@acme.example',
      roles: ['auditor'],
      language: 'fr',
    });
    expect(await left()).toEqual({ sessions: 30, tokens: 31, limits: 30 });
    expect(await expired.remove()).toEqual({ ...none, sessions: 30, one_time_tokens: 30, rate_limits: 30 });
    expect(await left()).toEqual({ sessions: 0, tokens: 1, limits: 0 });
    expect((await admin.get('/api/session')).status).toBe(200);
    expect(await running.sql("SELECT 1 FROM rate_limits WHERE key LIKE 'invite:%'")).toHaveLength(2);
    expect((await new Actor(running).signsIn('admin@acme.example', password)).name).toBe('anonymous');
  });

  test('is removed so much at a time and no more, the rest the next time', async () => {
    await addExpired(25);
    expect(await expired.remove({ batch: 5, batches: 2 })).toEqual({
      ...none,
      sessions: 10,
      one_time_tokens: 10,
      rate_limits: 10,
    });
    expect(await expired.remove({ batch: 5, batches: 9 })).toEqual({
      ...none,
      sessions: 15,
      one_time_tokens: 15,
      rate_limits: 15,
    });
  });

  test('is shared by processes that look at the same time', async () => {
    await addExpired(60);
    const all = await Promise.all(
      Array.from({ length: 4 }, () => expired.remove({ batch: 10, batches: 20 })),
    );
    const total = (table: string) => all.reduce((sum, removed) => sum + (removed[table] ?? 0), 0);
    const later = await expired.remove();
    for (const table of ['sessions', 'one_time_tokens', 'rate_limits'])
      expect([table, total(table) + (later[table] ?? 0)]).toEqual([table, 60]);
    expect(await left()).toMatchObject({ sessions: 0, limits: 0 });
  });

  test('goes for what programs wrote and were sent as well, but never for what still waits', async () => {
    await running.sql(
      `WITH o AS (SELECT id FROM organisations LIMIT 1), a AS (SELECT id FROM accounts LIMIT 1),
         t AS (INSERT INTO api_tokens (organisation_id, id, token_hash, name, hint, scopes, created_by_name, expires_at)
           SELECT o.id, a.id, 'x', 'Annuaire', 'prb_x', '{suppliers:read}', 'A', now() FROM o, a RETURNING organisation_id, id),
         w AS (INSERT INTO token_writes (organisation_id, token_id, key, claim, request_sha256, claimed_at)
           SELECT organisation_id, id, n::text, gen_random_uuid(), 'x', now() - n * interval '10 hours'
           FROM t, generate_series(1, 5) n),
         e AS (INSERT INTO webhook_endpoints (organisation_id, id, name, url, kinds, secret, created_by_name)
           SELECT o.id, gen_random_uuid(), 'Achats', 'https://x.example', '{submitted}', 'x', 'A' FROM o RETURNING organisation_id, id)
       INSERT INTO webhook_deliveries (organisation_id, id, endpoint_id, kind, text, happened_at, state)
         SELECT organisation_id, gen_random_uuid(), id, 'submitted', '{}', now() - n * interval '20 days',
           CASE n % 2 WHEN 0 THEN 'delivered' ELSE 'queued' END FROM e, generate_series(1, 5) n`,
    );
    expect(await expired.remove()).toEqual({ ...none, token_writes: 3, webhook_deliveries: 2 });
    expect(await running.sql("SELECT 1 FROM webhook_deliveries WHERE state = 'queued'")).toHaveLength(3);
  });

  test('does not wait for a row that somebody holds', async () => {
    await addExpired(3);
    const holder = running.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query("SELECT speak(NULL, NULL, 'identity')");
    await holder.query('SELECT 1 FROM sessions WHERE expires_at <= now() LIMIT 1 FOR UPDATE');
    expect(await expired.remove()).toMatchObject({ sessions: 2 });
    await holder.rollbackTransaction();
    await holder.release();
    expect(await expired.remove()).toMatchObject({ sessions: 1 });
  });
});
