import fc from 'fast-check';
import { bank } from '@probant/shared/testing/bank';
import {
  givenContact,
  givenEngagement,
  givenSupplier,
  quietContext,
} from '../../../test/harness/given-supplier.js';
import { exported, imported, previewImport, sendImport } from '../../../test/harness/import-file.js';
import { addOrganisation, world, type World } from '../../../test/harness/world.js';
import { writeXlsx } from '../../platform/tables/write-xlsx.js';

const facts = bank.context.map(({ short, label }) => (short ?? label).fr).join(';');
const quietWords = bank.context.map((fact) => fact.values?.[0]?.label.fr ?? 'Non').join(';');

describe('importing suppliers, contacts and engagements', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const state = () =>
    all.sql(`SELECT (SELECT jsonb_agg(s ORDER BY id) FROM suppliers s) AS suppliers,
      (SELECT jsonb_agg(c ORDER BY id) FROM contacts c) AS contacts,
      (SELECT jsonb_agg(e ORDER BY id) FROM engagements e) AS engagements,
      (SELECT jsonb_agg(t ORDER BY engagement_id) FROM engagement_standings t) AS standings,
      (SELECT count(*) FROM events) AS events`);

  test('one sheet holds all three; the preview writes nothing, applying writes all of it', async () => {
    const file = [
      `Raison sociale;N° SIREN;Courriel;Prestation;${facts}`,
      `Azur Paie;732 829 320;lea@azur.example;Paie;${quietWords}`,
      `Azur Paie;732829320;paul@azur.example;;`,
      `Bora;;;;`,
    ].join('\n');
    const before = await state();
    const seen = await previewImport(all.acme.buyer, file);
    expect(await state()).toEqual(before);
    expect(seen.body).toMatchObject({
      headingRow: 1,
      rowCount: 3,
      errorCount: 0,
      counts: {
        suppliers: { create: 2, change: 0 },
        contacts: { create: 2, change: 0 },
        engagements: { create: 1, change: 0 },
      },
    });
    expect(seen.body.columns.slice(0, 4).map(({ field }) => field)).toEqual([
      'supplier.name',
      'supplier.siren',
      'contact.email',
      'engagement.name',
    ]);
    expect(
      seen.body.rows.map(({ supplier, contact, engagement }) => [supplier, contact, engagement]),
    ).toEqual([
      ['create', 'create', 'create'],
      ['same', 'create', null],
      ['create', null, null],
    ]);
    expect(await imported(all.acme.buyer, file)).toEqual(seen.body.counts);
    const [standing] = await all.sql<Record<string, unknown>>(
      "SELECT * FROM engagement_standings WHERE supplier_name = 'Azur Paie'",
    );
    expect(standing).toMatchObject({ engagement_name: 'Paie', tier: 'T1', archived: false });
    const kinds = await all.sql<{ kind: string }>(
      'SELECT kind FROM events WHERE organisation_id = $1 ORDER BY sequence DESC LIMIT 8',
      [all.acme.id],
    );
    expect(kinds.map(({ kind }) => kind).toReversed()).toEqual([
      'supplier-created',
      'supplier-created',
      'contact-added',
      'contact-added',
      'engagement-created',
      'import-applied',
      'import-applied',
      'import-applied',
    ]);
    expect((await previewImport(all.acme.buyer, file)).body.counts.suppliers).toEqual({
      create: 0,
      change: 0,
    });
  });

  test('an empty cell leaves what is there; a filled one changes it', async () => {
    const { id } = await givenSupplier(all.acme.buyer, {
      name: 'Cobalt',
      siren: '552081317',
      notes: 'à garder',
    });
    const file = 'Fournisseur;SIREN;Notes;Site web\r\nCobalt SA;552081317;;https://cobalt.example\n';
    const { body } = await previewImport(all.acme.buyer, file);
    expect(body.rows[0]?.changes).toEqual([
      { label: 'Fournisseur', before: 'Cobalt', after: 'Cobalt SA' },
      { label: 'Site web', before: '', after: 'https://cobalt.example' },
    ]);
    expect(body.renamings).toEqual([{ row: 2, detail: expect.stringContaining('«\u00a0Cobalt\u00a0»') }]);
    await imported(all.acme.buyer, file);
    expect((await all.acme.buyer.get(`/api/suppliers/${id}`)).body).toMatchObject({
      name: 'Cobalt SA',
      notes: 'à garder',
      website: 'https://cobalt.example',
      revision: 2,
    });
    const [event] = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE organisation_id = $1 AND kind = 'supplier-changed' ORDER BY sequence DESC LIMIT 1",
      [all.acme.id],
    );
    expect(JSON.parse(event?.text ?? '{}')).toMatchObject({
      fields: ['name', 'website'],
      changes: [
        { field: 'name', before: 'Cobalt', after: 'Cobalt SA' },
        { field: 'website', before: null, after: 'https://cobalt.example' },
      ],
    });
  });

  test('a wrong choice is told by the heading of the reader, with what the column takes', async () => {
    const file = `Fournisseur;Prestation;Courriel;Langue;${facts}\nA;B;a@b.example;Klingon;Peut-être${quietWords.replace(/^[^;]*/, '')}`;
    const { body } = await previewImport(all.acme.buyer, file);
    expect(body.errors.map(({ heading, value, detail }) => [heading, value, detail])).toEqual([
      ['Langue', 'Klingon', 'La colonne «\u00a0Langue\u00a0» n’accepte que\u00a0: fr\u00a0; en.'],
      [
        'Données de santé',
        'Peut-être',
        'La colonne «\u00a0Données de santé\u00a0» n’accepte que\u00a0: Oui\u00a0; Non.',
      ],
    ]);
  });

  test('one wrong row and nothing is imported; each error names row, column and cell', async () => {
    const file = `\nListe des fournisseurs\nFournisseur;SIREN;Courriel;Pays\nBon;;bon@bon.example;FR\nMauvais;12;pas une adresse;Lune\n;;;`;
    const seen = await previewImport(all.acme.buyer, file);
    expect(seen.body).toMatchObject({ headingRow: 3, plan: null, errorCount: 3 });
    expect(seen.body.errors).toEqual([
      expect.objectContaining({ row: 5, column: 'B', heading: 'SIREN', code: 'not-a-siren', value: '12' }),
      expect.objectContaining({ row: 5, column: 'D', heading: 'Pays', code: 'not-a-country', value: 'Lune' }),
      expect.objectContaining({ row: 5, column: 'C', heading: 'Courriel', code: 'not-an-email' }),
    ]);
    const before = await state();
    const applied = await sendImport(all.acme.buyer, 'apply', file, { plan: 'a'.repeat(64) });
    expect(applied).toBeProblem('import-refused', [
      '/rows/5/supplier.siren',
      '/rows/5/supplier.country',
      '/rows/5/contact.email',
    ]);
    expect(await state()).toEqual(before);
  });

  test('the mapping can be corrected, and a wrong one is told', async () => {
    const file = 'Colonne A;Colonne B\nDune;dune@dune.example';
    const guessed = await previewImport(all.acme.buyer, file);
    expect(guessed.body.errors).toEqual([expect.objectContaining({ row: null, code: 'column-missing' })]);
    const mapped = await previewImport(all.acme.buyer, file, {
      mapping: '["supplier.name","contact.email"]',
    });
    expect(mapped.body).toMatchObject({ errorCount: 0, counts: { contacts: { create: 1 } } });
    const twice = await previewImport(all.acme.buyer, file, { mapping: '["supplier.name","supplier.name"]' });
    expect(twice.body.errors).toEqual([
      expect.objectContaining({
        code: 'column-twice',
        column: 'B',
        detail: 'La colonne «\u00a0Fournisseur\u00a0» figure deux fois.',
      }),
    ]);
    expect(await previewImport(all.acme.buyer, file, { mapping: '{"a":1}' })).toBeProblem('invalid-input', [
      '/mapping',
    ]);
    expect(
      (await previewImport(all.acme.buyer, file, { mapping: '["moon",null]' })).body.errors[0],
    ).toMatchObject({
      code: 'unknown-column',
    });
  });

  test('data that changed since the preview is not overwritten', async () => {
    const file = 'Fournisseur;SIREN\nÉcume;835398272';
    const { body } = await previewImport(all.acme.buyer, file);
    await givenSupplier(all.acme.buyer, { name: 'Écume (déjà là)', siren: '835398272' });
    const before = await state();
    const plan = body.plan ?? '';
    expect(await sendImport(all.acme.buyer, 'apply', file, { plan })).toBeProblem('import-outdated');
    expect(await sendImport(all.acme.buyer, 'apply', `${file}\nAutre;`, { plan })).toBeProblem(
      'import-outdated',
    );
    expect(await state()).toEqual(before);
  });

  test('a workbook is read, the sheet that looks right first, another when named', async () => {
    const workbook = await writeXlsx([
      { name: 'Lisez-moi', columns: [{ title: 'Bonjour', kind: 'text' }], rows: [['Texte']] },
      {
        name: 'Données',
        columns: [
          { title: 'Fournisseur', kind: 'text' },
          { title: 'SIREN', kind: 'number' },
        ],
        rows: [['Fanal', 732829320]],
      },
    ]);
    const seen = await previewImport(all.globex.buyer, workbook, {}, 'liste.xlsx');
    expect(seen.body).toMatchObject({
      sheet: 'Données',
      errorCount: 0,
      counts: { suppliers: { create: 1 } },
    });
    const other = await previewImport(all.globex.buyer, workbook, { sheet: 'Lisez-moi' }, 'liste.xlsx');
    expect(other.body).toMatchObject({ sheet: 'Lisez-moi', plan: null });
    expect(await previewImport(all.globex.buyer, workbook, { sheet: 'Absente' }, 'liste.xlsx')).toBeProblem(
      'invalid-input',
      ['/sheet'],
    );
  });

  test('the template reads back', async () => {
    for (const language of ['fr', 'en']) {
      const { text } = await all.globex.buyer.start(
        'get',
        `/api/imports/template?format=csv&language=${language}`,
      );
      const { body } = await previewImport(all.globex.buyer, text);
      expect(body.errors).toEqual([]);
      expect(body.columns.every(({ field }) => field !== null)).toBe(true);
      expect(body.counts).toMatchObject({
        suppliers: { create: 1 },
        contacts: { create: 1 },
        engagements: { create: 1 },
      });
    }
  });

  test('an import changes its own organisation alone', async () => {
    await givenSupplier(all.globex.buyer, { name: 'Partagé', siren: '356000000', notes: 'à globex' });
    const theirs = () =>
      all.sql('SELECT * FROM suppliers WHERE organisation_id = $1 ORDER BY id', [all.globex.id]);
    const before = await theirs();
    await imported(all.acme.buyer, 'Fournisseur;SIREN;Notes\nPartagé;356000000;à acme');
    expect(await theirs()).toEqual(before);
  });

  test('what one organisation exports, another imports, and exports again alike', async () => {
    const tidy = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => /[a-z0-9]/i.test(text) && !text.startsWith("'"));
    const samples = fc.sample(
      fc.record({
        notes: fc.oneof(fc.constant(''), tidy, fc.constant('=1+1'), fc.constant('deux\nlignes; "citées"')),
        phone: fc.constantFrom('', '+33 1 02 03 04 05', '-12'),
        description: fc.oneof(fc.constant(''), tidy),
        context: fc.record(
          Object.fromEntries(
            bank.context.map((fact) => [
              fact.key,
              fact.kind === 'bool'
                ? fc.boolean()
                : fc.constantFrom(...(fact.values ?? []).map(({ value }) => value)),
            ]),
          ),
        ),
      }),
      { numRuns: 25, seed: 20_261_122 },
    );
    const [one, other] = await Promise.all(
      ['premiere', 'seconde'].map((name) => addOrganisation(all, name, 'buyer', ['buyer'])),
    );
    if (!one || !other) throw new Error('two organisations are needed');
    for (const [index, { notes, phone, description, context }] of samples.entries()) {
      const { id } = await givenSupplier(one.buyer, {
        name: `@Société ${index}`,
        notes,
        country: index % 2 ? 'BE' : 'FR',
      });
      await givenContact(one.buyer, id, { phone, name: `Élodie ${index}` });
      await givenEngagement(one.buyer, {
        supplierId: id,
        name: `Prestation ${index}`,
        context: { ...quietContext, ...context },
      });
      await one.buyer.post('/api/engagements', {
        supplierId: id,
        name: `Autre ${index}`,
        description,
        context,
      });
    }
    const lists = ['suppliers', 'contacts', 'engagements'];
    for (const list of lists) await imported(other.buyer, await exported(one.buyer, list));
    for (const list of lists) expect(await exported(other.buyer, list)).toBe(await exported(one.buyer, list));
    for (const list of lists) {
      const again = await previewImport(one.buyer, await exported(one.buyer, list));
      expect(again.body).toMatchObject({
        errorCount: 0,
        counts: {
          suppliers: { create: 0, change: 0 },
          contacts: { create: 0, change: 0 },
          engagements: { create: 0, change: 0 },
        },
      });
    }
  }, 60_000);
});
