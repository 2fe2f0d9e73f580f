import { type Config, isLoopback, readConfig } from './config.js';

const read = (env: Record<string, string>): Config => readConfig(env, { home: '/srv/probant' });

test('nothing set: the embedded database on this machine, with the demo', () => {
  expect(read({})).toEqual({
    port: null,
    host: '127.0.0.1',
    publicUrl: null,
    dataFolder: '/srv/probant/.probant',
    database: { kind: 'embedded' },
    demo: true,
    production: false,
    mail: null,
    clamd: null,
    s3: null,
    signingKeyFile: '/srv/probant/.probant/keys/signing-key.pem',
    tsaUrl: null,
    checks: null,
    logLevel: 'info',
    trustProxy: false,
  });
});

test('checks are off until they are asked for, and their addresses are the operator’s', () => {
  const { checks } = read({
    CHECKS: 'on',
    CHECKS_COMPANY_URL: 'http://10.0.0.5:8080/annuaire/',
    CHECKS_DNS: '192.0.2.53, 192.0.2.54:5353 [2001:db8::53]:53 2001:db8::54',
  });
  expect(checks).toMatchObject({
    companyUrl: 'http://10.0.0.5:8080/annuaire',
    bodaccUrl: 'https://bodacc-datadila.opendatasoft.com',
    dns: [
      { address: '192.0.2.53', port: 53 },
      { address: '192.0.2.54', port: 5353 },
      { address: '2001:db8::53', port: 53 },
      { address: '2001:db8::54', port: 53 },
    ],
  });
  expect(read({ CHECKS: 'off' }).checks).toBeNull();
});

test.each([
  [{ CHECKS_DNS: '192.0.2.53' }, 'CHECKS is not on although CHECKS_DNS is set'],
  [{ CHECKS: 'on', CHECKS_DNS: 'dns.example' }, 'CHECKS_DNS must be addresses of resolvers'],
  [{ CHECKS: 'on', CHECKS_DNS: '192.0.2.53:70000' }, 'CHECKS_DNS must be addresses of resolvers'],
  [{ CHECKS: 'on', CHECKS_RDAP_URL: 'ftp://iana.example' }, 'CHECKS_RDAP_URL must begin with'],
])('%j is refused at the start', (env, sentence) => {
  expect(() => read(env)).toThrow(sentence);
});

test('the configuration cannot be changed', () => {
  expect(Object.isFrozen(read({}))).toBe(true);
});

test('an empty variable counts as unset', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '', S3_BUCKET: '' })).toEqual(read({}));
});

test('everything set is read', () => {
  const config = read({
    PORT: '8443',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://probant.example/',
    PROBANT_DATA: '/data',
    DATABASE_URL: 'postgresql://api:a@db/probant',
    DATABASE_OWNER_URL: 'postgres://owner:o@db/probant',
    NODE_ENV: 'production',
    SMTP_URL: 'smtps://user:pass@mail.example:465',
    MAIL_FROM: 'Probant <probant@example.org>',
    CLAMD_URL: 'tcp://scanner',
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'proof',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
    LOG_LEVEL: 'WARN',
    TRUST_PROXY: '1',
  });
  expect(config).toMatchObject({
    port: 8443,
    host: '0.0.0.0',
    publicUrl: 'https://probant.example',
    dataFolder: '/data',
    database: {
      kind: 'server',
      ownerUrl: 'postgres://owner:o@db/probant',
      apiUrl: 'postgresql://api:a@db/probant',
    },
    demo: false,
    production: true,
    mail: { smtpUrl: 'smtps://user:pass@mail.example:465', from: 'Probant <probant@example.org>' },
    clamd: { host: 'scanner', port: 3310 },
    s3: {
      endpoint: 'https://s3.example/',
      bucket: 'proof',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    },
    logLevel: 'warn',
    trustProxy: 1,
  });
});

test('one database address is the owner’s: the API’s role is made from it', () => {
  expect(read({ DATABASE_URL: 'postgres://owner:o@db/probant' }).database).toEqual({
    kind: 'server',
    ownerUrl: 'postgres://owner:o@db/probant',
    apiUrl: null,
  });
});

