import type { TokenScope } from '@probant/shared/tokens/token-scopes';
import supertest from 'supertest';
import { aSupplier, givenSupplier } from '../../../test/harness/given-supplier.js';
import { password, world, type World } from '../../../test/harness/world.js';
import type { Actor } from '../../../test/harness/actor.js';
import type { CreatedTokenResponse, TokensResponse } from './tokens.dto.js';

describe('tokens of programs', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const give = async (admin: Actor, scopes: readonly TokenScope[], name = 'Annuaire des achats') => {
    const { status, body } = await admin.post<CreatedTokenResponse>('/api/tokens', {
      name,
      scopes,
      expiresOn: '2027-06-30',
    });
    expect(status).toBe(201);
    return body;
  };
  const call = (secret: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    supertest(all.app.getHttpServer())
      [method](path)
      .set('authorization', `Bearer ${secret}`)
      .ok(() => true);
  const codeOf = ({ text }: supertest.Response) => (JSON.parse(text) as { code?: string }).code;

  test('a token is shown once, kept as a hash, and used and listed under its name', async () => {
    const { secret, token } = await give(all.acme.admin, ['suppliers:read', 'suppliers:manage']);

    const created = await call(secret, 'post', '/api/suppliers').send(aSupplier({ name: 'Par jeton' }));
    const listed = await all.acme.admin.get<TokensResponse>('/api/tokens');
    const events = await all.acme.auditor.get<{ items: { actor: object; kind: string }[] }>('/api/events');

    expect(secret).toMatch(/^prb_[\w-]{43}$/);
    expect(created.status).toBe(201);
    expect(listed.body.items[0]).toMatchObject({ id: token.id, hint: secret.slice(0, 8), state: 'valid' });
    expect(listed.body.items[0]?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(events.body.items[0]).toMatchObject({
      kind: 'supplier-created',
      actor: { kind: 'member', name: 'Annuaire des achats' },
    });
    const kept = await all.sql<{ line: string }>('SELECT t::text AS line FROM api_tokens t');
    expect(JSON.stringify(kept)).not.toContain(secret.slice(8));
    const told = await all.sql<{ text: string }>(`SELECT text FROM events WHERE kind LIKE 'token-%'`);
    expect(JSON.stringify(told)).not.toContain(secret.slice(8));
  });

  test('a token may what its scopes name on the routes that are open to tokens, and nothing else', async () => {
    const { secret } = await give(all.acme.admin, ['suppliers:read']);
    const refusals = [
      ['post', '/api/suppliers', 'token-scope-missing'],
      ['get', '/api/engagements', 'token-scope-missing'],
      ['get', '/api/tokens', 'token-not-accepted'],
      ['post', '/api/tokens', 'token-not-accepted'],
      ['get', '/api/members', 'token-not-accepted'],
      ['post', '/api/members/invitations', 'token-not-accepted'],
      ['get', '/api/webhooks', 'token-not-accepted'],
      ['put', '/api/account', 'token-not-accepted'],
      ['delete', '/api/sessions', 'token-not-accepted'],
    ] as const;
    for (const [method, path, code] of refusals) {
      expect([path, codeOf(await call(secret, method, path))]).toEqual([path, code]);
    }
    expect((await call(secret, 'get', '/api/suppliers')).status).toBe(200);
  });

  test('one that is revoked, has run out or was never given is refused, whatever cookie comes with it', async () => {
    const revoked = await give(all.acme.admin, ['suppliers:read']);
    const old = await give(all.acme.admin, ['suppliers:read']);
    expect((await all.acme.admin.delete(`/api/tokens/${revoked.token.id}`)).body).toMatchObject({
      state: 'revoked',
    });
    await all.sql(`UPDATE api_tokens SET expires_at = now() WHERE id = $1`, [old.token.id]);

    for (const secret of [revoked.secret, old.secret, `prb_${'A'.repeat(43)}`, 'x', '']) {
      const reply = await call(secret, 'get', '/api/suppliers');
      expect([reply.status, codeOf(reply)]).toEqual([401, 'token-refused']);
    }
    const withCookie = await all.acme.admin
      .start('get', '/api/suppliers')
      .set('authorization', `Bearer ${revoked.secret}`);
    expect(codeOf(withCookie)).toBe('token-refused');
    expect((await all.acme.admin.get('/api/suppliers')).status).toBe(200);
  });

  test('a password that a proxy asked for is none of ours: the session goes on', async () => {
    const { status } = await all.acme.admin.start('get', '/api/tokens').set('authorization', 'Basic eDp5');
    expect(status).toBe(200);
  });

  test('an administrator alone makes tokens, with scopes of the own side, for a year at most', async () => {
    const wish = { name: 'x', scopes: ['suppliers:read'], expiresOn: '2027-06-30' };
    const tokens = '/api/tokens';
    expect(await all.acme.buyer.post(tokens, wish)).toBeProblem('not-permitted');
    expect(await all.acme.admin.post(tokens, { ...wish, name: 'paie \u202ehca' })).toBeProblem(
      'invalid-input',
      ['/name'],
    );
    expect(await all.acme.admin.post(tokens, { ...wish, scopes: ['requests:read'] })).toBeProblem(
      'invalid-input',
    );
    expect(await all.acme.admin.post(tokens, { ...wish, scopes: ['members:manage'] })).toBeProblem(
      'invalid-input',
    );
    expect(await all.cadran['supplier-admin'].post(tokens, wish)).toBeProblem('invalid-input');
    expect(await all.acme.admin.post(tokens, { ...wish, expiresOn: '2028-01-01' })).toBeProblem(
      'invalid-input',
    );
    expect(await all.acme.admin.post(tokens, { ...wish, expiresOn: '2026-11-01' })).toBeProblem(
      'invalid-input',
    );
    expect(
      await all.globex.admin.delete(`${tokens}/${(await give(all.acme.admin, ['suppliers:read'])).token.id}`),
    ).toBeProblem('not-found');
  });

  test('a scope of the other side that stands in the row all the same is not held', async () => {
    const { secret, token } = await give(all.cadran['supplier-admin'], ['requests:read']);
    await all.sql(
      `UPDATE api_tokens SET scopes = '{requests:read,suppliers:read,members:manage}' WHERE id = $1`,
      [token.id],
    );
    expect(codeOf(await call(secret, 'get', '/api/suppliers'))).toBe('token-scope-missing');
    expect((await call(secret, 'get', '/api/requests')).status).toBe(200);
  });

  test('nobody signs in as a token, nor is sent a password for it', async () => {
    const { token } = await give(all.acme.admin, ['suppliers:read']);
    const email = `${token.id}@token.invalid`;
    const reply = await all.anonymous().post('/api/session', { email, password });
    expect(reply).toBeProblem('sign-in-refused');
    const { body } = await all.acme.admin.get<{ members: { email: string }[] }>('/api/members');
    expect(body.members.filter((member) => member.email === email)).toEqual([]);
  });

  test('a read that did not change is not sent again', async () => {
    const { secret } = await give(all.acme.admin, ['suppliers:read']);
    const { id } = await givenSupplier(all.acme.buyer);
    const path = `/api/suppliers/${id}`;
    const first = await call(secret, 'get', path);
    const tag = String(first.headers['etag']);

    const again = await call(secret, 'get', path).set('if-none-match', tag);
    await all.acme.buyer.put(path, { ...aSupplier({ name: 'Autre nom' }), revision: 1 });
    const changed = await call(secret, 'get', path).set('if-none-match', tag);

    expect([again.status, again.text]).toEqual([304, '']);
    expect([changed.status, changed.headers['etag'] === tag]).toEqual([200, false]);
    expect((await all.acme.buyer.get(path)).headers['etag']).toBeUndefined();
  });

  describe('a write that is sent again', () => {
    const countOf = async (name: string) =>
      (await all.sql('SELECT 1 FROM suppliers WHERE name = $1', [name])).length;

    test('with the same key acts once and is answered alike, also when both come at once', async () => {
      const { secret } = await give(all.acme.admin, ['suppliers:manage']);
      const body = aSupplier({ name: 'Une seule fois' });
      const send = () => call(secret, 'post', '/api/suppliers').set('idempotency-key', 'cle-1').send(body);

      const both = await Promise.all([send(), send()]);
      const third = await send();

      expect(await countOf('Une seule fois')).toBe(1);
      expect(both.map(({ status }) => status).sort()).toEqual(
        both.some(({ status }) => status === 409) ? [201, 409] : [201, 201],
      );
      const made = both.find(({ status }) => status === 201)?.body as object;
      expect([third.status, third.body, third.headers['idempotency-replayed']]).toEqual([201, made, 'true']);
    });

    test('with the same key for something else is refused, and of another token is another key', async () => {
      const [one, other] = [
        await give(all.acme.admin, ['suppliers:manage']),
        await give(all.globex.admin, ['suppliers:manage']),
      ];
      const send = (secret: string, name: string) =>
        call(secret, 'post', '/api/suppliers').set('idempotency-key', 'cle-2').send(aSupplier({ name }));
      expect((await send(one.secret, 'Premier')).status).toBe(201);
      expect(codeOf(await send(one.secret, 'Second'))).toBe('idempotency-key-reused');
      expect((await send(other.secret, 'Premier')).status).toBe(201);
      const unreadable = await call(one.secret, 'post', '/api/suppliers')
        .set('idempotency-key', 'a b')
        .send(aSupplier());
      expect(codeOf(unreadable)).toBe('idempotency-key-unreadable');
    });

    test('after a refusal may be tried again, and after a lost reply does not act again', async () => {
      const { secret } = await give(all.acme.admin, ['suppliers:manage']);
      const body = aSupplier({ name: 'Perdu de vue' });
      const send = (sent: object) =>
        call(secret, 'post', '/api/suppliers').set('idempotency-key', 'cle-3').send(sent);
      expect(codeOf(await send({ ...body, country: 'France' }))).toBe('invalid-input');
      expect((await send(body)).status).toBe(201);

      await all.sql(`UPDATE token_writes SET status = NULL, body = NULL WHERE key = 'cle-3'`);
      expect(codeOf(await send(body))).toBe('idempotency-key-busy');
      await all.sql(`UPDATE token_writes SET claimed_at = now() - interval '10 minutes' WHERE key = 'cle-3'`);
      expect(codeOf(await send(body))).toBe('idempotency-reply-lost');
      await all.sql(`UPDATE token_writes SET acted = false WHERE key = 'cle-3'`);
      expect((await send({ ...body })).status).toBe(201);
      expect(await countOf('Perdu de vue')).toBe(2);
    });
  });

  test('tells how many requests are left, and when to come back', async () => {
    const { secret, token } = await give(all.acme.admin, ['suppliers:read']);
    const first = await call(secret, 'get', '/api/suppliers');
    await all.sql('UPDATE rate_limits SET hits = 300 WHERE key = $1', [`token:${token.id}`]);
    const over = await call(secret, 'get', '/api/suppliers');

    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"token";q=300;w=60' });
    expect(first.headers['ratelimit']).toMatch(/^"token";r=299;t=\d+$/);
    expect([over.status, codeOf(over)]).toEqual([429, 'too-many-requests']);
    expect(over.headers['ratelimit']).toMatch(/^"token";r=0;t=\d+$/);
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
  });
});
