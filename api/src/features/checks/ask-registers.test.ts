import type http from 'node:http';
import net from 'node:net';
import { dnsData } from '@probant/shared/testing/dns-reply';
import { startDnsServer, type DnsFixture, type DnsZone } from '../../../test/fixtures/dns-server.js';
import { startWebServer, type WebFixture } from '../../../test/fixtures/web-server.js';
import type { ChecksConfig } from '../../platform/config/checks-config.js';
import type { Doors } from '../../platform/outbound/doors.js';
import { askRegister, type Asked } from './ask-registers.js';

const policy = 'version: STSv1\nmode: enforce\nmx: mx.ponant.example\nmax_age: 604800\n';
const domain = {
  ldhName: 'ponant.example',
  events: [{ eventAction: 'expiration', eventDate: '2028-01-01T00:00:00Z' }],
};

/** Hosts that somebody else names, which resolve to public addresses and are connected to on this machine. */
describe('registers that are named by others', () => {
  let web: WebFixture;
  let names: DnsFixture;
  let zone: DnsZone;
  let answer: http.RequestListener;
  let addresses: Record<string, string>;
  let doors: Doors;
  let config: ChecksConfig;
  beforeAll(async () => {
    web = await startWebServer((request, response) => answer(request, response));
    names = await startDnsServer(() => zone);
    const connect: Doors['connect'] = () => net.connect({ host: '127.0.0.1', port: web.port });
    const resolve: Doors['resolve'] = (host) => Promise.resolve([addresses[host] ?? '127.0.0.1']);
    doors = { resolve, connect };
    config = {
      companyUrl: web.origin,
      bodaccUrl: web.origin,
      vatUrl: web.origin,
      rdapUrl: `${web.origin}/dns.json`,
      dns: [{ address: names.address, port: names.port }],
    };
  });
  beforeEach(() => {
    web.asked.length = 0;
    addresses = { 'rdap.example': '193.0.6.139', 'mta-sts.ponant.example': '193.0.6.140' };
    zone = {
      replies: {
        '_mta-sts.ponant.example TXT': {
          records: [{ type: 'TXT', data: dnsData.text('v=STSv1; id=1') }],
        },
      },
    };
  });
  afterAll(async () => {
    await web.close();
    await names.close();
  });

  const asks = (kind: 'rdap' | 'dns', target = 'ponant.example'): Promise<Asked> =>
    askRegister(config, doors, {
      kind,
      target,
      selectors: [],
      token: '',
      today: '2026-11-28',
    });
  const codes = ({ reading }: Asked) => reading.remarks.map(({ code }) => code);
  const rdap: http.RequestListener = ({ url }, response) =>
    url === '/dns.json'
      ? response.end(JSON.stringify({ services: [[['example'], ['https://rdap.example/v1']]] }))
      : response.end(JSON.stringify(domain));

  test('the register of a top-level domain is found in the list and asked', async () => {
    answer = rdap;
    const asked = await asks('rdap');
    expect(codes(asked)).toContain('rdap-expiry');
    expect(asked.replies.map(({ source }) => source)).toEqual([
      `${web.origin}/dns.json`,
      'https://rdap.example/v1/domain/ponant.example',
    ]);
    expect(web.asked[1]).toBe('GET rdap.example/v1/domain/ponant.example');
  });

  test('a name with accents is asked for in its ASCII form', async () => {
    const records = [{ type: 'NS' as const, data: dnsData.name('ns1.ponant.example') }];
    zone = { replies: { 'xn--pnant-6ta.example NS': { records } } };
    const { reading } = await asks('dns', 'pônant.example');
    expect(reading.remarks.map(({ code }) => code)).toContain('ns-single');
    answer = rdap;
    expect((await asks('rdap', 'pônant.example')).replies[1]?.source).toBe(
      'https://rdap.example/v1/domain/xn--pnant-6ta.example',
    );
  });

  test('one that answers about another domain, or moves inside, is unknown', async () => {
    answer = (request, response) =>
      request.url === '/dns.json'
        ? rdap(request, response)
        : response.end(JSON.stringify({ ...domain, ldhName: 'autre.example' }));
    expect((await asks('rdap')).reading.verdict).toBe('unknown');
    addresses = { ...addresses, 'rdap.example': '169.254.169.254' };
    expect(codes(await asks('rdap'))).toEqual(['refused-address']);
  });

  test('a policy of MTA-STS is read over https, from a public address', async () => {
    answer = (_request, response) => response.end(policy);
    const asked = await asks('dns');
    expect(codes(asked)).toContain('mta-sts');
    expect(web.asked).toEqual(['GET mta-sts.ponant.example/.well-known/mta-sts.txt']);
    expect(asked.replies.at(-1)?.body.toString()).toBe(policy);
  });

  test.each<[string, http.RequestListener, string]>([
    [
      'sent elsewhere',
      (_, response) => response.writeHead(302, { location: 'https://rdap.example/' }).end(),
      'redirected',
    ],
    ['too large', (_, response) => response.end('x'.repeat(70_000)), 'too-large'],
    ['absent', (_, response) => response.writeHead(404).end(), 'bad-status'],
  ])('a policy that is %s is unknown', async (_name, listener, failure) => {
    answer = listener;
    const asked = await asks('dns');
    expect(codes(asked)).toContain('mta-sts-unknown');
    expect(asked.replies.at(-1)?.failure).toBe(failure);
  });

  test('a policy inside the house is not asked for', async () => {
    answer = (_request, response) => response.end(policy);
    addresses = { 'mta-sts.ponant.example': '::ffff:10.0.0.1' };
    expect((await asks('dns')).replies.at(-1)?.failure).toBe('refused-address');
    expect(web.asked).toEqual([]);
  });
});
