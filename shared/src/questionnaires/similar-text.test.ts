import { contentWords, measureTexts, sameWords } from './similar-text.js';

const both = (fr: string, en = fr) => ({ fr, en });

test('words weigh without case, accents, plural marks and the words that every question has', () => {
  expect([...contentWords('Avez-vous des Sauvegardes déconnectées ?', 'fr')]).toEqual([
    'sauvegarde',
    'deconnectee',
  ]);
  expect([...contentWords('Do you keep the copies offline?', 'en')]).toEqual(['keep', 'copie', 'offline']);
});

test('a part stands within its whole, and only half of the whole in its part', () => {
  const [whole, part] = [both('copie chiffrée testée gardée'), both('copie chiffrée')];
  const measure = measureTexts([whole, part]);
  expect(measure.within(part, whole)).toBe(1);
  expect(measure.within(whole, part)).toBeLessThan(0.5);
  expect(measure.covered(whole, [part, both('gardée et testée')])).toBe(1);
  expect(measure.alike(whole, whole)).toBe(1);
});

test('a rare word weighs more than one that every text has', () => {
  const texts = ['copie mensuelle', 'copie annuelle', 'copie chiffrée', 'accès chiffré'].map((text) =>
    both(text),
  );
  const [first, second] = [both('copie mensuelle'), both('mensuelle')];
  const measure = measureTexts([...texts, first, second]);
  expect(measure.within(first, both('mensuelle'))).toBeGreaterThan(measure.within(first, both('copie')));
});

test('a language that is not written yet has no say, and nothing is like nothing', () => {
  const [one, other] = [both('copie chiffrée', ''), both('copie chiffrée', 'encrypted copy')];
  const measure = measureTexts([one, other]);
  expect(measure.alike(one, other)).toBe(1);
  expect(measure.alike(both(''), both(''))).toBe(0);
});

test('a comma or an accent is no other word', () => {
  expect(sameWords(both('Etes-vous prêts ?'), both('Êtes vous prêts'))).toBe(true);
  expect(sameWords(both('a', 'a'), both('a', 'b'))).toBe(false);
});

test('an index finds what comparing text by text finds, and nothing below the limit', () => {
  const texts = ['Copie mensuelle', 'copie annuelle chiffrée', 'accès chiffré', 'portes gardées'].map(
    (text) => both(text),
  );
  const asked = both('Une copie chiffrée');
  const measure = measureTexts([...texts, asked]);
  const index = measure.index(texts);
  for (const least of [0.01, 0.5, 0.9]) {
    const compared = texts.flatMap((text, place) => {
      const [alike, within] = [measure.alike(asked, text), measure.within(text, asked)];
      return Math.max(alike, within) >= least ? [{ place, alike, within }] : [];
    });
    expect(index.near(asked, least)).toEqual(
      compared.map(({ place, alike, within }) => ({
        place,
        alike: expect.closeTo(alike, 12) as number,
        within: expect.closeTo(within, 12) as number,
      })),
    );
  }
});
