import { newSecret } from '../../platform/access/session-cookie.js';
import { world, password, type World } from '../../../test/harness/world.js';

describe('people and their sessions', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('a member reads who they are and what they may do', async () => {
    const reply = await all.acme.buyer.get('/api/session');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      account: { email: 'buyer@acme.example' },
      organisation: { name: 'acme', kind: 'buyer' },
      roles: ['buyer'],
      link: null,
    });
  });

  test('a wrong password and an unknown address are refused alike', async () => {
    const wrong = await all.anonymous().post('/api/session', { email: 'buyer@acme.example', password: 'x' });
    const unknown = await all
      .anonymous()
      .post('/api/session', { email: 'nobody@acme.example', password: 'x' });
    expect(wrong).toBeProblem('sign-in-refused');
    expect(unknown.body).toEqual(wrong.body);
  });

  test('signing out everywhere ends every session at once', async () => {
    const one = await all.anonymous().signsIn('auditor@globex.example', password);
    const two = await all.anonymous().signsIn('auditor@globex.example', password);
    expect((await one.delete('/api/sessions')).status).toBe(204);
    expect(await two.get('/api/session')).toBeProblem('not-signed-in');
  });

  test('without a session nobody is here; with one that is over, or that never was, that is refused', async () => {
    const nobody = await all.anonymous().get('/api/session');
    expect([nobody.status, nobody.body]).toEqual([204, {}]);
    const late = await all.anonymous().signsIn('auditor@globex.example', password);
    await all.sql(
      `UPDATE sessions SET expires_at = now() WHERE account_id = (SELECT id FROM accounts WHERE email = 'auditor@globex.example')`,
    );
    expect(await late.get('/api/session')).toBeProblem('not-signed-in');
    const forger = all.anonymous().start('get', '/api/session').set('cookie', `probant=${newSecret()}`);
    expect(all.anonymous().finish(await forger)).toBeProblem('not-signed-in');
  });

  test('an invitation works once, for the address it went to', async () => {
    expect(
      (
        await all.acme.admin.post('/api/members/invitations', {
          email: 'neuf@acme.example',
          roles: ['auditor'],
          language: 'fr',
        })
      ).status,
    ).toBe(204);
    const [mail] = await all.mailbox();
    expect(mail?.subject).toBe('admin acme (acme) vous invite dans Probant');
    const token = /#([\w-]{43})/.exec(mail?.body_text ?? '')?.[1];
    const visitor = all.anonymous();
    expect((await visitor.post('/api/invitations/inspect', { token })).body).toEqual({
      organisationName: 'acme',
      email: 'neuf@acme.example',
      known: false,
    });
    expect(await visitor.post('/api/invitations/consume', { token })).toBeProblem('invalid-input', ['/name']);
    const joined = await visitor.post('/api/invitations/consume', { token, name: 'Neuf', password });
    expect(joined.body).toMatchObject({ roles: ['auditor'], organisation: { name: 'acme' } });
    expect(
      await all.anonymous().post('/api/invitations/consume', { token, name: 'Neuf', password }),
    ).toBeProblem('link-refused');
  });

  test('a password reset answers alike for an unknown address, and ends the sessions', async () => {
    const known = await all.anonymous().post('/api/password-resets', { email: 'contributor@talweg.example' });
    const unknown = await all.anonymous().post('/api/password-resets', { email: 'nobody@talweg.example' });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(known.body).toEqual(unknown.body);
    const [mail] = await all.mailbox();
    const token = /#([\w-]{43})/.exec(mail?.body_text ?? '')?.[1];
    const inspect = () => all.anonymous().post('/api/password-resets/inspect', { token });
    expect((await inspect()).body).toEqual({ email: 'contributor@talweg.example' });
    expect(
      (
        await all
          .anonymous()
          .post('/api/password-resets/consume', { token, password: 'un tout autre secret' })
      ).status,
    ).toBe(204);
    expect(await inspect()).toBeProblem('link-refused');
    expect(await all.talweg.contributor.get('/api/session')).toBeProblem('not-signed-in');
    await all.talweg.contributor.signsIn('contributor@talweg.example', 'un tout autre secret');
  });

  test.each([
    ['choosing a password by another one', 'link'],
    ['changing the password when signed in', 'profile'],
  ])('an unused address of a reset works no more after %s, and the log tells of it', async (_, by) => {
    const email = 'admin@globex.example';
    const letters: (string | undefined)[] = [];
    for (let asked = 0; asked < 2; asked += 1) {
      await all.anonymous().post('/api/password-resets', { email });
      letters.push(/#([\w-]{43})/.exec((await all.mailbox())[0]?.body_text ?? '')?.[1]);
    }
    const [unused, used] = letters;
    if (by === 'link') {
      await all
        .anonymous()
        .post('/api/password-resets/consume', { token: used, password: 'un secret nouveau' });
      await all.globex.admin.signsIn(email, 'un secret nouveau');
    } else {
      const body = { current: 'un secret nouveau', password: 'un secret plus nouveau' };
      expect((await all.globex.admin.put('/api/account/password', body)).status).toBe(204);
    }
    expect(await all.anonymous().post('/api/password-resets/inspect', { token: unused })).toBeProblem(
      'link-refused',
    );
    const { body } = await all.globex.admin.get<{ items: { kind: string }[] }>('/api/events');
    expect(body.items.find(({ kind }) => kind !== 'signed-in')?.kind).toBe('password-changed');
  });

  test.each(['invitations', 'password-resets', 'first-administrator'])(
    'an address of %s that never was is refused before anything is typed',
    async (kind) => {
      const reply = await all.anonymous().post(`/api/${kind}/inspect`, { token: newSecret() });
      expect(reply).toBeProblem('link-refused');
    },
  );

  test('the last administrator cannot leave the role', async () => {
    const { body } = await all.cadran['supplier-admin'].get<{ account: { id: string } }>('/api/session');
    const reply = await all.cadran['supplier-admin'].put(`/api/members/${body.account.id}`, {
      roles: ['contributor'],
    });
    expect(reply).toBeProblem('last-administrator');
  });

  test('a role of the other kind of organisation is no choice', async () => {
    const reply = await all.acme.admin.post('/api/members/invitations', {
      email: 'x@acme.example',
      roles: ['contributor'],
      language: 'fr',
    });
    expect(reply).toBeProblem('invalid-input', ['/roles/0']);
  });

  test('a write without this origin is refused', async () => {
    const call = await all.acme.admin
      .start('put', '/api/organisation')
      .set('origin', 'https://elsewhere.example')
      .send({ name: 'pwned', language: 'fr' });
    expect(all.acme.admin.finish(call)).toBeProblem('origin-refused');
    expect((await all.acme.admin.get('/api/session')).body).toMatchObject({ organisation: { name: 'acme' } });
  });

  test.each([
    ['an unknown field', { email: 'a@b.example', password: 'x', admin: true }, ['/admin']],
    ['a wrong type', { email: 'a@b.example', password: 3 }, ['/password']],
    ['nothing', {}, ['/email', '/password']],
  ])('%s is refused with its pointer', async (_name, body, pointers) => {
    expect(await all.anonymous().post('/api/session', body)).toBeProblem('invalid-input', pointers);
  });

  test('invalid UTF-8 and broken JSON are refused', async () => {
    for (const body of [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), Buffer.from('{"a":')]) {
      const actor = all.anonymous();
      const call = await actor
        .start('post', '/api/session')
        .set('content-type', 'application/json')
        .serialize((raw: unknown) => raw as string)
        .send(body as never);
      expect(actor.finish(call)).toBeProblem('malformed-request');
    }
  });
});
