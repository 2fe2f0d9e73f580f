import { bank, readLibraryFile } from '../testing/bank.js';
import { parseTeachings } from './teachings.js';

const yaml = readLibraryFile('lessons.yaml') as Record<string, unknown>;
const teachings = parseTeachings(yaml, bank);

test('every lesson of the bank teaches something in both languages, in its order', () => {
  expect(Object.keys(teachings)).toEqual(bank.lessons.map(({ id }) => id));
  for (const { fr, en } of Object.values(teachings)) {
    for (const text of [fr, en]) {
      expect(text).toMatch(/^\S.*[.!?]$/u);
      expect(text.length).toBeGreaterThan(40);
      expect(text.length).toBeLessThan(300);
    }
  }
});

test('a teaching is our own: it repeats no quote, and names no company of the sources', () => {
  for (const { id, quote } of bank.lessons) {
    const { fr = '' } = teachings[id] ?? {};
    if (quote !== undefined) expect(fr).not.toContain(quote);
  }
  expect(JSON.stringify(teachings)).not.toMatch(/D2L|Pictime|Coreye|Cyrès|Boost My Mail|Digitemis|Azure/i);
});

test('a lesson without a teaching, and a teaching without a lesson, stop the build', () => {
  const others = Object.fromEntries(Object.entries(yaml).filter(([id]) => id !== 'R-03'));
  expect(() => parseTeachings(others, bank)).toThrow('R-03');
  expect(() => parseTeachings({ ...yaml, 'R-99': { fr: 'Rien.', en: 'Nothing.' } }, bank)).toThrow('R-99');
});
