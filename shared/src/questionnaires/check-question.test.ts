import { aDocument, hours, publishRefusals, table, texts, ticks, yesNo } from '../testing/small-document.js';

const q = '/themes/0/questions/0';

describe('a question is refused', () => {
  test.each<[string, object, string]>([
    ['without French', { ...yesNo, text: { fr: ' ', en: 'a' } }, `${q}/text/fr text-missing`],
    ['without English', { ...yesNo, help: { fr: 'a' } }, `${q}/help/en text-missing`],
    ['with too long a text', { ...yesNo, text: { fr: 'x'.repeat(4001), en: 'a' } }, `${q}/text/fr too-long`],
    ['with a key that has a space', { ...yesNo, id: 'Q 1' }, `${q}/id key-malformed`],
    ['with too long a key', { ...yesNo, id: 'Q'.repeat(65) }, `${q}/id too-long`],
    ['with a negative weight', { ...yesNo, weight: -1 }, `${q}/weight out-of-range`],
    ['with a weight that is no number', { ...yesNo, weight: Number.NaN }, `${q}/weight not-a-number`],
    [
      'with an unknown kind of piece',
      { ...yesNo, evidence: { need: 'none', kinds: ['x'] } },
      `${q}/evidence/kinds/0 not-a-choice`,
    ],
    [
      'with no freshness at all',
      { ...yesNo, evidence: { need: 'none', kinds: [], maxAgeMonths: 0 } },
      `${q}/evidence/maxAgeMonths out-of-range`,
    ],
    ['with an unknown lesson', { ...yesNo, ref: ['Z-1'] }, `${q}/ref/0 unknown-lesson`],
    [
      'with an unknown fact in its scope',
      { ...yesNo, scope: { all: [{ not: { ctx: { moon: true } } }] } },
      `${q}/scope/all/0/not/ctx/moon unknown-context-fact`,
    ],
    [
      'with an unknown value in its scope',
      { ...yesNo, scope: { ctx: { hosting: 'moon' } } },
      `${q}/scope/ctx/hosting unknown-context-value`,
    ],
    ['with an empty condition', { ...yesNo, scope: { any: [] } }, `${q}/scope/any condition-empty`],
    ['with a condition on nothing', { ...yesNo, scope: { ctx: {} } }, `${q}/scope/ctx condition-empty`],
    ['with a trigger beyond one', { ...yesNo, trigger: 1.5 }, `${q}/trigger out-of-range`],
    ['without options', { ...yesNo, options: [] }, `${q}/options no-option`],
    [
      'with an option twice',
      { ...yesNo, options: [yesNo.options[0], yesNo.options[0]] },
      `${q}/options/1/value key-twice`,
    ],
    [
      'with an option without risk',
      { ...yesNo, options: [{ value: 'a', label: texts }] },
      `${q}/options/0/risk risk-missing`,
    ],
    [
      'with an option without label',
      { ...yesNo, options: [{ value: 'a', label: { fr: '', en: 'a' }, risk: 0 }] },
      `${q}/options/0/label/fr text-missing`,
    ],
    [
      'with a risk beyond one',
      { ...yesNo, options: [{ value: 'a', label: texts, risk: 2 }] },
      `${q}/options/0/risk out-of-range`,
    ],
    [
      'with a tick without credit',
      { ...ticks, options: [{ value: 'a', label: texts }] },
      `${q}/options/0/credit credit-missing`,
    ],
    ['without a curve', { ...hours, curve: [] }, `${q}/curve curve-empty`],
    [
      'with a curve that turns back',
      {
        ...hours,
        curve: [
          [0, 0],
          [0, 1],
        ],
      },
      `${q}/curve/1/0 curve-not-ascending`,
    ],
    [
      'with a curve that rises and falls',
      {
        ...hours,
        curve: [
          [0, 0],
          [1, 1],
          [2, 0.5],
        ],
      },
      `${q}/curve curve-not-monotone`,
    ],
    [
      'with a curve beyond one',
      {
        ...hours,
        curve: [
          [0, 0],
          [1, 2],
        ],
      },
      `${q}/curve/1/1 out-of-range`,
    ],
    ['with a curve of no number', { ...hours, curve: [[Number.NaN, 0]] }, `${q}/curve/0/0 not-a-number`],
    ['without a unit in English', { ...hours, unit: { fr: 'h', en: '' } }, `${q}/unit/en text-missing`],
    ['without columns', { ...table, columns: [], rowsRequired: [] }, `${q}/columns no-column`],
    [
      'with a column without values',
      { ...table, columns: [{ key: 'activity', type: 'enum', label: texts }] },
      `${q}/columns/0/values no-option`,
    ],
    [
      'with a rule on a column it has not',
      { ...table, rowRisk: [{ when: { moon: true }, risk: 1 }] },
      `${q}/rowRisk/0/when/moon unknown-column`,
    ],
    [
      'with a row required that is no value',
      { ...table, rowsRequired: ['b'] },
      `${q}/rowsRequired/0 not-a-choice`,
    ],
  ])('%s', (_name, question, expected) => expect(publishRefusals(aDocument([question]))).toContain(expected));
});
