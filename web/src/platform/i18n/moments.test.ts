import { instantByParis } from './moments.js';

test.each([
  ['2026-11-18T02:20:00.000Z', 'fr', 'mer. 18 nov. 2026 à 3\u00a0h\u00a020'],
  ['2026-07-01T22:30:00.000Z', 'fr', 'jeu. 2 juil. 2026 à 0\u00a0h\u00a030'],
  ['2027-06-01T09:15:00.000Z', 'fr', 'mar. 1er juin 2027 à 11\u00a0h\u00a015'],
  ['2026-11-18T02:20:00.000Z', 'en', 'Wed, 18 Nov 2026 at 03:20'],
] as const)(
  'an instant, %s in %s, is told by the clocks of Paris wherever it is read',
  (instant, language, words) => {
    expect(instantByParis(instant, language)).toBe(words);
  },
);
