import { saveWords } from './save-words.js';

const now = new Date(2026, 10, 22, 12, 0);
const at = (day: number) => ({ kind: 'saved', at: new Date(2026, 10, day, 8, 13).toISOString() }) as const;

test('what was saved today says the time, what was saved before says its day as well', () => {
  expect(saveWords(at(22), 'fr', now).words).toMatch(/^Enregistré à 08:13$/);
  expect(saveWords(at(21), 'fr', now).words.replaceAll('\u00A0', ' ')).toBe(
    'Enregistré le 21 nov. 2026 à 08:13',
  );
  expect(saveWords(at(21), 'en', now).words.replaceAll('\u00A0', ' ')).toBe('Saved on 21 Nov 2026 at 08:13');
});
