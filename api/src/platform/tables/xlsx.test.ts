import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import ExcelJS from 'exceljs';
import yauzl from 'yauzl';

import { zipOf } from '../../../test/fixtures/archives.js';
import { eicarBytes } from '../scan/eicar.js';
import { createTableReader } from './read-table.js';
import type { TableSheet } from './table.js';
import { writeXlsx } from './write-xlsx.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer, name = 'liste.xlsx') {
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes);
  return createTableReader({ workFolder: folder }).read({ path: file, size: bytes.length }, name, 'party');
}

async function sheets(bytes: Buffer, name?: string): Promise<readonly TableSheet[]> {
  const decision = await read(bytes, name);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('values are read as a person sees them, with their row numbers', async () => {
  const bytes = await workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('Fournisseurs');
    sheet.getCell('A1').value = 'Liste';
    sheet.getRow(4).values = ['Nom', 'SIREN', 'Début', 'Heure', 'Montant', 'Actif'];
    sheet.getRow(5).values = [
      '  Étoile ',
      552100554,
      new Date('2026-03-01'),
      new Date('2026-03-01T09:30:00Z'),
      0.1 + 0.2,
      true,
    ];
    sheet.getRow(7).values = [
      { richText: [{ text: 'Gr' }, { text: 'as', font: { bold: true } }] },
      5210055,
      { text: 'a@b.fr', hyperlink: 'mailto:a@b.fr' },
    ];
    sheet.getCell('B7').numFmt = '000000000';
  });
  expect(await sheets(bytes)).toEqual([
    {
      name: 'Fournisseurs',
      hidden: false,
      unread: [],
      rows: [
        { number: 1, cells: ['Liste'] },
        { number: 4, cells: ['Nom', 'SIREN', 'Début', 'Heure', 'Montant', 'Actif'] },
        { number: 5, cells: ['Étoile', '552100554', '2026-03-01', '2026-03-01T09:30', '0.3', 'true'] },
        { number: 7, cells: ['Gras', '005210055', 'a@b.fr'] },
      ],
    },
  ]);
});

test('a formula gives its last value and is never run; one without a value, and an error, are told', async () => {
  const bytes = await workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('x');
    sheet.getCell('A1').value = { formula: 'WEBSERVICE("http://example.test")', result: 'hier' };
    sheet.getCell('B1').value = { formula: 'A1', result: new Date('2026-03-01') };
    sheet.getCell('A2').value = { formula: '1+1' };
    sheet.getCell('B2').value = { error: '#N/A' };
    sheet.getCell('C2').value = 'lu';
  });
  const [sheet] = await sheets(bytes);
  expect(sheet?.rows).toEqual([
    { number: 1, cells: ['hier', '2026-03-01'] },
    { number: 2, cells: ['', '', 'lu'] },
  ]);
  expect(sheet?.unread).toEqual([
    { row: 2, column: 1, why: 'formula-without-value' },
    { row: 2, column: 2, why: 'error-value' },
  ]);
});

test('hidden sheets are read and told apart', async () => {
  const bytes = await workbookOf((workbook) => {
    workbook.addWorksheet('Caché', { state: 'veryHidden' }).getCell('A1').value = 'secret';
    workbook.addWorksheet('Vu').getCell('A1').value = 'vu';
  });
  expect((await sheets(bytes)).map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Caché', true],
    ['Vu', false],
  ]);
});

test('a value merged down stands in each row, one merged across once', async () => {
  const bytes = await workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('x');
    sheet.getCell('A1').value = 'Titre';
    sheet.mergeCells('A1:C1');
    sheet.getCell('A2').value = 'Étoile';
    sheet.mergeCells('A2:A3');
    sheet.getCell('B2').value = 'un';
    sheet.getCell('B3').value = 'deux';
  });
  expect((await sheets(bytes))[0]?.rows.map(({ cells }) => cells)).toEqual([
    ['Titre'],
    ['Étoile', 'un'],
    ['Étoile', 'deux'],
  ]);
});

/** The workbook with one of its parts changed, its first sheet unless another is named. */
async function patched(
  bytes: Buffer,
  patch: (xml: string) => string,
  part = 'xl/worksheets/sheet1.xml',
): Promise<Buffer> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const entries: { name: string; bytes: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      chunks.push(chunk);
    const content = Buffer.concat(chunks);
    const isPart = entry.fileName === part;
    entries.push({ name: entry.fileName, bytes: isPart ? Buffer.from(patch(content.toString())) : content });
  }
  return zipOf(...entries);
}

