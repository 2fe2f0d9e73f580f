import { initials } from './avatar.js';

test.each([
  ['Léa Marchetti', 'LM'],
  ['Jean-Pierre de La Tour', 'JT'],
  ['Prince', 'P'],
  ['  élodie  ', 'É'],
  ['', ''],
])('%j is %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
