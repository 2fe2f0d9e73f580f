import {
  cutSegments,
  extendAfter,
  extendBefore,
  foldForSearch,
  nextPassage,
  previousPassage,
} from './quote-range.js';

const passages = [
  { start: 0, end: 10 },
  { start: 12, end: 20 },
  { start: 22, end: 30 },
];
const middle = { start: 12, end: 20 };

test('a quote grows and moves by whole passages, and stops at the ends', () => {
  expect(extendBefore(passages, middle)).toEqual({ start: 0, end: 20 });
  expect(extendAfter(passages, middle)).toEqual({ start: 12, end: 30 });
  expect(extendBefore(passages, { start: 14, end: 16 })).toEqual({ start: 12, end: 16 });
  expect(previousPassage(passages, middle)).toEqual({ start: 0, end: 10 });
  expect(nextPassage(passages, middle)).toEqual({ start: 22, end: 30 });
  expect(previousPassage(passages, { start: 0, end: 10 })).toEqual({ start: 0, end: 10 });
  expect(extendAfter(passages, { start: 22, end: 30 })).toEqual({ start: 22, end: 30 });
});

test('a passage is cut where marks and quote begin and end', () => {
  expect(cutSegments(middle, [{ start: 14, end: 16 }], { start: 0, end: 15 })).toEqual([
    { start: 12, end: 14, marked: false, quoted: true },
    { start: 14, end: 15, marked: true, quoted: true },
    { start: 15, end: 16, marked: true, quoted: false },
    { start: 16, end: 20, marked: false, quoted: false },
  ]);
  expect(cutSegments(middle, [{ start: 0, end: 5 }], null)).toEqual([
    { start: 12, end: 20, marked: false, quoted: false },
  ]);
});

test('a search forgets accents and keeps every place', () => {
  expect(foldForSearch('Délai 😀 ŒUVRE')).toHaveLength('Délai 😀 ŒUVRE'.length);
  expect(foldForSearch('DÉLAI')).toBe('delai');
});
