import { typeset } from './typeset.js';

test.each([
  ["l'accord", 'l’accord'],
  ['Quoi ?', 'Quoi\u00a0?'],
  ['oui ; non : peut-être !', 'oui\u00a0; non\u00a0: peut-être\u00a0!'],
  ['10 % de 20 000 €', '10\u00a0% de 20\u202f000\u00a0€'],
  ['dit « aucun »', 'dit «\u00a0aucun\u00a0»'],
  ['4 h 30, 24/7', '4 h 30, 24/7'],
])('in French, %s is typeset', (typed, expected) => {
  expect(typeset(typed, 'fr')).toBe(expected);
});

test('in English only the apostrophe is curled', () => {
  expect(typeset("the supplier's share : 10 %", 'en')).toBe('the supplier’s share : 10 %');
});
