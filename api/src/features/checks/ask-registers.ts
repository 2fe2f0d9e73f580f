import { domainToASCII } from 'node:url';
import {
  checkTargets,
  failedReading,
  type CheckFailure,
  type CheckKind,
  type CheckReading,
} from '@probant/shared/checks/check';
import { readBodacc, readCompany, readVat } from '@probant/shared/checks/read-company';
import { findRdapServer, readRdap } from '@probant/shared/checks/read-rdap';
import {
  controlPrefix,
  hasTransportPolicy,
  readControl,
  readZone,
  zoneQuestions,
  type ZoneInput,
  type ZoneReply,
} from '@probant/shared/checks/read-zone';
import { vatNumber } from '@probant/shared/suppliers/siren';
import { askDns } from '../../platform/outbound/ask-dns.js';
import type { Doors } from '../../platform/outbound/doors.js';
import {
  fetchBounded,
  type Bounds,
  type FetchOutcome,
  type Trust,
} from '../../platform/outbound/fetch-bounded.js';
import type { ChecksConfig } from '../../platform/config/checks-config.js';

export interface KeptReply {
  readonly source: string;
  /** Of HTTP; 0 for DNS, whose code stands in the bytes, and where nobody answered. */
  readonly status: number;
  readonly failure: CheckFailure | null;
  readonly body: Buffer;
}

export interface Asked {
  readonly reading: CheckReading;
  readonly replies: readonly KeptReply[];
}

export interface Question {
  readonly kind: CheckKind;
  readonly target: string;
  readonly selectors: readonly string[];
  readonly token: string;
  readonly today: string;
}

/** Asks and reads; what was not found out is unknown. A name with accents goes out, and comes back, in its ASCII form. */
export async function askRegister(config: ChecksConfig, doors: Doors, asked: Question): Promise<Asked> {
  const { kind, token } = asked;
  const target = checkTargets[kind] === 'domain' ? domainToASCII(asked.target) : asked.target;
  const question = { ...asked, target };
  switch (kind) {
    case 'company': {
      const query = new URLSearchParams({
        q: target,
        per_page: '1',
        include_admin: 'bodacc,immatriculation',
      });
      return one(doors, `${config.companyUrl}/search?${query.toString()}`, (body) =>
        readCompany(target, body),
      );
    }
    case 'bodacc': {
      const query = new URLSearchParams({
        where: `registre like "${target}"`,
        order_by: 'dateparution desc',
        limit: '50',
      });
      const path = '/api/explore/v2.1/catalog/datasets/annonces-commerciales/records';
      return one(doors, `${config.bodaccUrl}${path}?${query.toString()}`, (body) => readBodacc(target, body));
    }
    case 'vat': {
      const vat = vatNumber(target) ?? '';
      return one(doors, `${config.vatUrl}/ms/FR/vat/${vat.slice(2)}`, (body) => readVat(vat, body));
    }
    case 'rdap':
      return askRdap(config, doors, question);
    case 'dns':
      return askZone(config, doors, question);
    case 'zone-control': {
      const name = `${controlPrefix}.${target}`;
      const { zone, kept } = await askName(config, { name, type: 'TXT' });
      return { reading: readControl(target, token, zone), replies: [kept] };
    }
  }
}

async function one(doors: Doors, address: string, read: (body: string) => CheckReading): Promise<Asked> {
  const outcome = await fetchBounded(doors, address, { trust: 'chosen' });
  return { reading: readingOf(outcome, read), replies: [kept(address, outcome)] };
}

function readingOf({ failure, fetched }: FetchOutcome, read: (body: string) => CheckReading): CheckReading {
  return failure === null ? read(fetched.body.toString('utf8')) : failedReading(failure);
}

function kept(address: string, { failure, fetched }: FetchOutcome): KeptReply {
  const { source, status, body } = fetched ?? { source: address, status: 0, body: Buffer.alloc(0) };
  return { source, status, failure, body };
}

/** The operator chose the list of registers; the register that it names is a host like any other. */
async function askRdap(config: ChecksConfig, doors: Doors, { target, today }: Question): Promise<Asked> {
  const list = await fetchBounded(doors, config.rdapUrl, { trust: 'chosen' });
  const listed = kept(config.rdapUrl, list);
  if (list.failure !== null) return { reading: failedReading(list.failure), replies: [listed] };
  const server = findRdapServer(list.fetched.body.toString('utf8'), target);
  if (server === undefined) return { reading: failedReading('bad-reply'), replies: [listed] };
  const address = `${server}domain/${target}`;
  const outcome = await fetchBounded(doors, address, { trust: 'guarded' });
  return {
    reading: readingOf(outcome, (body) => readRdap(target, body, today)),
    replies: [listed, kept(address, outcome)],
  };
}

/** RFC 8461: small, over https, and no redirection is followed. */
const policyBounds: Partial<Bounds> & { readonly trust: Trust } = {
  trust: 'guarded',
  maxBytes: 65_536,
  redirects: 0,
};

async function askZone(config: ChecksConfig, doors: Doors, question: Question): Promise<Asked> {
  const { target, selectors } = question;
  const asked = await Promise.all(zoneQuestions(target, selectors).map((name) => askName(config, name)));
  const input: ZoneInput = { domain: target, selectors, replies: asked.map(({ zone }) => zone) };
  const replies = asked.map((answer) => answer.kept);
  if (!hasTransportPolicy(input)) return { reading: readZone(input), replies };
  const address = `https://mta-sts.${target}/.well-known/mta-sts.txt`;
  const outcome = await fetchBounded(doors, address, policyBounds);
  const body = outcome.failure === null ? outcome.fetched.body.toString('utf8') : null;
  return {
    reading: readZone({ ...input, policy: { body } }),
    replies: [...replies, kept(address, outcome)],
  };
}

async function askName(
  { dns }: ChecksConfig,
  question: Pick<ZoneReply, 'name' | 'type'>,
): Promise<{ readonly zone: ZoneReply; readonly kept: KeptReply }> {
  const answer = await askDns(dns, question);
  const server = answer?.server ?? dns[0];
  const host = server === undefined ? '' : `${server.address}:${server.port}`;
  return {
    zone: { ...question, message: answer?.message ?? null },
    kept: {
      source: `dns://${host}/${question.name}?type=${question.type}`,
      status: 0,
      failure: answer === null ? 'timeout' : null,
      body: answer?.message ?? Buffer.alloc(0),
    },
  };
}
