import { createHash } from 'node:crypto';

import * as fc from 'fast-check';

import { arbitraryChainedDocument } from '../testing/arbitrary-document.js';
import { bank } from '../testing/bank.js';
import {
  aDocument,
  hours,
  plain,
  publishRefusals,
  table,
  texts,
  ticks,
  yesNo,
} from '../testing/small-document.js';
import { hashContent } from './content-hash.js';
import type { Question, QuestionnaireDocument } from './document.js';
import { validateDocument } from './validate-document.js';

test('the bank can be published as it is', () => {
  expect(publishRefusals(bank)).toEqual([]);
});

test.each([
  ['a choice', yesNo],
  ['a number', hours],
  ['a table', table],
  ['ticks', ticks],
])('a questionnaire of %s can be published, and a text and a file beside it', (_name, question) => {
  const others = (['text', 'file'] as const).map((type) => ({
    ...plain,
    id: `X-${type}`,
    type,
    mandatory: true,
  }));
  expect(publishRefusals(aDocument([question, ...others]))).toEqual([]);
});

const q = '/themes/0/questions/0';

describe('an inheritance is refused', () => {
  const child = (rule: object): Question => ({ ...yesNo, id: 'Q-2', inheritIf: [rule] }) as Question;
  const at = '/themes/0/questions/1/inheritIf/0';

  test.each<[string, readonly unknown[], string]>([
    [
      'from a question that is not there',
      [yesNo, child({ q: 'Q-9', value: 'non', risk: 1 })],
      `${at}/q unknown-question`,
    ],
    ['from itself', [yesNo, child({ q: 'Q-2', value: 'non', risk: 1 })], `${at}/q parent-is-self`],
    [
      'from a value the parent has not',
      [yesNo, child({ q: 'Q-1', value: 'moon', risk: 1 })],
      `${at}/value value-not-of-parent`,
    ],
    [
      'from "none" where it is no answer',
      [{ ...hours, noneRisk: undefined }, child({ q: 'Q-1', value: 'none', risk: 1 })],
      `${at}/value value-not-of-parent`,
    ],
    [
      'with a risk beyond one',
      [yesNo, child({ q: 'Q-1', value: 'non', risk: 2 })],
      `${at}/risk out-of-range`,
    ],
    [
      'from the risk of a table',
      [table, child({ q: 'Q-1', riskGte: 1, risk: 1 })],
      `${at}/q parent-without-risk`,
    ],
    [
      'from the risk of too many ticks',
      [ticks, child({ q: 'Q-1', riskGte: 1, risk: 1 })],
      `${at}/q too-many`,
    ],
    [
      'from a risk beyond one',
      [yesNo, child({ q: 'Q-1', riskGte: 1.5, risk: 1 })],
      `${at}/riskGte out-of-range`,
    ],
  ])('%s', (_name, questions, expected) => expect(publishRefusals(aDocument(questions))).toEqual([expected]));

  test('from a question that comes later, and in a circle', () => {
    const first = { ...yesNo, inheritIf: [{ q: 'Q-2', value: 'non', risk: 1 }] };
    expect(publishRefusals(aDocument([first, { ...yesNo, id: 'Q-2' }]))).toEqual([
      `${q}/inheritIf/0/q parent-later`,
    ]);
    const second = child({ q: 'Q-1', value: 'non', risk: 1 });
    const decision = validateDocument(aDocument([first, second]));
    expect(decision).toMatchObject({
      refusal: {
        errors: [
          { pointer: `${q}/inheritIf/0/q`, code: 'inherit-cycle', params: { path: 'Q-1 → Q-2 → Q-1' } },
        ],
      },
    });
  });
});

