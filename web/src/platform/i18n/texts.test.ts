import { defineTexts, translator } from './texts.js';

const texts = defineTexts({
  fr: {
    plain: "Ce qu'il reste : rien !",
    named: 'Bonjour {name}',
    quoted: 'Il a dit « {words} » à 10:42',
    counted: { one: '{count} réponse', other: '{count} réponses' },
  },
  en: {
    plain: "What's left: nothing!",
    named: 'Hello {name}',
    quoted: 'They said “{words}” at 10:42',
    counted: { one: '{count} answer', other: '{count} answers' },
  },
});
const fr = translator(texts, 'fr');
const en = translator(texts, 'en');

test('French gets its no-break spaces and the curly apostrophe', () => {
  expect(fr('plain')).toBe('Ce qu’il reste\u00A0: rien\u00A0!');
});

test('English keeps its own punctuation', () => {
  expect(en('plain')).toBe('What’s left: nothing!');
});

test('a value is put in as it is', () => {
  expect(fr('named', { name: "L'Agence : $& {name}" })).toBe("Bonjour L'Agence : $& {name}");
});

test('guillemets hold their words, and a time of day is left alone', () => {
  expect(fr('quoted', { words: 'oui' })).toBe('Il a dit «\u00A0oui\u00A0» à 10:42');
});

test.each([
  [0, '0 réponse', '0 answers'],
  [1, '1 réponse', '1 answer'],
  [2, '2 réponses', '2 answers'],
  [1234, '1\u202F234 réponses', '1,234 answers'],
])('%i takes the plural form of each language', (count, french, english) => {
  expect([fr('counted', { count }), en('counted', { count })]).toEqual([french, english]);
});

test('a text that misses in English, or names another placeholder, does not compile', () => {
  // @ts-expect-error -- `b` has no English text
  defineTexts({ fr: { a: 'un', b: 'deux' }, en: { a: 'one' } });
  // @ts-expect-error -- {title} is not {name}
  defineTexts({ fr: { a: 'Bonjour {name}' }, en: { a: 'Hello {title}' } });
  // @ts-expect-error -- the name is not optional
  expect(fr('named')).toBe('Bonjour {name}');
});
