import { hours, table, texts, yesNo } from '../testing/small-document.js';
import { changeType, keepParts } from './change-type.js';
import { questionTypes, type Question } from './document.js';

const options = yesNo.options.map((option, index) => ({ ...option, credit: index / 2 }));
const choice: Question = { ...yesNo, options: yesNo.options };

test.each([choice, hours, table])('through every other type and back, $type loses nothing', (question) => {
  let [current, kept] = [question, {}];
  for (const type of [...questionTypes, question.type]) {
    kept = keepParts(kept, current);
    current = changeType(current, type, kept);
    expect(current.type).toBe(type);
  }
  expect(current).toEqual(question);
});

test('an option keeps its risk for one choice and its credit for several', () => {
  const kept = keepParts({ options }, choice);
  const several = changeType(choice, 'multi', kept);
  expect(several).toMatchObject({
    options: [
      { value: 'oui', credit: 0 },
      { value: 'non', credit: 0.5 },
    ],
  });
  expect('options' in several && several.options.some((option) => 'risk' in option)).toBe(false);
  expect(changeType(several, 'single', keepParts(kept, several))).toEqual(choice);
});

test('a type written for the first time begins empty', () => {
  expect(changeType(choice, 'duration', {})).toMatchObject({ unit: { fr: '', en: '' }, curve: [] });
  expect(changeType(choice, 'file', keepParts({}, choice))).not.toHaveProperty('options');
  expect(changeType(choice, 'single', {}).text).toEqual(texts);
});
