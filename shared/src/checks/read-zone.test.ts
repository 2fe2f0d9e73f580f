import { dnsData, writeReply, type GivenReply } from '../testing/dns-reply.js';
import type { RecordType } from './dns-message.js';
import { controlText, readControl, readZone, zoneQuestions, type ZoneInput } from './read-zone.js';

const domain = 'ponant.example';
type Given = Readonly<Record<string, GivenReply | null>>;

const texts = (...all: string[]): GivenReply => ({
  records: all.map((text) => ({ type: 'TXT', data: dnsData.text(text) })),
});
const records = (type: RecordType, ...data: number[][]): GivenReply => ({
  records: data.map((one) => ({ type, data: one })),
});

const sound: Given = {
  [`${domain} NS`]: records('NS', dnsData.name('ns1.ponant.example'), dnsData.name('ns2.ponant.example')),
  [`${domain} SOA`]: { ...records('SOA', dnsData.start()), authenticated: true },
  [`${domain} DS`]: records('DS', dnsData.signer()),
  [`${domain} MX`]: records('MX', dnsData.mail(10, 'mx.ponant.example')),
  [`${domain} TXT`]: texts('v=spf1 include:mail.example -all', 'autre'),
  [`_dmarc.${domain} TXT`]: texts('v=DMARC1; p=reject'),
  [`_mta-sts.${domain} TXT`]: texts('v=STSv1; id=1;'),
  [`${domain} CAA`]: records('CAA', dnsData.authority('issue', 'ca.example')),
  [`s1._domainkey.${domain} TXT`]: texts('v=DKIM1; p=MIGf'),
};
const policy = { body: 'version: STSv1\nmode: enforce\nmx: mx.ponant.example\nmax_age: 604800\n' };

function input(given: Given, more: Partial<ZoneInput> = {}): ZoneInput {
  const selectors = ['s1'];
  const replies = zoneQuestions(domain, selectors).map((question) => {
    const reply = given[`${question.name} ${question.type}`];
    return { ...question, message: reply === null ? null : writeReply(question, reply ?? {}) };
  });
  return { domain, selectors, replies, policy, ...more };
}
const codesOf = (zone: ZoneInput) => readZone(zone).remarks.map(({ code }) => code);

test('a sound zone has nothing to report', () => {
  expect(readZone(input(sound)).verdict).toBe('ok');
  expect(codesOf(input(sound))).toEqual([
    'ns',
    'soa',
    'dnssec',
    'mx',
    'spf',
    'dkim',
    'dmarc',
    'mta-sts',
    'caa',
  ]);
});

test.each<[string, GivenReply | null, string]>([
  [`${domain} NS`, records('NS', dnsData.name('ns1.ponant.example')), 'ns-single'],
  [`${domain} NS`, { code: 3 }, 'ns-none'],
  [`${domain} DS`, {}, 'dnssec-none'],
  [`${domain} SOA`, records('SOA', dnsData.start()), 'dnssec-not-validated'],
  [`${domain} MX`, records('MX', dnsData.mail(0, '')), 'mx-null'],
  [`${domain} MX`, {}, 'mx-none'],
  [`${domain} TXT`, {}, 'spf-none'],
  [`${domain} TXT`, texts('v=spf1 -all', 'v=spf1 ~all'), 'spf-several'],
  [`${domain} TXT`, texts('v=spf1 +all'), 'spf-open'],
  [`${domain} TXT`, texts('v=spf1 include:x.example ?all'), 'spf-open'],
  [`${domain} TXT`, texts('v=spf1 redirect=x.example'), 'spf-redirect'],
  [`${domain} TXT`, texts('v=spf1000 -all'), 'spf-none'],
  [`s1._domainkey.${domain} TXT`, texts('v=DKIM1; p='), 'dkim-revoked'],
  [`s1._domainkey.${domain} TXT`, {}, 'dkim-none'],
  [`_dmarc.${domain} TXT`, texts('v=DMARC1; p=none; rua=mailto:x@y.example'), 'dmarc-watching'],
  [`_dmarc.${domain} TXT`, {}, 'dmarc-none'],
  [`_mta-sts.${domain} TXT`, {}, 'mta-sts-none'],
  [`${domain} CAA`, {}, 'caa-none'],
])('%s otherwise: %#', (question, reply, code) => {
  expect(codesOf(input({ ...sound, [question]: reply }))).toContain(code);
});

test.each<[string, GivenReply | null, string]>([
  [`${domain} NS`, null, 'ns-unknown'],
  [`${domain} TXT`, { code: 2 }, 'spf-unknown'],
  [`${domain} MX`, { truncated: true }, 'mx-unknown'],
  [`_dmarc.${domain} TXT`, { code: 5 }, 'dmarc-unknown'],
])('a failure is unknown and never an absence: %s %j', (question, reply, code) => {
  const reading = readZone(input({ ...sound, [question]: reply }));
  expect(reading.remarks.map((one) => one.code)).toContain(code);
  expect(reading.verdict).toBe('unknown');
});

test('an answer to another question is none', () => {
  const lied = input(sound);
  const replies = lied.replies.map((reply) =>
    reply.type === 'MX'
      ? { ...reply, message: writeReply({ name: 'autre.example', type: 'MX' }, sound[`${domain} MX`] ?? {}) }
      : reply,
  );
  expect(codesOf({ ...lied, replies })).toContain('mx-unknown');
});

test('a key behind another name is found, and one of a stranger is not', () => {
  const target = 's1.mail.example';
  const behind = (name: string): GivenReply => ({
    records: [
      { type: 'CNAME', data: dnsData.name(target) },
      { type: 'TXT', name, data: dnsData.text('p=MIGf') },
    ],
  });
  const question = `s1._domainkey.${domain} TXT`;
  expect(codesOf(input({ ...sound, [question]: behind(target) }))).toContain('dkim');
  expect(codesOf(input({ ...sound, [question]: behind('autre.example') }))).toContain('dkim-none');
});

test.each<[string | null, string]>([
  [null, 'mta-sts-unknown'],
  ['version: STSv1\nmode: testing\n', 'mta-sts-idle'],
  ['mode: enforce\n', 'mta-sts-broken'],
  ['<html>', 'mta-sts-broken'],
])('the policy %j reads %s', (body, code) => {
  expect(codesOf(input(sound, { policy: { body } }))).toContain(code);
});

test.each<[string, GivenReply | null, string]>([
  ['there', texts('autre', controlText('abc')), 'ok'],
  ['another', texts(controlText('abd')), 'attention'],
  ['absent', { code: 3 }, 'attention'],
  ['not told', null, 'unknown'],
])('a token that is %s', (_name, reply, verdict) => {
  const question = { name: `_probant.${domain}`, type: 'TXT' } as const;
  const message = reply === null ? null : writeReply(question, reply);
  expect(readControl(domain, 'abc', { ...question, message }).verdict).toBe(verdict);
});
