import path from 'node:path';

import { type ClamdAddress, findClamdAddress } from '../scan/clamd-address.js';
import { readChecks, type ChecksConfig } from './checks-config.js';
import { StartRefusal } from './start-refusal.js';
import {
  type Environment,
  findAll,
  findChoice,
  findPort,
  findSwitch,
  findText,
  findUrl,
} from './variables.js';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  /** `apiUrl` is null when only one address is given: it is then the owner's, and the API's own role is made from it. */
  | { readonly kind: 'server'; readonly ownerUrl: string; readonly apiUrl: string | null };

export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Config {
  /** Null: 3000 or the next free port. */
  readonly port: number | null;
  readonly host: string;
  /** Origin that links are made with; null: the address the server listens on. */
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  readonly database: DatabaseConfig;
  readonly demo: boolean;
  readonly production: boolean;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  readonly clamd: ClamdAddress | null;
  readonly s3: S3Config | null;
  /** Of the key that signs roots and proof files; made at the first start. */
  readonly signingKeyFile: string;
  /** A timestamping authority (RFC 3161). */
  readonly tsaUrl: string | null;
  /** Null: no register is asked anything. */
  readonly checks: ChecksConfig | null;
  readonly logLevel: LogLevel;
  /** What Fastify's `trustProxy` takes: false, a number of hops, or addresses. */
  readonly trustProxy: boolean | number | string;
}

/** What `serve` needs once the database runs and the port is chosen. */
export interface ServeConfig extends Config {
  readonly port: number;
  readonly publicUrl: string;
  /** Signs in with the API's own role, which owns no table. */
  readonly databaseUrl: string;
}

export interface ConfigPlace {
  /** Folder of the checkout: where `.probant` stands unless PROBANT_DATA names another. */
  readonly home: string;
}

export function readConfig(env: Environment, place: ConfigPlace): Config {
  const database = readDatabase(env);
  const host = findText(env, 'HOST') ?? '127.0.0.1';
  const publicUrl = readPublicUrl(env);
  const production = findText(env, 'NODE_ENV') === 'production';
  const local = isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  if (
    database.kind === 'embedded' &&
    production &&
    !local &&
    findSwitch(env, 'PROBANT_EMBEDDED_IN_PRODUCTION') !== true
  ) {
    throw new StartRefusal(
      'DATABASE_URL is not set: with NODE_ENV=production the embedded database serves this machine alone, unless PROBANT_EMBEDDED_IN_PRODUCTION=yes.',
    );
  }
  const dataFolder = path.resolve(place.home, findText(env, 'PROBANT_DATA') ?? '.probant');
  return Object.freeze({
    port: findPort(env, 'PORT') ?? null,
    host,
    publicUrl,
    dataFolder,
    database,
    demo: readDemo(env, {
      byDefault: database.kind === 'embedded' && local && !production,
      refused: production && !local,
    }),
    production,
    mail: readMail(env),
    clamd: readClamd(env),
    s3: readS3(env),
    signingKeyFile: path.resolve(
      place.home,
      findText(env, 'SIGNING_KEY_FILE') ?? path.join(dataFolder, 'keys', 'signing-key.pem'),
    ),
    tsaUrl: findUrl(env, 'TSA_URL', ['https:', 'http:'])?.href ?? null,
    checks: readChecks(env),
    logLevel: findChoice(env, 'LOG_LEVEL', logLevels) ?? 'info',
    trustProxy: readTrustProxy(env),
  });
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readDatabase(env: Environment): DatabaseConfig {
  const url = readDatabaseUrl(env, 'DATABASE_URL');
  const ownerUrl = readDatabaseUrl(env, 'DATABASE_OWNER_URL');
  if (url === undefined) {
    if (ownerUrl === undefined) return { kind: 'embedded' };
    throw new StartRefusal(
      'DATABASE_URL is not set although DATABASE_OWNER_URL is: set both, or DATABASE_URL alone.',
    );
  }
  return ownerUrl === undefined
    ? { kind: 'server', ownerUrl: url, apiUrl: null }
    : { kind: 'server', ownerUrl, apiUrl: url };
}

function readDatabaseUrl(env: Environment, name: string): string | undefined {
  const url = findUrl(env, name, ['postgres:', 'postgresql:']);
  if (url === undefined) return undefined;
  if (url.pathname.length < 2)
    throw new StartRefusal(`${name} names no database: end it with /probant, for example.`);
  if (url.username === '')
    throw new StartRefusal(`${name} names no role: begin it with postgres://role:password@host.`);
  return url.href;
}

function readPublicUrl(env: Environment): string | null {
  const url = findUrl(env, 'PUBLIC_URL', ['https:', 'http:']);
  if (url === undefined) return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new StartRefusal(
      'PUBLIC_URL must be scheme, host and port alone, for example https://probant.example.',
    );
  }
  return url.origin;
}

function readDemo(env: Environment, rule: { byDefault: boolean; refused: boolean }): boolean {
  const demo = findSwitch(env, 'PROBANT_DEMO') ?? rule.byDefault;
  if (demo && rule.refused) {
    throw new StartRefusal(
      'PROBANT_DEMO is on: demo accounts, whose passwords are public, are refused with NODE_ENV=production beyond this machine.',
    );
  }
  return demo;
}

function readMail(env: Environment): Config['mail'] {
  const smtpUrl = findUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  const all = findAll(env, ['SMTP_URL', 'MAIL_FROM']);
  if (smtpUrl === undefined || all === undefined) return null;
  if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(all.MAIL_FROM)) {
    throw new StartRefusal('MAIL_FROM must be an address such as "Probant <probant@example.org>".');
  }
  return { smtpUrl: smtpUrl.href, from: all.MAIL_FROM };
}

function readClamd(env: Environment): Config['clamd'] {
  const text = findText(env, 'CLAMD_URL');
  if (text === undefined) return null;
  const address = findClamdAddress(text);
  if (address === undefined) {
    throw new StartRefusal(
      'CLAMD_URL must begin with tcp:// and name a host, or with unix:// and name a socket.',
    );
  }
  return address;
}

function readS3(env: Environment): S3Config | null {
  const endpoint = findUrl(env, 'S3_ENDPOINT', ['https:', 'http:']);
  const region = findText(env, 'S3_REGION');
  const all = findAll(env, ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
  if (endpoint === undefined || all === undefined) {
    if (region !== undefined)
      throw new StartRefusal('S3_ENDPOINT is not set although S3_REGION is: set both or neither.');
    return null;
  }
  return {
    endpoint: endpoint.href,
    bucket: all.S3_BUCKET,
    region: region ?? 'us-east-1',
    accessKeyId: all.S3_ACCESS_KEY_ID,
    secretAccessKey: all.S3_SECRET_ACCESS_KEY,
  };
}

function readTrustProxy(env: Environment): Config['trustProxy'] {
  const text = findText(env, 'TRUST_PROXY');
  if (text === undefined || ['off', 'no', 'false', '0'].includes(text)) return false;
  if (/^\d$/.test(text)) return Number(text);
  if (
    /^[0-9a-fA-F.:/, ]+$/.test(text) ||
    /^(loopback|linklocal|uniquelocal)(, ?(loopback|linklocal|uniquelocal))*$/.test(text)
  ) {
    return text;
  }
  throw new StartRefusal(
    'TRUST_PROXY must be off, a number of proxies, or the addresses of the proxies separated by commas.',
  );
}
