import { deriveAlikeness, sameText } from './alikeness.js';
import type { LibraryQuestion } from './library-question.js';

const question = (id: string, fr: string, type: 'text' | 'file' = 'text'): LibraryQuestion => ({
  id,
  type,
  text: { fr, en: `${fr} (en)` },
});
const asked = question('BKP-04', 'La copie est-elle immuable ?');

test.each([
  ['the same question', asked, 1, false, { how: 'same-question', percent: 100 }],
  [
    'the same but for typography',
    question('BKP-04', 'la copie est-elle immuable\u00a0?'),
    0.97,
    false,
    { how: 'same-question', percent: 100 },
  ],
  [
    'the same key, reworded',
    question('BKP-04', 'Votre copie est-elle immuable ?'),
    0.71,
    false,
    { how: 'same-key', percent: 71 },
  ],
  ['one key for two questions', question('BKP-04', 'Autre'), 0.29, false, undefined],
  ['one key, just alike enough', question('BKP-04', 'Autre'), 0.3, false, { how: 'same-key', percent: 30 }],
  ['declared equivalent', question('SAV-1', 'Autre'), 0.1, true, { how: 'equivalent', percent: 10 }],
  [
    'another key, alike',
    question('SAV-1', 'La copie est-elle immuable ? Oui ?'),
    0.87,
    false,
    { how: 'alike', percent: 87 },
  ],
  ['another key, just alike enough', question('SAV-1', 'Autre'), 0.55, false, { how: 'alike', percent: 55 }],
  ['another key, not alike enough', question('SAV-1', 'Autre'), 0.549, false, undefined],
  [
    'alike, with another kind of answer',
    question('SAV-1', 'La copie est-elle immuable ?', 'file'),
    1,
    false,
    undefined,
  ],
] as const)('%s', (_name, earlier, similarity, equivalent, expected) => {
  expect(deriveAlikeness({ question: asked, earlier, similarity, equivalent })).toEqual(expected);
});

test('one language that reads the same is enough', () => {
  expect(sameText({ fr: 'Oui', en: 'Yes' }, { fr: 'Certes', en: 'yes ' })).toBe(true);
  expect(sameText({ fr: 'Oui', en: 'Yes' }, { fr: 'Non', en: 'No' })).toBe(false);
});
