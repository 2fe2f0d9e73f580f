import fc from 'fast-check';

import { readCsv } from './read-csv.js';
import { findHeaderRow, type TableRow } from './table.js';
import { englishCsv, frenchCsv, writeCsv } from './write-csv.js';

async function read(text: string): Promise<readonly TableRow[]> {
  const sheet = await readCsv(text, 'liste');
  if (!sheet.accepted) throw new Error(sheet.refusal.code);
  return sheet.value.rows;
}

const rowsOf = async (text: string): Promise<[number, ...string[]][]> =>
  (await read(text)).map(({ number, cells }) => [number, ...cells]);

test.each([
  ['semicolons', 'nom;siren\nÉtoile;552100554\n'],
  ['commas', 'nom,siren\nÉtoile,552100554\n'],
  ['tabs', 'nom\tsiren\nÉtoile\t552100554\n'],
  ['bars', 'nom|siren\nÉtoile|552100554\n'],
  ['a byte order mark', '\ufeffnom;siren\nÉtoile;552100554\n'],
  ['Windows line ends', 'nom;siren\r\nÉtoile;552100554\r\n'],
  ['old Mac line ends', 'nom;siren\rÉtoile;552100554\r'],
  ['line ends of two kinds', 'nom;siren\r\nÉtoile;552100554\n'],
  ['line ends of two kinds the other way', 'nom;siren\nÉtoile;552100554\r\n'],
  ['quotes', '"nom";"siren"\n"Étoile";"552100554"\n'],
  ['blanks around', ' nom ; siren \n Étoile ; 552100554 ;; \n'],
])('a list with %s is read', async (_what, text) => {
  expect(await rowsOf(text)).toEqual([
    [1, 'nom', 'siren'],
    [2, 'Étoile', '552100554'],
  ]);
});

test('a line that names the delimiter is obeyed and not a row', async () => {
  expect(await rowsOf('sep=,\r\na,b;c\r\n')).toEqual([[2, 'a', 'b;c']]);
});

test('French decimals do not make commas the delimiter', async () => {
  expect(await rowsOf('nom;montant\nA;1,5\nB;2,5\n')).toEqual([
    [1, 'nom', 'montant'],
    [2, 'A', '1,5'],
    [3, 'B', '2,5'],
  ]);
});

test('quoted delimiters, quotes and line ends stay in their cell, and rows are counted as Excel counts them', async () => {
  expect(await rowsOf('nom;note\n"A;B";"dit ""oui""\nde suite"\n\nC;fin\n')).toEqual([
    [1, 'nom', 'note'],
    [2, 'A;B', 'dit "oui"\nde suite'],
    [4, 'C', 'fin'],
  ]);
});

test('a quote that is never closed does not swallow the rest', async () => {
  expect(await rowsOf('nom;ville\nA;"Lille\nB;Paris\n')).toEqual([
    [1, 'nom', 'ville'],
    [2, 'A', '"Lille'],
    [3, 'B', 'Paris'],
  ]);
});

test('rows of unequal length and one column alone are read', async () => {
  expect(await rowsOf('a;b;c\n1\n1;2;3;4\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1'],
    [3, '1', '2', '3', '4'],
  ]);
  expect(await rowsOf('siren\n552100554\n')).toEqual([
    [1, 'siren'],
    [2, '552100554'],
  ]);
  expect(await rowsOf('')).toEqual([]);
  expect(await rowsOf('\n;;\n\n')).toEqual([]);
});

test('the header is found below titles, and not where no cell is known', async () => {
  const rows = await read('Liste des fournisseurs\n\nau 1er mars;;siren\nNom;SIREN;Ville\nA;1;Lille\n');
  const known = (cell: string): boolean => ['nom', 'siren', 'ville'].includes(cell.toLowerCase());
  expect(findHeaderRow(rows, known)?.number).toBe(4);
  expect(findHeaderRow(rows, () => false)).toBeUndefined();
});

const table = {
  name: 'Notes',
  columns: [
    { title: 'Fournisseur', kind: 'text' },
    { title: 'Note', kind: 'number' },
    { title: 'Le', kind: 'day' },
    { title: 'À', kind: 'instant' },
  ],
  rows: [
    ['Étoile; & Cie', 12.5, '2026-11-22', '2026-06-30T22:30:00.000Z'],
    ['=1+1', -3, null, null],
  ],
} as const;

