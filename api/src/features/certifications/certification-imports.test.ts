import { aCertificate } from '../../../test/harness/given-certificate.js';
import { givenEngagement, givenSupplier } from '../../../test/harness/given-supplier.js';
import { readChain } from '../../../test/harness/read-chain.js';
import type { Reply } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import type { CertificatesResponse } from './certificates.dto.js';
import type {
  CertificationImportAppliedResponse,
  CertificationImportPreviewResponse,
} from './certification-imports.dto.js';
import type { CertificationResponse } from './chains.dto.js';

describe('tables laid over what is on record', () => {
  let all: World;
  let holder: string;
  let chain: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    holder = (await givenSupplier(all.acme.buyer, { name: 'Nivéole Santé' })).id;
    const engagement = await givenEngagement(all.acme.buyer, {
      supplierId: holder,
      context: { health_data: true },
    });
    chain = `/api/engagements/${engagement.id}/certification`;
  });
  afterAll(() => all.close());

  async function send<T>(
    path: string,
    file: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Reply<T>> {
    let call = all.acme.buyer.start('post', path);
    for (const [key, value] of Object.entries(fields)) call = call.field(key, value);
    return all.acme.buyer.finish<T>(await call.attach('file', Buffer.from(file), 'garanties.csv'));
  }
  const preview = (at: string, file: string, fields = {}) =>
    send<CertificationImportPreviewResponse>(`${at}/import/preview`, file, fields);
  const apply = (at: string, file: string, plan: string) =>
    send<CertificationImportAppliedResponse>(`${at}/import/apply`, file, { plan });
  const written = () =>
    all.sql(`SELECT (SELECT count(*) FROM certificates) AS certificates, (SELECT count(*) FROM subcontractors) AS subcontractors,
      (SELECT count(*) FROM certification_chains) AS chains, (SELECT count(*) FROM events) AS events`);

  const guarantees = [
    'Tableau des garanties;;;;;',
    'Raison sociale de l’acteur;Sous-traitant de;Certifié HDS;Activités d’hébergement;N° du certificat;Date d’expiration',
    'Nivéole Santé;;Oui;3 à 5;HDS-2025-0342;30/09/2028',
    'Granit Table;;Oui;1, 2;HDS-2024-0117;14/02/2027',
    'Ardoise Table;Granit Table;Non;Sauvegarde;;',
  ].join('\n');

  test('the table of guarantees is shown first, then written whole', async () => {
    const before = await written();
    const seen = await preview(chain, guarantees);
    expect(await written()).toEqual(before);
    expect(seen.body).toMatchObject({
      headingRow: 2,
      rowCount: 3,
      errorCount: 0,
      counts: { actors: 2, recorded: 2, changed: 0, passedOver: 0 },
    });
    expect(seen.body.columns.map(({ field }) => field)).toEqual([
      'performer.name',
      'performer.under',
      'certified',
      'activities',
      'certificate.number',
      'certificate.until',
    ]);
    expect((await apply(chain, guarantees, seen.body.plan ?? '')).body.counts).toEqual(seen.body.counts);
    const { body } = await all.acme.buyer.get<CertificationResponse>(chain);
    expect(body.coverage.map(({ state }) => state)).toEqual([...Array<string>(5).fill('covered'), 'none']);
    expect(body.coverage[5]?.performers[0]).toMatchObject({
      source: 'guarantees-table',
      statedOn: '2026-11-22',
    });
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    const stated = events.findLast(({ kind }) => kind === 'certification-chain-stated');
    expect(JSON.parse(stated?.text ?? '{}')).toMatchObject({ fileName: 'garanties.csv', revision: 1 });
    // The same again has nothing to do.
    expect((await preview(chain, guarantees)).body.plan).toBeNull();
  });

  test('a dirty table is told cell by cell, and nothing is written', async () => {
    const before = await written();
    const file = `${guarantees}\nBrume;;peut-être;hébergement;;bientôt\n;;Oui;1;;`;
    const { body } = await preview(chain, file);
    expect(body.plan).toBeNull();
    expect(body.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [6, 'D', 'not-an-activity'],
      [6, 'C', 'cell-not-a-choice'],
      [6, 'F', 'not-a-date'],
      [7, 'A', 'required'],
    ]);
    expect(await apply(chain, file, 'a'.repeat(64))).toBeProblem('import-refused');
    expect(await written()).toEqual(before);
  });

  test('columns that nobody recognised are mapped by hand', async () => {
    const file = 'Qui;Quoi\nGranit Main;1\n';
    const unread = await preview(chain, file);
    expect(unread.body.errors.map(({ code }) => code)).toEqual(['column-missing', 'column-missing']);
    const mapping = JSON.stringify(['performer.name', 'activities']);
    expect((await preview(chain, file, { mapping })).body).toMatchObject({
      errorCount: 0,
      counts: { actors: 1 },
    });
    expect(
      (await preview(chain, file, { mapping: '["moon","activities"]' })).body.errorCount,
    ).toBeGreaterThan(0);
    expect(await preview(chain, file, { mapping: '{' })).toBeProblem('invalid-input', ['/mapping']);
  });

  test('what was shown and is no longer so is not written', async () => {
    const seen = await preview(chain, guarantees);
    await all.acme.buyer.post('/api/certificates', aCertificate(holder, { number: 'HDS-2025-0342' }));
    expect(await apply(chain, guarantees, seen.body.plan ?? '')).toBeProblem('import-outdated');
  });

  test('a table with a loop is refused with its way round', async () => {
    const file = 'Intervenant;Sous-traitant de;Activités HDS\nUn;Deux;1\nDeux;Un;2\n';
    const { body } = await preview(chain, file);
    expect(body.plan).toBeNull();
    expect(body.errors[0]?.detail).toContain('→');
  });

  test('a list of certified hosts renews the certificates of companies on record and passes over the others', async () => {
    holder = (await givenSupplier(all.acme.buyer, { name: 'Tamaris Archivé' })).id;
    await all.acme.buyer.post(
      '/api/certificates',
      aCertificate(holder, { validUntil: '2027-02-14', sites: [] }),
    );
    const file = [
      'Hébergeur;Périmètre du certificat;Numéro de certificat;Date de fin de validité',
      'TAMARIS ARCHIVE;1 et 2;HDS-2024-0117;14/02/2030',
      'Tamaris Archivé;3 à 6;HDS-2026-0002;31/12/2028',
      'Inconnu;???;;jamais',
    ].join('\n');
    const seen = await preview('/api/certificates', file);
    expect(seen.body).toMatchObject({
      errorCount: 0,
      counts: { actors: 0, recorded: 1, changed: 1, passedOver: 1 },
    });
    expect(seen.body.rows.map(({ effect }) => effect)).toEqual(['change', 'create', 'not-yours']);
    await apply('/api/certificates', file, seen.body.plan ?? '');
    const { body } = await all.acme.buyer.get<CertificatesResponse>(`/api/certificates?holderId=${holder}`);
    expect(
      body.items.map(({ number, validUntil, body: certifier }) => [number, validUntil, certifier]),
    ).toEqual([
      ['HDS-2026-0002', '2028-12-31', ''],
      ['HDS-2024-0117', '2030-02-14', 'Certificateur accrédité'],
    ]);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(JSON.parse(events.at(-1)?.text ?? '{}')).toMatchObject({
      ...{ kind: 'import-applied', list: 'certificates', created: 1, changed: 1 },
    });
  });
});
