import { previewImport, sendImport } from '../../../test/harness/import-file.js';
import { world, type World } from '../../../test/harness/world.js';

describe('what an import refuses', () => {
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

  test.each<[string, Buffer | string, string, string]>([
    ['an empty file', '', 'vide.csv', 'file-empty'],
    ['nothing but blank lines', '\n\n;;\n', 'blanc.csv', 'file-empty'],
    [
      'a picture named as a workbook',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'x.xlsx',
      'file-type-mismatch',
    ],
    [
      'a picture named as a list',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'x.csv',
      'file-not-text',
    ],
    [
      'the start of a picture named as a list',
      Buffer.from('\x89PNG\r\n\x1a\nabc', 'latin1'),
      'x.csv',
      'file-not-text',
    ],
    ['a PDF', Buffer.from('%PDF-1.4\n%%EOF\n'), 'x.pdf', 'file-type-refused'],
    ['a name with a path', 'Fournisseur\nA', '../liste.csv', 'file-name-refused'],
    ['too many rows', `Fournisseur\n${'A\n'.repeat(5_001)}`, 'x.csv', 'import-refused'],
    ['too many bytes', Buffer.alloc(10_485_761, 'a'), 'x.csv', 'file-too-large'],
  ])('%s is refused and nothing is written', async (_name, file, fileName, code) => {
    const before = await state();
    expect(await previewImport(all.acme.buyer, file, {}, fileName)).toBeProblem(code as 'file-empty');
    expect(await state()).toEqual(before);
  });

  test('an EICAR file is refused', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
    expect(await previewImport(all.acme.buyer, `Fournisseur\n${eicar}`)).toBeProblem('file-infected');
  });

  test('no file and an unknown field are refused', async () => {
    const actor = all.acme.buyer;
    const none = await actor.start('post', '/api/imports/preview').field('sheet', 'x');
    expect(actor.finish(none)).toBeProblem('invalid-input', ['/file']);
    expect(await previewImport(actor, 'Fournisseur\nA', { moon: '1' })).toBeProblem('invalid-input', [
      '/moon',
    ]);
    expect(await sendImport(actor, 'apply', 'Fournisseur\nA')).toBeProblem('invalid-input', ['/plan']);
    expect(await actor.post('/api/imports/preview', {})).toBeProblem('media-type-not-accepted');
  });

  test.each(['admin', 'risk-manager', 'auditor'] as const)('%s imports nothing', async (role) => {
    const before = await state();
    expect(await previewImport(all.acme[role], 'Fournisseur\nA')).toBeProblem('not-permitted');
    expect(await sendImport(all.acme[role], 'apply', 'Fournisseur\nA', { plan: 'a'.repeat(64) })).toBeProblem(
      'not-permitted',
    );
    expect(await state()).toEqual(before);
  });
});
