import type http from 'node:http';
import { dnsData, type GivenReply } from '@probant/shared/testing/dns-reply';
import { startDnsServer, type DnsFixture, type DnsZone } from '../../../test/fixtures/dns-server.js';
import { startWebServer, type WebFixture } from '../../../test/fixtures/web-server.js';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { startApp } from '../../../test/harness/running-app.js';
import { populate, type World } from '../../../test/harness/world.js';

interface Check {
  readonly id: string;
  readonly verdict: string;
  readonly level: string;
  readonly cached: boolean;
  readonly remarks: readonly { readonly code: string }[];
  readonly replies: readonly {
    readonly source: string;
    readonly status: number;
    readonly failure: string | null;
    readonly sha256: string;
  }[];
}
interface Register {
  readonly network: boolean;
  readonly local: { readonly siren: string; readonly checksum: boolean; readonly vatNumber: string } | null;
  readonly items: readonly Check[];
  readonly tokens: readonly { readonly name: string; readonly text: string }[];
}

const siren = '732829320';
const alive = { results: [{ siren, nom_complet: 'CADRAN', etat_administratif: 'A' }] };
const texts = (...all: string[]): GivenReply => ({
  records: all.map((text) => ({ type: 'TXT', data: dnsData.text(text) })),
});

describe('checks against registers', () => {
  let all: World;
  let given: GivenAssessment;
  let web: WebFixture;
  let names: DnsFixture;
  let answer: http.RequestListener;
  let zone: DnsZone;
  beforeAll(async () => {
    web = await startWebServer((request, response) => answer(request, response));
    names = await startDnsServer(() => zone);
    const url = web.origin;
    all = await populate(
      await startApp({
        checks: {
          companyUrl: url,
          bodaccUrl: url,
          vatUrl: url,
          rdapUrl: `${url}/dns.json`,
          dns: [{ address: names.address, port: names.port }],
        },
      }),
    );
  });
  beforeEach(async () => {
    answer = (_request, response) => response.end(JSON.stringify(alive));
    zone = { replies: {} };
    web.asked.length = 0;
    given = await givenAssessment(all);
    await all.sql('UPDATE suppliers SET siren = NULL WHERE siren = $1', [siren]);
    await all.sql('UPDATE suppliers SET siren = $2 WHERE id = $1', [given.supplierId, siren]);
  });
  afterAll(async () => {
    await all.close();
    await web.close();
    await names.close();
  });

  const at = () => `/api/engagements/${given.engagementId}`;
  const checks = (kind: string, domain = '', selectors: string[] = []) =>
    all.acme.buyer.post<Check>(`${at()}/checks`, { kind, domain, selectors });
  const reads = async () => (await all.acme.auditor.get<Register>(`${at()}/checks`)).body;

  test('the answer of a register is kept with its bytes, its hash and its instant', async () => {
    const { body } = await checks('company');
    expect(body).toMatchObject({ verdict: 'ok', level: 'E4', cached: false });
    const [reply] = body.replies;
    expect(reply).toMatchObject({ status: 200, failure: null, sha256: sha256(JSON.stringify(alive)) });
    expect(reply?.source).toBe(
      `${web.origin}/search?q=${siren}&per_page=1&include_admin=bodacc%2Cimmatriculation`,
    );
    const call = all.acme.auditor.start('get', `${at()}/checks/${body.id}/replies/0`).buffer(true);
    const bytes = await call.parse((response, done) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (part: string) => (text += part));
      response.on('end', () => done(null, text));
    });
    expect(bytes.body).toBe(JSON.stringify(alive));
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(JSON.parse(events.at(-1)?.text ?? '{}')).toMatchObject({
      kind: 'check-made',
      target: siren,
      repliesSha256: [reply?.sha256],
    });
  });

  test('an answer stands for an hour, for this buyer alone', async () => {
    await checks('company');
    expect((await checks('company')).body.cached).toBe(true);
    expect(web.asked).toHaveLength(1);
    const other = await givenAssessment(all, { buyer: all.globex });
    await all.sql('UPDATE suppliers SET siren = $2 WHERE id = $1', [other.supplierId, siren]);
    const path = `/api/engagements/${other.engagementId}/checks`;
    expect((await all.globex.buyer.get<Register>(path)).body.items).toEqual([]);
    const asked = await all.globex.buyer.post<Check>(path, { kind: 'company', domain: '', selectors: [] });
    expect(asked.body.cached).toBe(false);
    all.clock.at = new Date(all.clock.at.getTime() + 3_600_001);
    expect((await checks('company')).body.cached).toBe(false);
    expect(web.asked).toHaveLength(3);
  });

  test.each<[string, http.RequestListener, string]>([
    ['an error', (_request, response) => response.writeHead(500).end('oh'), 'bad-status'],
    ['a page', (_request, response) => response.end('<html>'), 'bad-reply'],
    ['a broken line', ({ socket }) => socket.destroy(), 'unreachable'],
  ])('%s is unknown, is kept, and may be asked again at once', async (_name, listener, code) => {
    answer = listener;
    const { body } = await checks('company');
    expect(body).toMatchObject({ verdict: 'unknown', level: 'E0', remarks: [{ code }] });
    answer = (_request, response) => response.end(JSON.stringify(alive));
    expect((await checks('company')).body).toMatchObject({ verdict: 'ok', cached: false });
    expect((await reads()).items).toMatchObject([{ verdict: 'ok' }]);
  });

  test('the Bodacc and VIES are asked for that number', async () => {
    answer = ({ url }, response) =>
      response.end(JSON.stringify(url?.includes('/vat/') ? { isValid: true } : { results: [] }));
    expect((await checks('bodacc')).body.verdict).toBe('ok');
    expect((await checks('vat')).body.verdict).toBe('ok');
    expect(web.asked[0]).toContain(`where=registre+like+%22${siren}%22`);
    expect(web.asked[1]).toMatch(/\/ms\/FR\/vat\/44732829320$/);
  });

  test('a register that the list names inside the house is refused', async () => {
    answer = (_request, response) =>
      response.end(JSON.stringify({ services: [[['example'], ['https://127.0.0.1/rdap/']]] }));
    const { body } = await checks('rdap', 'ponant.example');
    expect(body).toMatchObject({ verdict: 'unknown', remarks: [{ code: 'refused-address' }] });
    expect(web.asked).toHaveLength(1);
  });

  test('a zone is read record by record, and a lie about it is unknown', async () => {
    zone = {
      replies: {
        'ponant.example NS': {
          records: ['ns1', 'ns2'].map((one) => ({
            type: 'NS',
            data: dnsData.name(`${one}.ponant.example`),
          })),
        },
        'ponant.example TXT': texts('v=spf1 -all'),
        '_dmarc.ponant.example TXT': texts('v=DMARC1; p=reject'),
        's1._domainkey.ponant.example TXT': texts('p=MIGf'),
      },
    };
    const { body } = await checks('dns', 'PONANT.example.', ['s1']);
    const codes = body.remarks.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['ns', 'spf', 'dkim', 'dmarc', 'dnssec-none', 'mx-none']));
    expect(body.replies.map(({ source }) => source)).toContain(
      `dns://127.0.0.1:${names.port}/_dmarc.ponant.example?type=TXT`,
    );
    zone = { ...zone, mischief: 'wrong-id' };
    expect((await checks('dns', 'ponant.example', ['s2'])).body).toMatchObject({
      verdict: 'unknown',
      level: 'E0',
    });
  }, 30_000);

  test('a token in the zone shows who controls it', async () => {
    expect(await checks('zone-control', 'ponant.example')).toBeProblem('zone-token-missing');
    const made = await all.acme.buyer.post<{ name: string; text: string }>(`${at()}/zone-token`, {
      domain: 'ponant.example',
    });
    const again = await all.acme.buyer.post(`${at()}/zone-token`, { domain: 'https://ponant.example/' });
    expect(again.body).toEqual(made.body);
    expect((await checks('zone-control', 'ponant.example')).body.verdict).toBe('attention');
    zone = { replies: { [`${made.body.name} TXT`]: texts('autre', made.body.text) } };
    all.clock.at = new Date(all.clock.at.getTime() + 3_600_001);
    expect((await checks('zone-control', 'ponant.example')).body.verdict).toBe('ok');
  });

  test('a reviewer takes the answer of a register as proof of the questions that ask for one', async () => {
    const submitted = await givenSubmission(all, {
      status: 'in-review',
      answers: { 'FIN-01': { state: 'answered', value: 'in_bonis' } },
    });
    await all.sql('UPDATE suppliers SET siren = NULL WHERE siren = $1', [siren]);
    await all.sql('UPDATE suppliers SET siren = $2 WHERE id = $1', [submitted.supplierId, siren]);
    const path = `/api/engagements/${submitted.engagementId}/checks`;
    const { id } = (await all.acme.buyer.post<Check>(path, { kind: 'company', domain: '', selectors: [] }))
      .body;
    const review = `/api/assessments/${submitted.assessmentId}/review/checks`;
    const grades = async () =>
      (
        await all.acme.auditor.get<{ items: { questionId: string; level: string | null }[] }>(review)
      ).body.items.map(({ questionId, level }) => `${questionId} ${level ?? 'offered'}`);
    expect(await grades()).toEqual(['FIN-01 offered']);
    const provenBy = async () => {
      const lines = await all.acme.buyer.get<{
        score: { trace: { lines: { question: string; phi: number }[] } };
      }>(`/api/assessments/${submitted.assessmentId}/review`);
      return lines.body.score.trace.lines.find(({ question }) => question === 'FIN-01')?.phi;
    };
    expect(await provenBy()).toBe(0);
    const grade = (questionId: string, level: string | null) =>
      all.acme.buyer.put(`${review}/${id}`, { questionId, level });
    expect(await grade('BKP-04', 'E4')).toBeProblem('invalid-input', ['/questionId']);
    expect((await grade('FIN-01', 'E4')).status).toBe(200);
    expect(await grades()).toEqual(['FIN-01 E4']);
    expect(await provenBy()).toBe(1);
    const override = { state: 'answered', value: 'plan', reason: 'Plan publié.', revision: 1 };
    const questions = `/api/assessments/${submitted.assessmentId}/review/questions`;
    expect((await all.acme['risk-manager'].put(`${questions}/FIN-01/override`, override)).status).toBe(200);
    // Taken beside another answer, it proves this one no more.
    expect([await grades(), await provenBy()]).toEqual([['FIN-01 offered'], 0]);
    expect((await grade('FIN-01', 'E4')).status).toBe(200);
    expect(await provenBy()).toBe(1);
    await grade('FIN-01', null);
    expect(await provenBy()).toBe(0);
  });

  test('what cannot be asked is refused', async () => {
    expect(await checks('dns')).toBeProblem('invalid-input', ['/domain']);
    expect(await checks('rdap', 'pas un domaine')).toBeProblem('invalid-input', ['/domain']);
    expect(await checks('dns', 'ponant.example', ['a b'])).toBeProblem('invalid-input', ['/selectors/0']);
    await all.sql('UPDATE suppliers SET siren = NULL WHERE id = $1', [given.supplierId]);
    expect(await checks('company')).toBeProblem('siren-missing');
    expect(web.asked).toEqual([]);
  });

  test('what the number says of itself needs nobody', async () => {
    expect(await reads()).toMatchObject({
      network: true,
      local: { siren, checksum: true, vatNumber: 'FR44732829320' },
    });
  });
});

test('where the operator lets nothing be asked, nothing is', async () => {
  const all = await populate(await startApp());
  const { engagementId, supplierId } = await givenAssessment(all);
  await all.sql('UPDATE suppliers SET siren = $2 WHERE id = $1', [supplierId, siren]);
  const path = `/api/engagements/${engagementId}/checks`;
  expect((await all.acme.buyer.get<Register>(path)).body).toMatchObject({ network: false, items: [] });
  const asked = await all.acme.buyer.post(path, { kind: 'company', domain: '', selectors: [] });
  expect(asked).toBeProblem('checks-off');
  await all.close();
});
