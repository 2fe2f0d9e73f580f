import { maxWeight } from '../limits.js';
import { bank } from '../testing/bank.js';
import { decideProfile } from './decide-profile.js';

const noTheme = Object.fromEntries(bank.themes.map(({ code }) => [code, 0]));
const noQuestion = Object.fromEntries(
  bank.themes.flatMap(({ questions }) => questions.map(({ id }) => [id, 0])),
);

test.each(bank.presets.map(({ key, weights }) => [key, weights] as const))(
  'the preset %s is accepted',
  (_key, themes) => {
    expect(decideProfile([bank], { themes, questions: {} })).toEqual({
      accepted: true,
      value: { themes, questions: {} },
    });
  },
);

test.each([
  ['an unknown theme', { XYZ: 3 }, {}, '/themes/XYZ', 'unknown-theme'],
  ['an unknown question', {}, { 'BKP-99': 3 }, '/questions/BKP-99', 'unknown-question'],
  ['a weight below zero', { BKP: -1 }, {}, '/themes/BKP', 'out-of-range'],
  ['a weight beyond the limit', { BKP: maxWeight + 1 }, {}, '/themes/BKP', 'out-of-range'],
  ['a weight that is no number', { BKP: '20' }, {}, '/themes/BKP', 'not-a-number'],
  ['a weight of infinity', {}, { 'BKP-04': Infinity }, '/questions/BKP-04', 'not-a-number'],
  ['a list of themes', ['BKP'], {}, '/themes', 'wrong-type'],
  ['no themes at all', undefined, {}, '/themes', 'wrong-type'],
  ['themes that all weigh nothing', noTheme, {}, '/themes', 'no-positive-weight'],
  ['questions that all weigh nothing', {}, noQuestion, '/themes', 'no-positive-weight'],
])('%s is refused', (_name, themes, questions, pointer, code) => {
  expect(decideProfile([bank], { themes, questions })).toMatchObject({
    accepted: false,
    refusal: { code: 'profile-not-accepted', errors: [{ pointer, code }] },
  });
});

test('every questionnaire of the organisation keeps something that weighs', () => {
  const short = { themes: bank.themes.filter(({ code }) => code === 'BKP') };
  expect(decideProfile([bank, short], { themes: { BKP: 0 }, questions: {} }).accepted).toBe(false);
  expect(decideProfile([bank], { themes: { BKP: 0 }, questions: {} }).accepted).toBe(true);
});
