import { reconfirmText } from './reconfirm.js';

const one = { id: 'BKP-02', label: 'Fréquence des sauvegardes' };

test('it names every question, in the number and the language asked for', () => {
  expect(reconfirmText([one], 'fr')).toContain(
    'la réponse suivante date\u00a0: est-elle toujours exacte\u00a0?',
  );
  expect(reconfirmText([one, { id: 'CTR-01', label: 'Contrat' }], 'fr')).toMatch(
    /les réponses suivantes[^]*- BKP-02, Fréquence des sauvegardes\n- CTR-01, Contrat$/,
  );
  expect(reconfirmText([one], 'en')).toContain('the following answer is');
  expect(reconfirmText([one, one], 'en')).toContain('the following answers are');
});

test('what lapses beside an answer stands with it', () => {
  expect(reconfirmText([{ ...one, lapsing: 'contrat.pdf' }], 'fr')).toMatch(
    /Fréquence des sauvegardes \(contrat\.pdf\)$/,
  );
});

test('where the words do not fit, the questions are named by their numbers alone', () => {
  const many = Array.from({ length: 200 }, (_, place) => ({ id: `Q-${place}`, label: 'x'.repeat(40) }));
  const text = reconfirmText(many, 'en');
  expect(text.length).toBeLessThanOrEqual(5_000);
  expect(text).toMatch(/Q-0, Q-1, .*Q-199$/);
});
