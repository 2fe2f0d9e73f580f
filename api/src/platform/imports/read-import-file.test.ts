import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { UnreadableImport } from '@probant/shared/imports/imported-questionnaire';
import { unscannableReasons } from '@probant/shared/evidence/scan-verdict';
import { maxBytes } from '@probant/shared/limits';
import ExcelJS from 'exceljs';

import { parseYaml } from './parse-yaml.js';
import { readImportBytes, readImportFile, readOpened } from './read-import-file.js';

const folder = mkdtempSync(path.join(tmpdir(), 'probant-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const catalog = 'catalog:\n  metadata: {title: Légal}\n  controls:\n  - title: Copy\n';

test('YAML in UTF-8 and in UTF-16 of both orders with its mark is read', async () => {
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(catalog, 'utf16le')]);
  for (const bytes of [Buffer.from(catalog), wide, Buffer.from(wide).swap16()]) {
    const { imported } = readOpened({ value: await readImportBytes(bytes) });
    expect(imported.title).toEqual({ en: 'Légal' });
  }
});

test.each<[string, Uint8Array, RegExp]>([
  [
    'bytes that are not UTF-8',
    Buffer.from('a: 1\nb: \xe9\n', 'latin1'),
    /^line 2: this is not text in UTF-8$/,
  ],
])('%s are refused', async (_, bytes, message) => {
  await expect(readImportBytes(bytes)).rejects.toThrow(message);
});

test('a workbook is told by how it begins, and a list is read by its name', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Questions').addRows([
    ['Question', 'Réponses'],
    ['Avez-vous une copie déconnectée ?', '(oui: 0, non: 1)'],
    ['La restaurez-vous chaque année ?', '(oui: 0, non: 1)'],
  ]);
  const named = path.join(folder, 'grille.yaml');
  writeFileSync(named, Buffer.from(await workbook.xlsx.writeBuffer()));
  const list = path.join(folder, 'liste.csv');
  writeFileSync(list, 'Question;Réponses\nAvez-vous une copie déconnectée ?;(oui: 0, non: 1)\n');
  const { format, questions } = await readImportFile(named);
  expect([format, questions.length]).toEqual(['spreadsheet', 2]);
  expect(await readImportFile(list)).toMatchObject({
    format: 'spreadsheet',
    questions: [{ type: 'single', text: { fr: 'Avez-vous une copie déconnectée ?' } }],
  });
});

test.each([
  ['liste.txt', 'Question;Réponses\nOù ?;\n', 'spreadsheet'],
  ['liste', 'ID,Section,Question\n1,A,Where?\n', 'spreadsheet'],
  ['liste.txt', '\uFEFFID\tQuestion\n1\tWhere?\n', 'spreadsheet'],
  ['catalogue.txt', catalog, 'oscal'],
  ['catalogue', '# a; b; c\n' + catalog, 'oscal'],
  ['catalogue.yml', '"a; b": 1\n' + catalog, 'oscal'],
])('a text %s is told by its first line', async (name, text, format) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  expect((await readImportFile(file)).format).toBe(format);
});

test('a broken workbook is refused with its reason', async () => {
  const file = path.join(folder, 'broken.xlsx');
  writeFileSync(file, 'PK\u0003\u0004');
  await expect(readImportFile(file)).rejects.toThrow(
    new UnreadableImport('broken.xlsx', unscannableReasons.corrupt).message,
  );
});

test.each<[string, Buffer, string]>([
  [
    'ancien.xls',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'an old Excel workbook (.xls), or a workbook protected',
  ],
  [
    'grille.ods',
    Buffer.from('PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'),
    'an OpenDocument spreadsheet (.ods): save it as .xlsx or .csv',
  ],
  ['grille.xlsb', Buffer.from('PK\u0003\u0004 xl/workbook.bin'), 'a binary Excel workbook'],
  ['questions.docx', Buffer.from('PK\u0003\u0004 word/document.xml'), 'a Word document'],
  ['questions.pdf', Buffer.from('%PDF-1.7\n'), 'a PDF document'],
])('%s is refused by what it is', async (name, bytes, message) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  await expect(readImportFile(file)).rejects.toThrow(message);
});

