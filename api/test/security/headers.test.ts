import { Actor } from '../harness/actor.js';
import { addOrganisation, password } from '../harness/world.js';
import { startApp, type RunningApp } from '../harness/running-app.js';

const policyOf = (value: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (value ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe.each([
  ['http', 'http://probant.test'],
  ['https', 'https://probant.test'],
])('behind %s', (protocol, publicUrl) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ publicUrl });
    await addOrganisation(running, 'acme', 'buyer', ['admin']);
  });
  afterAll(() => running.close());

  test.each(['/api/instance', '/api/session', '/api/nowhere', '/health', '/'])(
    '%s forbids inline scripts, framing and guessing of types',
    async (path) => {
      const { headers } = await new Actor(running).get(path);
      const policy = policyOf(headers['content-security-policy']);
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'script-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  test('replies of the API are kept by no cache', async () => {
    expect((await new Actor(running).get('/api/instance')).headers['cache-control']).toBe('no-store');
  });

  test('HSTS goes with https alone', async () => {
    const { headers } = await new Actor(running).get('/api/instance');
    const expected = protocol === 'https' ? 'max-age=31536000' : undefined;
    expect(headers['strict-transport-security']).toBe(expected);
  });

  test('the session cookie is out of reach of scripts and of other sites', async () => {
    const { headers } = await new Actor(running).post('/api/session', {
      email: 'admin@acme.example',
      password,
    });
    const [line = ''] = headers['set-cookie'] as unknown as string[];
    const attributes = line.split('; ');
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax']));
    expect(attributes.some((attribute) => attribute.startsWith('Domain='))).toBe(false);
    expect(attributes.includes('Secure')).toBe(protocol === 'https');
    expect(line.startsWith('__Host-')).toBe(protocol === 'https');
  });

  test.each([undefined, 'https://evil.example', 'null'])(
    'a write with a cookie and the origin %s is refused',
    async (origin) => {
      const admin = await new Actor(running).signsIn('admin@acme.example', password);
      const call = admin.start('put', '/api/organisation');
      const reply = await (origin === undefined ? call.unset('origin') : call.set('origin', origin)).send({
        name: 'Pris',
        language: 'fr',
      });
      expect(admin.finish(reply)).toBeProblem('origin-refused');
      expect(await running.sql("SELECT 1 FROM organisations WHERE name = 'Pris'")).toEqual([]);
    },
  );
});
