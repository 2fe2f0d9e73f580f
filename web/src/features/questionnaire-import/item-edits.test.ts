import { either, guessesLeft, keptKeys, leaveAll, sortItems, editsBy, withEdit } from './item-edits.js';
import { columnsGivingWay, mapSheet } from './map-sheet.js';
import type { DescribedSheet, ImportItem } from './use-imports.js';

const item = (where: string, more: Partial<ImportItem> = {}): ImportItem => ({
  where,
  key: `k-${where}`,
  section: 's',
  text: { fr: where },
  type: 'text',
  options: [],
  condition: null,
  groups: [],
  references: [],
  guessed: [],
  lacks: [],
  ...more,
});

test('an edit that changes nothing is none, and the last one of an item counts', () => {
  const once = withEdit([], { where: 'a', key: 'A' });
  expect(withEdit(once, { where: 'a', type: 'file', leftOut: false })).toEqual([
    { where: 'a', type: 'file' },
  ]);
  expect(withEdit(once, { where: 'a', leftOut: false })).toEqual([]);
});

test('items are sorted by what was guessed and is not settled, and by what is left out', () => {
  const items = [
    item('a'),
    item('b', { guessed: ['type'] }),
    item('c', { guessed: ['type', 'risk'] }),
    item('d'),
  ];
  const edits = editsBy([
    { where: 'b', type: 'file' },
    { where: 'd', leftOut: true },
  ]);
  const sorted = sortItems(items, edits);
  const places = (list: readonly ImportItem[]) => list.map(({ where }) => where);
  expect(places(sorted.understood)).toEqual(['a', 'b']);
  expect(places(sorted.guessed)).toEqual(['c']);
  expect(places(sorted.left)).toEqual(['d']);
  expect(guessesLeft(item('c', { guessed: ['type', 'risk'] }), { where: 'c', type: 'text' })).toEqual([
    'risk',
  ]);
  expect(keptKeys(items, edits)).toEqual(['k-a', 'k-b', 'k-c']);
});

test('many are left out together and come back with what else was changed of them', () => {
  const edits = [{ where: 'a', key: 'A' }];
  const left = leaveAll(edits, [{ where: 'a' }, { where: 'b' }], true);
  expect(left).toEqual([
    { where: 'a', key: 'A', leftOut: true },
    { where: 'b', leftOut: true },
  ]);
  expect(leaveAll(left, [{ where: 'a' }, { where: 'b' }], false)).toEqual(edits);
});

test('another header forgets what was said of the columns, and a second question column takes the place of the first', () => {
  const mapped = mapSheet([], 'Grille', { columns: [{ column: 2, field: 'help' }] });
  expect(
    mapSheet(mapped, 'Grille', {
      columns: [
        { column: 2, field: null },
        { column: 3, field: 'question' },
      ],
    }),
  ).toEqual([
    {
      sheet: 'Grille',
      columns: [
        { column: 2, field: null },
        { column: 3, field: 'question' },
      ],
    },
  ]);
  expect(mapSheet(mapped, 'Grille', { headerRow: 4 })).toEqual([{ sheet: 'Grille', headerRow: 4 }]);
  const columns: DescribedSheet['columns'] = [1, 2].map((column) => ({
    column,
    letters: 'A',
    heading: '',
    sample: '',
    field: column === 1 ? 'question' : 'help',
    language: null,
  }));
  expect(columnsGivingWay(columns, { column: 2, field: 'question' })).toEqual([{ column: 1, field: null }]);
  expect(columnsGivingWay(columns, { column: 2, field: 'question', language: 'en' })).toEqual([]);
});

test('a text stands in for the one that its language lacks', () => {
  expect([either({ fr: 'a' }, 'en'), either({ en: 'b', fr: 'a' }, 'en'), either({}, 'fr')]).toEqual([
    'a',
    'b',
    '',
  ]);
});