test('the French form is what a French Excel opens', () => {
  expect(writeCsv(table, frenchCsv)).toBe(
    '\ufeffFournisseur;Note;Le;À\r\n"Étoile; & Cie";12,5;2026-11-22;2026-07-01 00:30:00\r\n\'=1+1;-3;;\r\n',
  );
});

test('the English form has commas and points', () => {
  expect(writeCsv(table, { ...englishCsv, byteOrderMark: false })).toBe(
    "Fournisseur,Note,Le,À\r\nÉtoile; & Cie,12.5,2026-11-22,2026-07-01 00:30:00\r\n'=1+1,-3,,\r\n",
  );
});

test.each(['=1+1', '+33 1 23', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '＠A'])(
  '%j is written as a text',
  (text) => {
    const written = writeCsv(
      { name: 'x', columns: [], rows: [[text]] },
      { ...frenchCsv, byteOrderMark: false },
    );
    expect(written.replace(/^\r\n"?/u, '').startsWith("'")).toBe(true);
  },
);

const cellText = fc
  .string({ unit: fc.constantFrom(...Array.from('ab1 ;,\t|"\'=+-@\n\ré\u202f')), maxLength: 8 })
  .map((text) => text.trim());

test('what is written is read back, whatever the texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cellText, cellText), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(frenchCsv, englishCsv),
      async (rows, style) => {
        const columns = [
          { title: 'a', kind: 'text' },
          { title: 'b', kind: 'text' },
        ] as const;
        const text = writeCsv({ name: 'x', columns, rows }, style).replace(
          '\ufeff',
          `\ufeffsep=${style.delimiter}\r\n`,
        );
        const found = (await read(text)).map(({ number, cells: [a = '', b = ''] }) => [number, a, b]);
        const written = rows
          .map(([a, b], index) => [index + 3, a, b])
          .filter(([, a, b]) => a !== '' || b !== '');
        expect(found.slice(1)).toEqual(written);
      },
    ),
  );
});

test('no text crashes the reading', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      await readCsv(text, 'x');
    }),
  );
});

test('a line with a million cells is refused, one with a million separators holds nothing', async () => {
  expect(await readCsv(`nom;siren\n${'x;'.repeat(1_000_000)}`, 'x')).toMatchObject({
    refusal: { code: 'sheet-too-large', params: { columns: 200, rows: 5_000 } },
  });
  expect(await rowsOf(`nom;siren\n${';'.repeat(1_000_000)}\nA;1\n`)).toEqual([
    [1, 'nom', 'siren'],
    [3, 'A', '1'],
  ]);
  expect(await rowsOf(`${';'.repeat(199)}x`)).toHaveLength(1);
  expect(await readCsv(`${';'.repeat(200)}x`, 'x')).toMatchObject({ accepted: false });
});

test.each(['\n', '\r\n', '\r'])(
  'a list longer than one slice is read across the seams, lines ending in %j',
  async (end) => {
    const rows = Array.from(
      { length: 4_000 },
      (_, index) => [index + 1, `"é€𝄞;${index}"`, '"a""b"'] as const,
    );
    const text = rows.map(([, ...cells]) => cells.join(';')).join(end);
    expect(await rowsOf(text)).toEqual(rows.map(([number]) => [number, `é€𝄞;${number - 1}`, 'a"b']));
  },
);

test('no more rows are kept than tell that there are too many', async () => {
  expect(await read('a;b\n'.repeat(20_000))).toHaveLength(5_051);
  expect(await rowsOf(`nom\n${'\n'.repeat(300_000)}A\n`)).toEqual([
    [1, 'nom'],
    [300_002, 'A'],
  ]);
});

test('other work goes on while a large list is read', async () => {
  let turns = 0;
  const other = setInterval(() => (turns += 1), 1);
  await read(`nom\n${'\n'.repeat(1_000_000)}A\n`);
  clearInterval(other);
  expect(turns).toBeGreaterThan(20);
});