test('no more of a large file is read than it takes to refuse it', async () => {
  const file = path.join(folder, 'large.yaml');
  writeFileSync(file, Buffer.alloc(maxBytes.importFile + 5_000_000, 'a'));
  await expect(readImportFile(file)).rejects.toThrow('the file is larger than 10 MB');
});

test('lists that are named once and referred to many times are read', async () => {
  const choices = 'choices: &c [Yes, No]\nall:\n' + '- *c\n'.repeat(500);
  expect(await parseYaml(choices)).toMatchObject({ choices: ['Yes', 'No'] });
});

test('what requirements share is merged into each, and an identifier without quotes keeps its zeros', async () => {
  const text = [
    'nodes:',
    '- &base {urn: a, assessable: true, ref_id: 1.1, weight: 1.50}',
    '- {<<: *base, urn: b, ref_id: 1.10}',
    '- {<<: *base, urn: c, ref_id: 0x10, name: 2}',
  ].join('\n');
  expect(await parseYaml(text)).toEqual({
    nodes: [
      { urn: 'a', assessable: true, ref_id: 1.1, weight: 1.5 },
      { urn: 'b', assessable: true, ref_id: '1.10', weight: 1.5 },
      { urn: 'c', assessable: true, ref_id: '0x10', name: 2, weight: 1.5 },
    ],
  });
});

const bomb = Array.from({ length: 9 }, (_, level) => {
  const items =
    level === 0
      ? 'x,x,x,x,x,x,x,x,x'
      : Array(9)
          .fill(`*a${level - 1}`)
          .join(',');
  return `a${level}: &a${level} [${items}]\n`;
}).join('');
test.each<[string, string, RegExp]>([
  ['a text that is not YAML', 'a: 1\nb: [\nc: }', /^line 3: Flow sequence in block collection/],
  ['a key that stands twice', 'a: 1\na: 2', /^line 2: Map keys must be unique$/],
  ['an alias of nothing', 'a: *b', /^line 1: Unresolved alias/],
  ['aliases of aliases', bomb, /^line 1: Excessive alias count/],
  ['a list that holds itself', 'a: &a [*a, *a]', /^YAML: more than 100 levels/],
  ['levels without end', '['.repeat(50_000), /^line 1: more than 100 levels/],
  ['as many levels of a block', '- '.repeat(50_000), /more than 100 levels/],
  ['two documents', 'a: 1\n---\nb: 2', /^line 2: one YAML document per file is read$/],
])('%s is refused with its line', async (_, text, message) => {
  const refused = await parseYaml(text).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnreadableImport);
  expect(String(refused)).toMatch(new RegExp(message.source.replace('^', '^Error: ')));
});

test('a parse that is given up ends', async () => {
  const giveUp = new AbortController();
  const parsed = parseYaml(`a:\n${'- [1, 2, 3]\n'.repeat(300_000)}`, giveUp.signal);
  setTimeout(() => giveUp.abort(new Error('no longer wanted')), 50);
  await expect(parsed).rejects.toThrow('given up');
});

test('a large list of keys merged many times is refused before it is made', async () => {
  const base = Array.from({ length: 1_000 }, (_, index) => `k${index}: 1`).join(', ');
  const text = `base: &b {${base}}\nall:\n${'- <<: *b\n'.repeat(3_000)}`;
  await expect(parseYaml(text)).rejects.toThrow(/more than 2000000 values$/);
});

test('few aliases that stand for millions of values are refused', async () => {
  const text = `a: &a [${'1,'.repeat(30_000)}]\nb: [${'*a,'.repeat(90)}]`;
  await expect(parseYaml(text)).rejects.toThrow(/^YAML: more than 2000000 values$/);
});
