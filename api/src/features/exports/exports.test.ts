import { readdir } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { givenContact, givenEngagement, givenSupplier } from '../../../test/harness/given-supplier.js';
import type { Actor } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import { Files } from '../../platform/files/files.js';

describe('lists as files', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
    const supplier = await givenSupplier(all.acme.buyer, {
      name: '=HYPERLINK("http://evil.example")',
      siren: '732829320',
      notes: 'une ligne\nune autre; et "des guillemets"',
    });
    await givenContact(all.acme.buyer, supplier.id, { phone: '+33 1 02 03 04 05', name: 'Léa' });
    await givenEngagement(all.acme.buyer, {
      supplierId: supplier.id,
      name: '@Infogérance',
      context: { health_data: true, hosting: 'full' },
    });
    await givenSupplier(all.acme.buyer, { name: 'Brume' });
    await givenSupplier(all.globex.buyer, { name: 'Secret de globex' });
  });
  afterAll(() => all.close());

  const csv = async (
    actor: Actor,
    query: string,
  ): Promise<{ status: number; text: string; headers: Record<string, string> }> => {
    const reply = await actor.start('get', `/api/exports?format=csv&${query}`);
    return { status: reply.status, text: reply.text, headers: reply.headers };
  };

  const xlsx = async (actor: Actor, query: string): Promise<ExcelJS.Workbook> => {
    const reply = await actor
      .start('get', `/api/exports?format=xlsx&${query}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.body as never);
    return workbook;
  };

  test('a CSV opens in a French spreadsheet, and no cell runs as a formula', async () => {
    const { status, text, headers } = await csv(all.acme.auditor, 'list=suppliers');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toBe('attachment; filename="fournisseurs-2026-11-22.csv"');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffFournisseur;SIREN;Numéro de TVA;Pays;Site web;Noms de domaine;Notes;/);
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/evil\.example""\)";732829320;FR44732829320;FR;/);
    expect(text).toContain('"une ligne\nune autre; et ""des guillemets"""');
    expect(text).not.toContain('globex');
  });

  test('contacts and engagements name their supplier; facts are words', async () => {
    const contacts = await csv(all.acme.buyer, 'list=contacts&language=en');
    expect(contacts.text).toContain('732829320,Léa,contact-');
    expect(contacts.text).toContain("'+33 1 02 03 04 05");
    const engagements = await csv(all.acme.buyer, 'list=engagements');
    const [heading = '', row = ''] = engagements.text.split('\r\n');
    const value = (title: string) => row.split(';')[heading.split(';').indexOf(title)];
    expect(value('Prestation')).toBe("'@Infogérance");
    expect(value('Données de santé')).toBe('Oui');
    expect(value('Hébergement')).toBe('Oui, en totalité');
    expect(value('Risque inhérent')).toBe('T4');
    expect(value('État')).toBe('Jamais évaluée');
  });

  test('the filters of the screen hold for the file', async () => {
    const { text } = await csv(all.acme.buyer, 'list=suppliers&search=brume&sort=-name');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(await all.acme.buyer.get('/api/exports?format=csv&list=suppliers&moon=1')).toBeProblem(
      'invalid-input',
      ['/moon'],
    );
  });

  test('a workbook holds texts as texts', async () => {
    const workbook = await xlsx(all.acme.buyer, 'list=suppliers');
    const sheet = workbook.getWorksheet('Fournisseurs');
    expect(sheet?.getCell('A2').value).toBe('=HYPERLINK("http://evil.example")');
    expect(sheet?.getCell('B2').value).toBe('732829320');
    expect(sheet?.rowCount).toBe(3);
  });

  test('a list of several pages is whole and in its order, however it is written, and leaves nothing behind', async () => {
    await all.sql(
      `INSERT INTO suppliers (organisation_id, id, name, country)
       SELECT $1, gen_random_uuid(), 'Maille ' || to_char(n, 'FM0000'), 'FR' FROM generate_series(1, 2500) n`,
      [all.globex.id],
    );
    const expected = Array.from(
      { length: 2500 },
      (_, index) => `Maille ${String(index + 1).padStart(4, '0')}`,
    );
    const { text } = await csv(all.globex.buyer, 'list=suppliers&search=maille&sort=-name');
    const names = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';')[0]);
    expect(names).toEqual(expected.toReversed());
    const workbook = await xlsx(all.globex.buyer, 'list=suppliers&search=maille');
    const column = workbook.getWorksheet('Fournisseurs')?.getColumn(1).values.slice(2);
    expect(column).toEqual(expected);
    expect(await readdir(path.dirname(all.app.get(Files).workPath('none')))).toEqual([]);
  });

  test('what was let out stands in the journal', async () => {
    await csv(all.acme.buyer, 'list=contacts');
    const [event] = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE organisation_id = $1 AND kind = 'list-exported' ORDER BY sequence DESC LIMIT 1",
      [all.acme.id],
    );
    expect(JSON.parse(event?.text ?? '{}')).toEqual({
      kind: 'list-exported',
      list: 'contacts',
      format: 'csv',
      rows: 1,
    });
  });

  test.each<[string, string, string[]]>([
    ['no list', 'format=csv', ['/list']],
    ['an unknown list', 'format=csv&list=passwords', ['/list']],
    ['no format', 'list=suppliers', ['/format']],
    ['an unknown format', 'list=suppliers&format=pdf', ['/format']],
    ['a format twice', 'list=suppliers&format=csv&format=xlsx', ['/format']],
  ])('%s is refused', async (_name, query, pointers) => {
    expect(await all.acme.buyer.get(`/api/exports?${query}`)).toBeProblem('invalid-input', pointers);
  });

  test('a supplier organisation may export, yet not the lists of a buyer', async () => {
    const before = await all.sql('SELECT count(*) FROM events');
    expect(await all.cadran['supplier-admin'].get('/api/exports?list=suppliers&format=csv')).toBeProblem(
      'not-permitted',
    );
    expect(await all.anonymous().get('/api/exports?list=suppliers&format=csv')).toBeProblem('not-signed-in');
    expect(await all.sql('SELECT count(*) FROM events')).toEqual(before);
  });
});
