import * as fc from 'fast-check';

import type { GivenAnswers } from '../answers/given-answer.js';
import { deriveHidden, questionsOfDocument } from '../answers/visibility.js';
import type { Language } from '../questionnaires/document.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitraryAnswers, arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import { readAnswerBook, type BookReading } from './read-answer-book.js';
import type { Book, BookCell, ReadSheet } from './book.js';
import { bookColumns } from './book-words.js';
import { toAnswerBook } from './to-answer-book.js';

const asOf = '2026-11-23T10:00:00.000Z';
const today = '2026-11-23';
const sha256 = 'a'.repeat(64);
const head = {
  request: 'Infogérance',
  buyerName: 'Mutuelle du Ponant',
  versionNumber: 1,
  documentSha256: sha256,
  exportedAt: '23 nov. 2026, 11:00',
};

/** As a spreadsheet program gives a workbook back: every cell a text, empty ones left out. */
function readBack({ sheets }: Book): ReadSheet[] {
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.flatMap((cells, index) => {
      const filled = cells.flatMap((cell, place) => {
        const text = textOf(cell);
        return text.trim() === '' ? [] : [{ column: place + 1, text }];
      });
      return filled.length === 0 ? [] : [{ row: index + 1, cells: filled }];
    }),
  }));
}

function textOf(cell: BookCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

const full = buildSupplierDocument(bank, { health_data: true, hosting: 'full', personal_data: 'sensitive' });
const ids = new Set(questionsOfDocument(full).map(({ id }) => id));

function read(sheets: readonly ReadSheet[], answers: GivenAnswers = {}): BookReading {
  const reading = readAnswerBook(sheets, { document: full, documentSha256: sha256, answers, asOf });
  if (reading === undefined) throw new Error('no sheet of answers');
  return reading;
}

/** The sheet of answers with one cell written over. */
function filled(key: string, column: (typeof bookColumns)[number], text: string): ReadSheet[] {
  return readBack(toAnswerBook(full, {}, head, 'fr')).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      if (row.cells[0]?.text !== key || sheet.name !== 'Réponses') return row;
      const place = bookColumns.indexOf(column) + 1;
      const others = row.cells.filter((cell) => cell.column !== place);
      return { ...row, cells: [...others, { column: place, text }] };
    }),
  }));
}

const only = ({ rows }: BookReading) =>
  rows.map(({ change, questionId, problem }) => [change, questionId, problem?.code]);
const bank04 = 'BKP-04';