describe('a knock-out', () => {
  const knockout = {
    id: 'KO-1',
    floor: 50,
    flag: 'cap_D',
    when: { q: 'Q-1', riskGte: 0.9 },
    ref: [],
    text: texts,
  };
  const fed = { ...yesNo, knockouts: ['KO-1'] };
  const check = (question: object, change: object = {}): string[] =>
    publishRefusals(aDocument([question], { knockouts: [{ ...knockout, ...change }] }));

  test.each<[string, object, object, string[]]>([
    ['is accepted', fed, {}, []],
    [
      'refuses that its question does not apply',
      { ...fed, notApplicable: true },
      {},
      [`${q}/notApplicable knockout-question-not-applicable`],
    ],
    ['is listed by the question that decides it', yesNo, {}, [`${q}/knockouts knockout-not-listed`]],
    [
      'looks at questions that are there',
      yesNo,
      { when: { any: [{ q: 'Q-9', riskGte: 1 }] } },
      ['/knockouts/0/when/any/0/q unknown-question'],
    ],
    ['has a condition', yesNo, { when: { all: [] } }, ['/knockouts/0/when/all condition-empty']],
    ['has a floor of the scale', fed, { floor: 101 }, ['/knockouts/0/floor out-of-range']],
    ['says why in both languages', fed, { text: { fr: 'a', en: '' } }, ['/knockouts/0/text/en text-missing']],
  ])('%s', (_name, question, change, expected) => expect(check(question, change)).toEqual(expected));

  test('that is listed exists, and depends on the question', () => {
    expect(publishRefusals(aDocument([{ ...yesNo, knockouts: ['KO-9'] }]))).toEqual([
      `${q}/knockouts/0 unknown-knockout`,
    ]);
    const other = { ...fed, id: 'Q-2' };
    expect(
      publishRefusals(
        aDocument([fed, other], { knockouts: [knockout] as QuestionnaireDocument['knockouts'] }),
      ),
    ).toEqual(['/themes/0/questions/1/knockouts/0 knockout-not-fed']);
  });
});

describe('a questionnaire is refused', () => {
  test.each<[string, QuestionnaireDocument, string]>([
    ['without a theme', aDocument([], { themes: [] }), '/themes no-theme'],
    ['with an empty theme', aDocument([]), '/themes/0/questions no-question'],
    ['with a question twice', aDocument([yesNo, yesNo]), '/themes/0/questions/1/id key-twice'],
    ['that weighs nothing', aDocument([{ ...yesNo, weight: 0 }]), '/themes no-positive-weight'],
    ['without a title', aDocument([yesNo], { title: { fr: '', en: 'a' } }), '/title/fr text-missing'],
    [
      'with a preset for a theme it has not',
      aDocument([yesNo], { presets: bank.presets }),
      '/presets/0/weights/FIN unknown-theme',
    ],
    [
      'with a check of questions it has not',
      aDocument([yesNo], { consistencyChecks: bank.consistencyChecks }),
      '/consistencyChecks/0/when unknown-question',
    ],
    [
      'with thresholds out of order',
      aDocument([yesNo], { tiers: bank.tiers.toReversed() }),
      '/tiers tiers-not-ascending',
    ],
  ])('%s', (_name, document, expected) => expect(publishRefusals(document)).toContain(expected));
});

/** What the rules of a chain may be refused for; whether they reward a worse answer is tried elsewhere. */
const ofRules =
  / (value-not-of-parent|worse-answer-helps|refusal-helps|silence-helps|rule-never-applies|question-never-asked)$/;

test('any chain of questions on earlier ones is refused for nothing but its rules', () => {
  fc.assert(
    fc.property(arbitraryChainedDocument, (document) => {
      const wrong = publishRefusals({ ...document, presets: [] });
      expect(wrong.filter((line) => !ofRules.test(line))).toEqual([]);
    }),
  );
});

test('the hash is of the canonical text, and the order of keys never changes it', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  const { text, sha256: hash } = hashContent(bank, sha256);
  const reversed = Object.fromEntries(Object.entries(bank).toReversed());
  expect(hashContent(reversed, sha256)).toEqual({ text, sha256: hash });
  expect(sha256(text)).toBe(hash);
  expect(JSON.parse(text)).toEqual(bank);
});
