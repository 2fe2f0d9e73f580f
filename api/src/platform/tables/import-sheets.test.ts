import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { ImportSheet } from '@probant/shared/imports/imported-questionnaire';
import ExcelJS from 'exceljs';
import yauzl from 'yauzl';

import { zipOf } from '../../../test/fixtures/archives.js';
import { createTableReader } from './read-table.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer, name = 'questionnaire.xlsx') {
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes);
  const reader = createTableReader({ workFolder: folder });
  return reader.readForQuestions({ path: file, size: bytes.length }, name, 'party');
}

async function sheets(bytes: Buffer, name?: string): Promise<readonly ImportSheet[]> {
  const decision = await read(bytes, name);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function patched(bytes: Buffer, patch: (xml: string) => string, part = 'xl/worksheets/sheet1.xml') {
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

const form = (fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined) =>
  workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('Q');
    sheet.getRow(1).values = ['N°', 'Question', 'Réponse'];
    sheet.getRow(3).values = ['1', 'Un ?'];
    fill(sheet, workbook);
  });
const listsOf = (found: readonly ImportSheet[]) =>
  found[0]?.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, text, list }) => (list === undefined ? [] : [[row, column, text, list]])),
  );
const withXml = (bytes: Buffer, xml: string) =>
  patched(bytes, (sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`));

test('hidden rows are told', async () => {
  const [sheet] = await sheets(await form((one) => (one.getRow(3).hidden = true)));
  expect(sheet?.hiddenRows).toEqual([3]);
});

test('hidden columns that hold something are told', async () => {
  const [sheet] = await sheets(
    await form((one) => {
      for (const column of [2, 3, 5]) one.getColumn(column).hidden = true;
    }),
  );
  expect(sheet?.hiddenColumns).toEqual([2, 3]);
});

test('the number of a question keeps the zeros that its format shows, and no digit is rounded away', async () => {
  const bytes = await form((sheet) => {
    for (const [row, value, format] of [
      [4, 1.1, '0.00'],
      [5, 1.125, '0.00'],
      [6, 2, '0.0'],
      [7, 1.1, 'General'],
    ] as const) {
      sheet.getCell(row, 1).value = value;
      sheet.getCell(row, 1).numFmt = format;
      sheet.getCell(row, 2).value = 'Où ?';
    }
  });
  const [sheet] = await sheets(bytes);
  const numbers = sheet?.rows.filter(({ row }) => row > 3).map(({ cells }) => cells[0]?.text);
  expect(numbers).toEqual(['1.10', '1.125', '2.0', '1.1']);
});

test('formulas give their last value, merged ranges and hidden sheets are told, what has no value is unread', async () => {
  const bytes = await form((sheet, workbook) => {
    sheet.getCell('A4').value = { formula: 'A3+1', result: 2 };
    sheet.getCell('B4').value = { formula: 'A3&"x"' };
    sheet.mergeCells('A1:A2');
    workbook.addWorksheet('Caché', { state: 'hidden' }).getCell('A1').value = 'x';
  });
  expect(await sheets(bytes)).toEqual([
    {
      name: 'Q',
      hidden: false,
      merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
      unread: [{ row: 4, column: 2, why: 'formula-without-value' }],
      rows: [
        {
          row: 1,
          cells: [
            { column: 1, text: 'N°' },
            { column: 2, text: 'Question' },
            { column: 3, text: 'Réponse' },
          ],
        },
        {
          row: 3,
          cells: [
            { column: 1, text: '1' },
            { column: 2, text: 'Un ?' },
          ],
        },
        { row: 4, cells: [{ column: 1, text: '2' }] },
      ],
    },
    expect.objectContaining({ name: 'Caché', hidden: true }),
  ]);
});

describe('the answers that a validation allows', () => {
  const validation = (sqref: string, formula: string) =>
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;

  test('are written in it, over a whole column', async () => {
    const bytes = await withXml(await form(), validation('C2:C1048576', '&quot;Oui,Non,N/A&quot;'));
    expect(listsOf(await sheets(bytes))).toEqual([[3, 3, '', ['Oui', 'Non', 'N/A']]]);
  });

  test.each([
    ["'Listes &amp; co'!$A$1:$A$2", ['Vert', 'Rouge']],
    ["'Listes &amp; co'!$A:$A", ['Vert', 'Rouge', 'Bleu']],
    ["'Listes &amp; co'!$A$2:$B$2", ['Rouge', 'Noir']],
    ['COULEURS', ['Vert', 'Rouge']],
    ['$A$3:$B$3', ['1', 'Un ?']],
  ])('stand in a range: %s', async (formula, list) => {
    const bytes = await form((_, workbook) => {
      const values = workbook.addWorksheet('Listes & co', { state: 'veryHidden' });
      values.getCell('A1').value = 'Vert';
      values.getRow(2).values = ['Rouge', 'Noir'];
      values.getCell('A3').value = 'Bleu';
      workbook.definedNames.add("'Listes & co'!$A$1:$A$2", 'Couleurs');
    });
    expect(listsOf(await sheets(await withXml(bytes, validation('C3', formula))))).toEqual([
      [3, 3, '', list],
    ]);
  });

  test('are those of newer programs too', async () => {
    const xml =
      '<extLst><ext><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>Q!$A$1:$B$1</xm:f></x14:formula1><xm:sqref>C3:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    expect(listsOf(await sheets(await withXml(await form(), xml)))).toEqual([[3, 3, '', ['N°', 'Question']]]);
  });

  test('are told as unread where they are not found', async () => {
    const bytes = await withXml(await form(), validation('C3:C9', 'INDIRECT(A1)'));
    const [sheet] = await sheets(bytes);
    expect(sheet?.unread).toEqual([{ row: 3, column: 3, why: 'list-not-found' }]);
  });

  test('do not fill the memory when they cover the whole sheet many times', async () => {
    const one = validation('A1:XFD1048576', '&quot;a,b&quot;').replace(/<\/?dataValidations[^>]*>/gu, '');
    const bytes = await withXml(await form(), `<dataValidations>${one.repeat(5_000)}</dataValidations>`);
    expect(listsOf(await sheets(bytes))?.length).toBeLessThanOrEqual(8);
  });
});

test('a drawn form of many empty cells is read for those that hold something', async () => {
  const drawn = Array.from(
    { length: 20_000 },
    (_, row) =>
      `<row r="${row + 10}">${Array.from({ length: 20 }, (__, column) => `<c r="${String.fromCharCode(65 + column)}${row + 10}" s="1"/>`).join('')}</row>`,
  ).join('');
  const bytes = await patched(await form(), (sheet) => sheet.replace('</sheetData>', `${drawn}</sheetData>`));
  expect((await sheets(bytes))[0]?.rows).toHaveLength(2);
});

describe('refused before it fills the memory', () => {
  const unread = (reason: string) => ({ refusal: { code: 'file-not-scannable', params: { reason } } });

  test('a part that unpacks to far more', async () => {
    const bomb = await patched(await form(), (sheet) => sheet + ' '.repeat(80_000_000));
    expect(await read(bomb)).toMatchObject(unread('expands-too-much'));
  });

  test('a million rows', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, row) => `<row r="${row + 4}"><c><v>1</v></c></row>`,
    ).join('');
    const bytes = await patched(await form(), (sheet) =>
      sheet.replace('</sheetData>', `${rows}</sheetData>`),
    );
    expect(await read(bytes)).toMatchObject(unread('expands-too-much'));
    const csv = Buffer.from('N°;Question\n' + '1;Un ?\n'.repeat(1_000_000));
    expect(await read(csv, 'liste.csv')).toMatchObject({ refusal: { code: 'sheet-too-large' } });
  });

  test('entities of its own', async () => {
    const bytes = await patched(await form(), (sheet) =>
      sheet.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet'),
    );
    expect(await read(bytes)).toMatchObject(unread('corrupt'));
  });

  test('a file of 50 MB', async () => {
    expect(await read(Buffer.alloc(52_428_800, 'x;y\n'), 'liste.csv')).toMatchObject({
      refusal: { code: 'file-too-large', params: { maxMegabytes: 32 } },
    });
  });
});

test('a CSV is one sheet, with French accents and semicolons', async () => {
  expect(await sheets(Buffer.from('N°;Question\n1;Été ?\n', 'latin1'), 'liste.csv')).toEqual([
    {
      name: 'liste.csv',
      hidden: false,
      merges: [],
      rows: [
        {
          row: 1,
          cells: [
            { column: 1, text: 'N°' },
            { column: 2, text: 'Question' },
          ],
        },
        {
          row: 2,
          cells: [
            { column: 1, text: '1' },
            { column: 2, text: 'Été ?' },
          ],
        },
      ],
    },
  ]);
});
