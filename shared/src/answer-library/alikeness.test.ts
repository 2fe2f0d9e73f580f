import { deriveAlikeness, sameText } from './alikeness.js';
import type { LibraryQuestion } from './library-question.js';

const question = (id: string, fr: string, type: 'text' | 'file' = 'text'): LibraryQuestion => ({
  id,
  type,
  text: { fr, en: `${fr} (en)` },
});
const asked = question('BKP-04', 'La copie est-elle immuable ?');

test.each([
  ['the same question', asked, 1, null, { how: 'same-question', percent: 100 }],
  [
    'the same but for typography',
    question('BKP-04', 'la copie est-elle immuable\u00a0?'),
    0.97,
    null,
    { how: 'same-question', percent: 100 },
  ],
  [
    'the same key, reworded',
    question('BKP-04', 'Votre copie est-elle immuable ?'),
    0.71,
    null,
    { how: 'same-key', percent: 71 },
  ],
  ['one key for two questions', question('BKP-04', 'Autre'), 0.29, null, undefined],
  ['one key, just alike enough', question('BKP-04', 'Autre'), 0.3, null, { how: 'same-key', percent: 30 }],
  ['declared equivalent', question('SAV-1', 'Autre'), 0.1, 'same', { how: 'equivalent', percent: 10 }],
  ['declared a part of it', question('SAV-1', 'Autre'), 0.1, 'partly', { how: 'related', percent: 10 }],
  ['split under its own key', question('BKP-04', 'Autre'), 0.6, 'partly', { how: 'related', percent: 60 }],
  [
    'declared equivalent, with another kind of answer',
    question('SAV-1', 'Autre', 'file'),
    0.1,
    'same',
    { how: 'equivalent', percent: 10 },
  ],
  [
    'another key, alike',
    question('SAV-1', 'La copie est-elle immuable ? Oui ?'),
    0.87,
    null,
    { how: 'alike', percent: 87 },
  ],
  ['another key, just alike enough', question('SAV-1', 'Autre'), 0.55, null, { how: 'alike', percent: 55 }],
  ['another key, not alike enough', question('SAV-1', 'Autre'), 0.549, null, undefined],
  [
    'alike, with another kind of answer',
    question('SAV-1', 'La copie est-elle immuable ?', 'file'),
    1,
    null,
    undefined,
  ],
] as const)('%s', (_name, earlier, similarity, declared, expected) => {
  expect(deriveAlikeness({ question: asked, earlier, similarity, declared })).toEqual(expected);
});

test('one language that reads the same is enough', () => {
  expect(sameText({ fr: 'Oui', en: 'Yes' }, { fr: 'Certes', en: 'yes ' })).toBe(true);
  expect(sameText({ fr: 'Oui', en: 'Yes' }, { fr: 'Non', en: 'No' })).toBe(false);
});
