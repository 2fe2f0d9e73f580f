import { bank } from '../testing/bank.js';
import { dayInWords } from './dates.js';
import { ofName } from './elision.js';
import { counted } from './numbers.js';
import { inUnit, unitAfter } from './units.js';

test.each([
  ['Alizé', 'd’Alizé'],
  ['Écume Hébergement', 'd’Écume Hébergement'],
  ['Œuvre', 'd’Œuvre'],
  ['Hébergeur du Nord', 'd’Hébergeur du Nord'],
  ['Horizon', 'd’Horizon'],
  ['Yves', 'd’Yves'],
  ['ISO', 'd’ISO'],
  ['emma@nord.example', 'd’emma@nord.example'],
  ['Nord', 'de Nord'],
  ['Yahoo', 'de Yahoo'],
  ['Havre', 'de Havre'],
  ['Huit', 'de Huit'],
  ['Onze', 'de Onze'],
  ['3 Suisses', 'de 3 Suisses'],
  ['', 'de '],
])('of %s: %s', (name, expected) => expect(ofName(name)).toBe(expected));

const hours = { fr: 'heures', en: 'hours' };

test.each([
  [0, '0\u00a0heure', '0\u00a0hours'],
  [1, '1\u00a0heure', '1\u00a0hour'],
  [1.5, '1,5\u00a0heure', '1.5\u00a0hours'],
  [2, '2\u00a0heures', '2\u00a0hours'],
  [1_000_000, '1\u202f000\u202f000\u00a0heures', '1,000,000\u00a0hours'],
])('%d hours take the form of each language', (value, french, english) => {
  expect([inUnit(value, hours, 'fr'), inUnit(value, hours, 'en')]).toEqual([french, english]);
});

test.each([
  ['jours ouvrés', 'jour ouvré'],
  ['clauses sur 14', 'clause sur 14'],
  ['années de redevance (99 = sans plafond)', 'année de redevance (99 = sans plafond)'],
  ['mois', 'mois'],
  ['%', '%'],
  ['Go par jours', 'Go par jours'],
  ['', ''],
])('one of the unit %s is %s', (unit, expected) =>
  expect(unitAfter(1, { fr: unit, en: '' }, 'fr')).toBe(expected),
);

test('a share stands against its sign in English, and a space before it in French', () => {
  const share = { fr: '%', en: '%' };
  expect([inUnit(12.5, share, 'fr'), inUnit(12.5, share, 'en')]).toEqual(['12,5\u00a0%', '12.5%']);
});

test('every unit of the bank has its form for one, or is the same', () => {
  const units = bank.themes.flatMap(({ questions }) =>
    questions.flatMap((question) => ('unit' in question ? [question.unit] : [])),
  );
  const alike = units.filter((unit) => unitAfter(1, unit, 'en') === unit.en).map(({ en }) => en);
  expect([...new Set(alike)]).toEqual(['%']);
});

test('a count takes its plural from two on in French', () => {
  expect([0, 1, 2].map((count) => counted(count, 'ligne', 'lignes', 'fr'))).toEqual([
    '0\u00a0ligne',
    '1\u00a0ligne',
    '2\u00a0lignes',
  ]);
  expect(counted(0, 'row', 'rows', 'en')).toBe('0\u00a0rows');
});

test('a day is written in the language', () => {
  expect([dayInWords('2026-12-20', 'fr'), dayInWords('2026-12-20', 'en')]).toEqual([
    '20 déc. 2026',
    '20 Dec 2026',
  ]);
});
