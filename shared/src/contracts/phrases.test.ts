import { foldWords } from './fold-words.js';
import { matchAt, parsePhrase } from './phrases.js';

function matches(source: string, text: string): number | boolean | null {
  const phrase = parsePhrase(source);
  if (phrase === null) throw new Error(`no phrase: ${source}`);
  const words = foldWords(text);
  for (let place = 0; place < words.length; place += 1) {
    const match = matchAt(phrase, words, place, words.length);
    if (match !== null) return match.number ?? true;
  }
  return false;
}

test.each([
  ['règles de l’art'.replace('’', ' '), 'conformément aux RÈGLES DE L’ART', true],
  ['plafonn*', 'est plafonnée', true],
  ['plafonn*', 'le plafond', false],
  ['limitee .. {n} mois', 'limitée au montant payé sur les douze (12) mois', 12],
  ['limitee .. {n} mois', 'limitée à un deux trois quatre cinq six sept huit neuf dix 12 mois', false],
  ['{n} jours', 'quinze (15) jours', 15],
  ['{n} jours', '12345678 jours', false],
  ['meilleurs efforts', 'meilleurs, efforts', true],
])('%s in « %s »: %s', (phrase, text, expected) => {
  expect(matches(phrase, text)).toBe(expected);
});

test.each(['', '.. mois', 'mois ..', 'a*', 'un .. deux .. trois .. quatre', 'a/b', '%'])(
  '"%s" is no phrase',
  (source) => {
    expect(parsePhrase(source)).toBeNull();
  },
);

test('words keep their place in the text as it stands', () => {
  const text = '« Œuvre » de l’éditeur';
  expect(foldWords(text).map(({ folded, start, end }) => [folded, text.slice(start, end)])).toEqual([
    ['oeuvre', 'Œuvre'],
    ['de', 'de'],
    ['l', 'l'],
    ['editeur', 'éditeur'],
  ]);
});