const simple = () => workbookOf((workbook) => void (workbook.addWorksheet('x').getCell('A1').value = 'lu'));

test.each([
  [
    'validations over whole columns',
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"oui,non"</formula1></dataValidation></dataValidations>',
  ],
  ['a merge of the whole sheet', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
])('%s do not fill the memory', async (_what, xml) => {
  const bytes = await patched(await simple(), (sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`));
  const startedAt = performance.now();
  expect((await sheets(bytes))[0]?.rows).toEqual([{ number: 1, cells: ['lu'] }]);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a merge that is written in disguise does not either', async () => {
  const xml = '<mergeCells count="1"><mergeCell ref="A1:XFD&#49;048576"/></mergeCells>';
  const bytes = await patched(await simple(), (sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`));
  expect((await sheets(bytes))[0]?.rows).toEqual([{ number: 1, cells: ['lu'] }]);
});

test('columns without end and names of whole sheets do not fill the memory', async () => {
  const cols = '<cols><col min="1" max="2000000000" width="9"/></cols><sheetData>';
  const wide = await patched(await simple(), (sheet) => sheet.replace('<sheetData>', cols));
  expect((await sheets(wide))[0]?.rows).toEqual([{ number: 1, cells: ['lu'] }]);
  const names =
    '</sheets><definedNames><definedName name="tout">x!$A$1:$XFD$1048576</definedName></definedNames>';
  const named = await patched(
    await simple(),
    (workbook) => workbook.replace('</sheets>', names),
    'xl/workbook.xml',
  );
  expect((await sheets(named))[0]?.rows).toEqual([{ number: 1, cells: ['lu'] }]);
});

test('more cells than an import may have are refused before they are read', async () => {
  const cells = `<row>${'<c s="1"/>'.repeat(200_000)}</row></sheetData>`;
  const bytes = await patched(await simple(), (sheet) => sheet.replace('</sheetData>', cells));
  expect(await read(bytes)).toMatchObject({
    refusal: { code: 'file-not-scannable', params: { reason: 'expands-too-much' } },
  });
});

test('a row beyond the last one of Excel is refused at once', async () => {
  const far = '<row r="2000000000"><c t="inlineStr"><is><t>loin</t></is></c></row></sheetData>';
  const bytes = await patched(await simple(), (sheet) => sheet.replace('</sheetData>', far));
  expect(await read(bytes)).toMatchObject({
    refusal: { code: 'file-not-scannable', params: { reason: 'corrupt' } },
  });
});

test('a cell in the last row of the sheet is read, one beyond the columns that are read is refused', async () => {
  const cell = (at: string) => `<row r="1048576"><c r="${at}" t="inlineStr"><is><t>loin</t></is></c></row>`;
  const withCell = async (at: string) =>
    patched(await simple(), (sheet) => sheet.replace('</sheetData>', `${cell(at)}</sheetData>`));
  const rows = (await sheets(await withCell('GR1048576')))[0]?.rows;
  expect(rows?.[1]?.number).toBe(1_048_576);
  expect(rows?.[1]?.cells).toHaveLength(200);
  for (const at of ['GS1048576', 'XFD1048576']) {
    expect(await read(await withCell(at))).toMatchObject({
      refusal: { code: 'sheet-too-large', params: { rows: 5_000, columns: 200 } },
    });
  }
});

const tooMuch = { refusal: { code: 'file-not-scannable', params: { reason: 'expands-too-much' } } };
const rowsWith = (count: number, cells: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`).join('');

test('a cell at the end of each of many rows does not fill the memory', async () => {
  const far = rowsWith(45_000, (row) => `<c r="XFD${row}"><v>1</v></c>`);
  const wide = rowsWith(45_000, (row) => `<c r="AMJ${row}" s="1"/>`);
  for (const xml of [far, wide]) {
    const bytes = await patched(await simple(), (sheet) =>
      sheet.replace(/<sheetData>.*<\/sheetData>/u, `<sheetData>${xml}</sheetData>`),
    );
    expect(await read(bytes)).toMatchObject({ refusal: { code: 'sheet-too-large' } });
  }
});

test('nor does a place that is written in disguise', async () => {
  const far = rowsWith(4_000, (row) => `<c r="XF&#68;${row}"><v>1</v></c>`);
  const bytes = await patched(await simple(), (sheet) => sheet.replace('</sheetData>', `${far}</sheetData>`));
  expect(await read(bytes)).toMatchObject({ refusal: { code: 'sheet-too-large' } });
});

test('nor does one long text behind every cell', async () => {
  const strings = `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`;
  const cells = rowsWith(200, (row) => `<c r="A${row}" t="s"><v>0</v></c>`);
  const shared = await patched(await simple(), () => strings, 'xl/sharedStrings.xml');
  const bytes = await patched(shared, (sheet) =>
    sheet.replace(/<sheetData>.*<\/sheetData>/u, `<sheetData>${cells}</sheetData>`),
  );
  expect(await read(bytes)).toMatchObject(tooMuch);
});

test('a workbook that fills the memory of its thread is refused, and the next one is read', async () => {
  const strings = `<sst>${'<si><r><t>a</t></r></si>'.repeat(1_300_000)}</sst>`;
  const bytes = await patched(await simple(), () => strings, 'xl/sharedStrings.xml');
  expect(await read(bytes)).toMatchObject(tooMuch);
  expect((await sheets(await simple()))[0]?.rows).toEqual([{ number: 1, cells: ['lu'] }]);
});

test('other work goes on while a large workbook is read', async () => {
  const bytes = await workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('x');
    for (let row = 1; row <= 5_000; row += 1) sheet.getRow(row).values = Array(20).fill(`valeur ${row}`);
  });
  let turns = 0;
  const other = setInterval(() => (turns += 1), 1);
  expect((await sheets(bytes))[0]?.rows).toHaveLength(5_000);
  clearInterval(other);
  expect(turns).toBeGreaterThan(100);
});

test('a bomb, a virus, a broken or another file is refused', async () => {
  const bomb = await patched(await simple(), (sheet) => sheet + ' '.repeat(80_000_000));
  expect(await read(bomb)).toMatchObject({
    refusal: { code: 'file-not-scannable', params: { reason: 'expands-too-much' } },
  });
  const infected = await patched(
    await simple(),
    (sheet) => sheet.replace('lu', eicarBytes().toString()) + eicarBytes().toString(),
  );
  expect(await read(infected)).toMatchObject({ refusal: { code: 'file-infected' } });
  const broken = await patched(await simple(), () => '<worksheet><sheetData><row></c></worksheet>');
  expect(await read(broken)).toMatchObject({
    refusal: { code: 'file-not-scannable', params: { reason: 'corrupt' } },
  });
  expect(await read(await zipOf({ name: 'a', bytes: Buffer.from('a') }), 'liste.zip')).toMatchObject({
    refusal: { code: 'file-type-refused', params: { found: 'zip' } },
  });
  expect(await read(Buffer.from('nom'), 'liste.xlsx')).toMatchObject({
    refusal: { code: 'file-type-mismatch' },
  });
  expect(await read(Buffer.alloc(0), 'liste.csv')).toMatchObject({ refusal: { code: 'file-empty' } });
});

test('a CSV is read in the encoding it has', async () => {
  const rows = [{ number: 1, cells: ['Étoile', 'Orléans'] }];
  for (const bytes of [
    Buffer.from('Étoile;Orléans'),
    Buffer.from('Étoile;Orléans', 'latin1'),
    Buffer.from('\ufeffÉtoile;Orléans', 'utf16le'),
  ]) {
    expect(await sheets(bytes, 'liste.csv')).toEqual([
      { name: 'liste.csv', hidden: false, rows, unread: [] },
    ]);
  }
});

test('a written workbook has its header, filters, formats and texts, and is read back', async () => {
  const bytes = await writeXlsx([
    {
      name: "Notes / 'été'",
      columns: [
        { title: 'Fournisseur', kind: 'text' },
        { title: 'Note', kind: 'number' },
        { title: 'Le', kind: 'day' },
        { title: 'À', kind: 'instant' },
      ],
      rows: [
        ['=1+1', 12.5, '2026-11-22', '2026-11-22T09:30:00.000Z'],
        ['a\u0001b', null, null, null],
      ],
    },
    { name: 'notes   été', columns: [], rows: [] },
    { name: '', columns: [], rows: [] },
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Notes   'été", 'notes   été', 'Table']);
  expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell('C2').numFmt).toBe('yyyy-mm-dd');
  expect(sheet?.autoFilter).toBe('A1:D3');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect((await sheets(bytes))[0]?.rows).toEqual([
    { number: 1, cells: ['Fournisseur', 'Note', 'Le', 'À'] },
    { number: 2, cells: ['=1+1', '12.5', '2026-11-22', '2026-11-22T10:30'] },
    { number: 3, cells: ['ab'] },
  ]);
});
