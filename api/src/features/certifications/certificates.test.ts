import { aCertificate, aCertificateChange } from '../../../test/harness/given-certificate.js';
import { givenChain, type GivenChain } from '../../../test/harness/given-chain.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import type { CertificateResponse, CertificatesResponse } from './certificates.dto.js';

describe('the watch over all certificates', () => {
  let all: World;
  let given: GivenChain;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenChain(all);
  });
  afterAll(() => all.close());

  const list = async (query = ''): Promise<CertificatesResponse> =>
    (await all.acme.auditor.get<CertificatesResponse>(`/api/certificates?holderId=${given.holder}${query}`))
      .body;
  const untils = ['2026-11-21', '2026-11-22', '2026-12-22', '2027-02-20', '2027-05-21', '2027-05-22'];

  test('in their bands, by their end, filtered and counted', async () => {
    for (const [index, validUntil] of untils.entries())
      await given.record(given.holder, { number: `N-${index}`, validUntil });
    const { items, bands, total } = await list();
    expect(items.map(({ band }) => band)).toEqual(['ended', '0', '30', '90', '180', 'later']);
    expect(bands.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(total).toBe(6);
    for (const band of ['ended', '0', '30', '90', '180', 'later'] as const) {
      expect((await list(`&band=${band}`)).items.map((one) => one.band)).toEqual([band]);
    }
    expect((await list('&search=n-3')).items.map(({ number }) => number)).toEqual(['N-3']);
    expect((await list('&kind=iso27001')).items).toEqual([]);
    const page = await list('&limit=4');
    expect((await list(`&limit=4&after=${page.next ?? ''}`)).items.map(({ number }) => number)).toEqual([
      'N-4',
      'N-5',
    ]);
    expect(items[0]?.engagements).toMatchObject([
      { id: given.engagementId, supplierName: given.named('Nivéole') },
    ]);
  });

  test('one is corrected with its history, refused when somebody else was faster, and removed', async () => {
    const { id, number } = await given.record(given.holder);
    const change = aCertificateChange({ number, sites: [], validUntil: '2030-01-01' });
    const put = () =>
      all.acme.buyer.put<CertificateResponse>(`/api/certificates/${id}`, { ...change, revision: 1 });
    expect((await put()).body).toMatchObject({ validUntil: '2030-01-01', revision: 2 });
    expect(await put()).toBeProblem('stale-revision');
    expect((await all.acme.buyer.delete(`/api/certificates/${id}`)).status).toBe(204);
    expect((await list()).items).toEqual([]);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(events.slice(-3).map(({ kind }) => kind)).toEqual([
      'certificate-recorded',
      'certificate-changed',
      'certificate-removed',
    ]);
  });

  test.each([
    [{ activities: [] }, '/activities'],
    [{ validUntil: '2020-01-01' }, '/validUntil'],
    [{ holderId: '0193a000-0000-7000-8000-000000000000' }, '/holderId'],
  ])('%j is refused at its place', async (change, pointer) => {
    expect(
      await all.acme.buyer.post('/api/certificates', aCertificate(given.holder, change as object)),
    ).toBeProblem('invalid-input', [pointer]);
  });
});
