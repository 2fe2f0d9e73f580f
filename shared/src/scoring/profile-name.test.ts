import { presetName, profileNameIn } from './profile-name.js';

const balanced = { label: { fr: 'Équilibré (défaut)', en: 'Balanced (default)' } };
const privacy = { label: { fr: 'Données personnelles', en: 'Personal data' } };

test.each([
  ['Équilibré', 'en', 'Balanced'],
  ['Balanced', 'fr', 'Équilibré'],
  ['Équilibré', 'fr', 'Équilibré'],
  ['Données personnelles', 'en', 'Personal data'],
  ['Équilibré, conseil de mars', 'en', 'Équilibré, conseil de mars'],
] as const)('%s in %s is %s', (name, language, expected) => {
  expect(profileNameIn(name, [balanced, privacy], language)).toBe(expected);
});

test('a profile is not named the default', () => {
  expect(presetName(balanced, 'en')).toBe('Balanced');
});
