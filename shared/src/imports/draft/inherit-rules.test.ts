import fc from 'fast-check';

import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';
import { toInheritRules } from './inherit-rules.js';

const yesNo = (key: string, more: Partial<ImportedQuestion> = {}): ImportedQuestion => ({
  key,
  section: 's',
  text: { fr: `Question ${key} ?` },
  type: 'single',
  options: [
    { key: 'oui', label: { fr: 'Oui' }, risk: 0 },
    { key: 'non', label: { fr: 'Non' }, risk: 1 },
  ],
  groups: [],
  references: [],
  guessed: [],
  where: `at ${key}`,
  ...more,
});

test.each<[string, ImportedCondition, unknown]>([
  ['one answer', { q: 'a', option: 'oui' }, [{ q: 'a', value: 'non', risk: 1 }]],
  ['not one answer', { not: { q: 'a', option: 'oui' } }, [{ q: 'a', value: 'oui', risk: 0 }]],
  [
    'both',
    {
      all: [
        { q: 'a', option: 'oui' },
        { q: 'b', option: 'non' },
      ],
    },
    [
      { q: 'a', value: 'non', risk: 1 },
      { q: 'b', value: 'oui', risk: 0 },
    ],
  ],
  [
    'neither',
    {
      not: {
        any: [
          { q: 'a', option: 'oui' },
          { q: 'b', option: 'oui' },
        ],
      },
    },
    [
      { q: 'a', value: 'oui', risk: 0 },
      { q: 'b', value: 'oui', risk: 0 },
    ],
  ],
  [
    'any answer',
    {
      any: [
        { q: 'a', option: 'oui' },
        { q: 'a', option: 'non' },
      ],
    },
    [],
  ],
  [
    'either of two questions',
    {
      any: [
        { q: 'a', option: 'oui' },
        { q: 'b', option: 'oui' },
      ],
    },
    undefined,
  ],
  [
    'no answer at all',
    {
      all: [
        { q: 'a', option: 'oui' },
        { q: 'a', option: 'non' },
      ],
    },
    undefined,
  ],
  ['a question that is not there', { q: 'z', option: 'oui' }, undefined],
  ['a choice of several', { q: 'm', option: 'oui' }, undefined],
])(
  'a condition on %s is said by the answers that hide the question, or not at all',
  (_, condition, rules) => {
    const questions = new Map(
      [yesNo('a'), yesNo('b'), yesNo('m', { type: 'multi' })].map((one) => [one.key, one]),
    );
    expect(toInheritRules(condition, questions)).toEqual(rules);
  },
);

const leaf = fc.record({ q: fc.constantFrom('a', 'b', 'c'), option: fc.constantFrom('oui', 'non') });
const condition = fc.letrec<{ any: ImportedCondition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ),
})).any;

function holds(one: ImportedCondition, answers: Readonly<Record<string, string>>): boolean {
  if ('all' in one) return one.all.every((part) => holds(part, answers));
  if ('any' in one) return one.any.some((part) => holds(part, answers));
  if ('not' in one) return !holds(one.not, answers);
  return answers[one.q] === one.option;
}

test('where rules say a condition, they hide the question under exactly the answers under which it does not hold', () => {
  const questions = new Map(['a', 'b', 'c'].map((key) => [key, yesNo(key)]));
  const answer = fc.constantFrom('oui', 'non');
  fc.assert(
    fc.property(
      condition,
      fc.record({ a: answer, b: answer, c: answer }),
      (one, answers: Record<string, string>) => {
        const rules = toInheritRules(one, questions);
        if (rules === undefined) return;
        const hidden = rules.some((rule) => 'value' in rule && answers[rule.q] === rule.value);
        expect(hidden).toBe(!holds(one, answers));
      },
    ),
  );
});
