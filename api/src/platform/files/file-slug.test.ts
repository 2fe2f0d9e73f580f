import { fileSlug } from './file-slug.js';

test.each([
  ['Mutuelle Ponant — Hébergement (2026)', 'mutuelle-ponant-hebergement-2026'],
  ['L’Œuvre / ../../etc', 'l-uvre-etc'],
  ['日本', 'probant'],
  ['', 'probant'],
  ['a'.repeat(59) + ' b', 'a'.repeat(59)],
])('%s becomes %s', (words, slug) => {
  expect(fileSlug(words)).toBe(slug);
});