test.each<[string, Record<string, string>, boolean]>([
  ['embedded, loopback', {}, true],
  ['production', { NODE_ENV: 'production' }, false],
  ['another database', { DATABASE_URL: 'postgres://o:o@127.0.0.1/probant' }, false],
  ['open to the network', { HOST: '0.0.0.0' }, false],
  ['another loopback address', { HOST: '127.0.0.2' }, true],
  ['reached through a proxy', { PUBLIC_URL: 'https://probant.example' }, false],
  ['a local public address', { PUBLIC_URL: 'http://localhost:4000' }, true],
  ['asked for', { DATABASE_URL: 'postgres://o:o@127.0.0.1/probant', PROBANT_DEMO: 'on' }, true],
  ['asked for on this machine in production', { NODE_ENV: 'production', PROBANT_DEMO: 'yes' }, true],
  ['switched off', { PROBANT_DEMO: 'off' }, false],
])('demo: %s', (_case, env, demo) => {
  expect(read(env).demo).toBe(demo);
});

test('the embedded database serves production on this machine, and beyond it only when told so', () => {
  const open = { NODE_ENV: 'production', HOST: '0.0.0.0' };
  expect(read({ NODE_ENV: 'production' }).database).toEqual({ kind: 'embedded' });
  expect(() => read(open)).toThrow(/^DATABASE_URL is not set: .*PROBANT_EMBEDDED_IN_PRODUCTION=yes\.$/);
  expect(read({ ...open, PROBANT_EMBEDDED_IN_PRODUCTION: 'yes' }).database).toEqual({ kind: 'embedded' });
});

test.each<[string, Record<string, string>, string]>([
  ['a port that is no number', { PORT: 'http' }, 'PORT is "http"'],
  ['a port with a fraction', { PORT: '80.5' }, 'PORT is "80.5"'],
  ['port zero', { PORT: '0' }, 'PORT is "0"'],
  ['a port too large', { PORT: '65536' }, 'PORT is "65536"'],
  [
    'an origin with a path',
    { PUBLIC_URL: 'https://x.example/probant' },
    'PUBLIC_URL must be scheme, host and port',
  ],
  ['an origin without a scheme', { PUBLIC_URL: 'probant.example' }, 'PUBLIC_URL is not an address'],
  ['an origin of another kind', { PUBLIC_URL: 'ftp://probant.example' }, 'PUBLIC_URL must begin with'],
  [
    'a database of another kind',
    { DATABASE_URL: 'mysql://a:b@db/x' },
    'DATABASE_URL must begin with postgres://',
  ],
  ['a database without a name', { DATABASE_URL: 'postgres://a:b@db' }, 'DATABASE_URL names no database'],
  ['a database without a role', { DATABASE_URL: 'postgres://db/x' }, 'DATABASE_URL names no role'],
  [
    'an owner alone',
    { DATABASE_OWNER_URL: 'postgres://a:b@db/x' },
    'DATABASE_URL is not set although DATABASE_OWNER_URL is',
  ],
  ['mail without a sender', { SMTP_URL: 'smtp://mail' }, 'MAIL_FROM is not set although SMTP_URL is'],
  ['a sender without mail', { MAIL_FROM: 'a@b.example' }, 'SMTP_URL is not set although MAIL_FROM is'],
  [
    'a sender that is no address',
    { SMTP_URL: 'smtp://mail', MAIL_FROM: 'Probant' },
    'MAIL_FROM must be an address',
  ],
  [
    'half a store',
    { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b' },
    'S3_ACCESS_KEY_ID is not set although S3_ENDPOINT is',
  ],
  ['a region alone', { S3_REGION: 'eu-west-3' }, 'S3_ENDPOINT is not set although S3_REGION is'],
  ['a scanner of another kind', { CLAMD_URL: 'http://clamd:3310' }, 'CLAMD_URL must begin with tcp://'],
  ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud": it must be one of silent, fatal'],
  ['a demo that is neither', { PROBANT_DEMO: 'maybe' }, 'PROBANT_DEMO is "maybe": it must be on or off'],
  [
    'a public demo in production',
    { NODE_ENV: 'production', DATABASE_URL: 'postgres://a:b@db/x', HOST: '0.0.0.0', PROBANT_DEMO: 'on' },
    'PROBANT_DEMO is on',
  ],
  ['proxies that are no addresses', { TRUST_PROXY: 'everyone!' }, 'TRUST_PROXY must be off'],
])('refused in one sentence: %s', (_case, env, sentence) => {
  let refused: unknown;
  try {
    read(env);
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({ name: 'StartRefusal', message: expect.stringContaining(sentence) });
  expect(String(refused)).not.toMatch(/\n/);
});

test.each([{ DATABASE_URL: 'mysql://me:hidden@db/x' }, { DATABASE_URL: 'postgres://me:hidden@db' }])(
  'a refusal repeats no password: %s',
  (env) => {
    expect(() => read(env)).toThrow(/^(?!.*hidden).*DATABASE_URL/);
  },
);

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.2', false],
  ['127.0.0.1.example', false],
])('%s on this machine alone: %s', (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});