test.each(['fr', 'en'] as const)('what was written in %s comes back as it was', (language: Language) => {
  fc.assert(
    fc.property(arbitraryContext(bank), arbitraryAnswers(bank, today), (context, all) => {
      const document = buildSupplierDocument(bank, context);
      const asked = new Set(questionsOfDocument(document).map(({ id }) => id));
      const given = Object.fromEntries(Object.entries(all).filter(([id]) => asked.has(id)));
      const hidden = deriveHidden(document, given, today);
      const answers = Object.fromEntries(Object.entries(given).filter(([id]) => !hidden.has(id)));
      const sheets = readBack(toAnswerBook(document, answers, head, language));

      const inputs = { document, documentSha256: sha256, asOf };
      const again = readAnswerBook(sheets, { ...inputs, answers });
      expect(again?.version).toBe('same');
      const different = again?.rows.filter(({ change }) => change !== 'same' && change !== 'emptied');
      expect(different).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('an empty workbook changes nothing, and says which answers it leaves as they are', () => {
  const answers: GivenAnswers = { [bank04]: { state: 'answered', value: 'non' } };
  expect(only(read(readBack(toAnswerBook(full, {}, head, 'fr')), answers))).toEqual([
    ['emptied', bank04, undefined],
  ]);
});

test.each([
  ['answer', 'Peut-être', 'choice-not-understood'],
  ['standing', 'On verra', 'choice-not-understood'],
  ['comment', 'Sans réponse', 'comment-without-answer'],
] as const)('%s « %s » is refused with its reason', (column, text, code) => {
  expect(only(read(filled(bank04, column, text)))).toEqual([['refused', bank04, code]]);
});

const numeric = questionsOfDocument(full).find(({ type }) => type === 'number' || type === 'duration');
const dated = questionsOfDocument(full).find(({ type }) => type === 'date_age');
const several = questionsOfDocument(full).find(({ type }) => type === 'multi');

test.each([
  ['4,5', 4.5],
  ['1 200', 1200],
  ['1\u202f200,25', 1200.25],
  ['12', 12],
])('the number %s is read as in French', (text, value) => {
  const [row] = read(filled(numeric?.id ?? '', 'answer', text)).rows;
  expect(row).toMatchObject({ change: 'new', answer: { value } });
});

test.each([
  ['12/03/2026', '2026-03-12'],
  ['2026-03-12', '2026-03-12'],
  ['1.2.2026', '2026-02-01'],
])('the day %s is read', (text, value) => {
  const [row] = read(filled(dated?.id ?? '', 'answer', text)).rows;
  expect(row).toMatchObject({ change: 'new', answer: { value } });
});

test('choices stand one per line or parted by semicolons, in either language, once each', () => {
  if (several?.type !== 'multi') throw new Error('the bank has a question of several choices');
  const [one, other] = several.options;
  const text = `${one?.label.fr ?? ''} ; ${other?.label.en ?? ''}\n${one?.label.fr ?? ''}`;
  const [row] = read(filled(several.id, 'answer', text)).rows;
  expect(row?.answer).toMatchObject({ value: [one?.value, other?.value] });
});

test('added rows, moved columns and a row given twice are understood or told', () => {
  const sheets = filled(bank04, 'answer', 'non').map((sheet) => {
    if (sheet.name !== 'Réponses') return sheet;
    const moved = sheet.rows.map(({ row, cells }) => ({
      row: row + 5,
      cells: cells.map(({ column, text }) => ({ column: 20 - column, text })),
    }));
    const twice = moved.find(({ cells }) => cells.some(({ text }) => text === bank04));
    return {
      ...sheet,
      rows: [
        ...moved,
        { row: 500, cells: [{ column: 17, text: 'Votre question à vous ?' }] },
        { row: 501, cells: twice?.cells ?? [] },
      ],
    };
  });
  expect(only(read(sheets))).toEqual([
    ['new', bank04, undefined],
    ['unknown', '', undefined],
    ['refused', bank04, 'duplicate'],
  ]);
});

test('a workbook of an older version is told, and what it still answers is read', () => {
  const sheets = filled(bank04, 'answer', 'non');
  const older = readAnswerBook(sheets, {
    document: full,
    documentSha256: 'b'.repeat(64),
    answers: {},
    asOf,
  });
  expect(older?.version).toBe('other');
  expect(older?.rows.map(({ change }) => change)).toEqual(['new']);
});

test('a workbook without answers is none', () => {
  const sheets = [{ name: 'Feuil1', rows: [{ row: 1, cells: [{ column: 1, text: 'Bonjour' }] }] }];
  expect(
    readAnswerBook(sheets, { document: full, documentSha256: sha256, answers: {}, asOf }),
  ).toBeUndefined();
});

test('any sheet at all is read without failing', () => {
  const cell = fc.record({
    column: fc.integer({ min: 1, max: 12 }),
    text: fc.oneof(fc.string(), fc.constantFrom(...ids, 'Clé', 'Réponse', 'Oui', 'Sans objet')),
  });
  const row = fc.record({ row: fc.integer({ min: 1, max: 40 }), cells: fc.array(cell, { maxLength: 6 }) });
  const sheet = fc.record({ name: fc.string(), rows: fc.array(row, { maxLength: 12 }) });
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
      readAnswerBook(sheets, { document: full, documentSha256: sha256, answers: {}, asOf });
    }),
    { numRuns: 300 },
  );
});
