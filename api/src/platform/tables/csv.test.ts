import fc from 'fast-check';

import { readCsv } from './read-csv.js';
import { findHeaderRow } from './table.js';
import { englishCsv, frenchCsv, writeCsv } from './write-csv.js';

const rowsOf = (text: string): [number, ...string[]][] =>
  readCsv(text, 'liste').rows.map(({ number, cells }) => [number, ...cells]);

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
])('a list with %s is read', (_what, text) => {
  expect(rowsOf(text)).toEqual([
    [1, 'nom', 'siren'],
    [2, 'Étoile', '552100554'],
  ]);
});

test('a line that names the delimiter is obeyed and not a row', () => {
  expect(rowsOf('sep=,\r\na,b;c\r\n')).toEqual([[2, 'a', 'b;c']]);
});

test('French decimals do not make commas the delimiter', () => {
  expect(rowsOf('nom;montant\nA;1,5\nB;2,5\n')).toEqual([
    [1, 'nom', 'montant'],
    [2, 'A', '1,5'],
    [3, 'B', '2,5'],
  ]);
});

test('quoted delimiters, quotes and line ends stay in their cell, and rows are counted as Excel counts them', () => {
  expect(rowsOf('nom;note\n"A;B";"dit ""oui""\nde suite"\n\nC;fin\n')).toEqual([
    [1, 'nom', 'note'],
    [2, 'A;B', 'dit "oui"\nde suite'],
    [4, 'C', 'fin'],
  ]);
});

test('a quote that is never closed does not swallow the rest', () => {
  expect(rowsOf('nom;ville\nA;"Lille\nB;Paris\n')).toEqual([
    [1, 'nom', 'ville'],
    [2, 'A', '"Lille'],
    [3, 'B', 'Paris'],
  ]);
});

test('rows of unequal length and one column alone are read', () => {
  expect(rowsOf('a;b;c\n1\n1;2;3;4\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1'],
    [3, '1', '2', '3', '4'],
  ]);
  expect(rowsOf('siren\n552100554\n')).toEqual([
    [1, 'siren'],
    [2, '552100554'],
  ]);
  expect(rowsOf('')).toEqual([]);
  expect(rowsOf('\n;;\n\n')).toEqual([]);
});

test('the header is found below titles, and not where no cell is known', () => {
  const rows = readCsv(
    'Liste des fournisseurs\n\nau 1er mars;;siren\nNom;SIREN;Ville\nA;1;Lille\n',
    'x',
  ).rows;
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

test('what is written is read back, whatever the texts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cellText, cellText), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(frenchCsv, englishCsv),
      (rows, style) => {
        const columns = [
          { title: 'a', kind: 'text' },
          { title: 'b', kind: 'text' },
        ] as const;
        const text = writeCsv({ name: 'x', columns, rows }, style).replace(
          '\ufeff',
          `\ufeffsep=${style.delimiter}\r\n`,
        );
        const read = readCsv(text, 'x').rows.map(({ number, cells: [a = '', b = ''] }) => [number, a, b]);
        const written = rows
          .map(([a, b], index) => [index + 3, a, b])
          .filter(([, a, b]) => a !== '' || b !== '');
        expect(read.slice(1)).toEqual(written);
      },
    ),
  );
});

test('no text crashes the reading', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readCsv(text, 'x')));
});
