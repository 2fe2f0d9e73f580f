import fc from 'fast-check';
import { parse, stringify } from 'yaml';

import { canonicalJson } from '../proof/canonical-json.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { bank } from '../testing/bank.js';
import { aDocument, hours, plain, table, ticks, texts, yesNo } from '../testing/small-document.js';
import { UnreadableImport } from './imported-questionnaire.js';
import { readImport } from './read-import.js';
import { readOwnDocument, readOwnFormat } from './read-own-format.js';

const every = aDocument([
  { ...yesNo, help: texts, scope: { not: { any: [{ ctx: { hosting: true } }, { all: [] }] } } },
  { ...hours, id: 'Q-2', inheritIf: [{ q: 'Q-1', value: 'oui', risk: 0 }] },
  { ...table, id: 'Q-3' },
  { ...ticks, id: 'Q-4' },
  { ...plain, id: 'Q-5', type: 'text', mandatory: true },
  { ...plain, id: 'Q-6', type: 'file', risk: 0.2 },
]);

test.each<[string, QuestionnaireDocument]>([
  ['the question bank', bank],
  ['a document with every type', every],
])('%s comes back from JSON and from YAML to the byte of its canonical form', (_, document) => {
  const text = canonicalJson(document);
  expect(canonicalJson(readOwnDocument(JSON.parse(text)))).toBe(text);
  expect(canonicalJson(readOwnDocument(parse(stringify(document))))).toBe(text);
});

test('texts that look like something else in YAML come back as they were', () => {
  const odd = fc.constantFrom(
    'yes',
    '1.10',
    'null',
    '2024-01-01',
    ' a: b # c',
    '- x',
    '"',
    'é\u202f:',
    '0x1F',
    '',
  );
  fc.assert(
    fc.property(odd, odd, (fr, en) => {
      const document = aDocument([{ ...yesNo, text: { fr, en } }]);
      expect(readOwnDocument(parse(stringify(document)))).toEqual(document);
    }),
  );
});

test('a document is told by its themes, its questions and its conditions', () => {
  const { format, sections, questions, conditionsRead } = readOwnFormat(every);
  expect({ format, sections, conditionsRead }).toEqual({
    format: 'probant',
    sections: [{ key: 'T', title: texts }],
    conditionsRead: 1,
  });
  expect(questions.map(({ type, options }) => [type, options.length])).toEqual([
    ['single', 2],
    ['number', 0],
    ['table', 0],
    ['multi', 13],
    ['text', 0],
    ['file', 0],
  ]);
  expect(questions[0]).toEqual({
    key: 'Q-1',
    section: 'T',
    text: texts,
    help: texts,
    type: 'single',
    options: [
      { key: 'oui', label: texts, risk: 0 },
      { key: 'non', label: texts, risk: 1 },
    ],
    weight: 1,
    groups: [],
    references: [],
    guessed: [],
    where: 'themes[0].questions[0]',
  });
});

test('what would keep a draft from being published is told in both languages', () => {
  const { warnings } = readOwnFormat(aDocument([yesNo, yesNo]));
  expect(warnings.map(({ where }) => where)).toEqual(['/themes/0/questions/1/id']);
  expect(warnings[0]?.message.fr).not.toBe(warnings[0]?.message.en);
});

const broken = (change: object) => ({ ...every, ...change });
const question = (change: object) => aDocument([{ ...yesNo, ...change }]);
test.each<[string, unknown, string, string]>([
  ['a key that is missing', { format: 1, themes: [] }, '', 'the key "code" is missing'],
  ['a key that nobody knows', broken({ colour: 'red' }), 'colour', 'this key is not known here'],
  ['a list that is none', broken({ themes: {} }), 'themes', 'a list is expected'],
  [
    'a number that is a text',
    question({ weight: '1' }),
    'themes[0].questions[0].weight',
    'a number is expected',
  ],
  ['a text that is a number', question({ id: 7 }), 'themes[0].questions[0].id', 'a text is expected'],
  [
    'a language that is missing',
    question({ text: { fr: 'x' } }),
    'themes[0].questions[0].text',
    'the key "en" is missing',
  ],
  [
    'a condition that is none',
    question({ scope: { some: [] } }),
    'themes[0].questions[0].scope',
    'one of these keys is expected: ctx, all, any, not',
  ],
  [
    'a point that is none',
    aDocument([{ ...hours, curve: [[1]] }]),
    'themes[0].questions[0].curve[0].length',
    'one of these values is expected: 2',
  ],
  ['another format', broken({ format: 2 }), 'format', 'one of these values is expected: 1'],
])('%s is refused with its place', (_, file, where, reason) => {
  expect(() => readOwnDocument(file)).toThrow(new UnreadableImport(where, { fr: '', en: reason }));
});

test('an unknown type is refused with those that exist', () => {
  expect(() => readOwnDocument(question({ type: 'slider' }))).toThrow(
    /^themes\[0\]\.questions\[0\]\.type: one of these values is expected: single, multi, number/,
  );
});

test('conditions in one another without end are refused', () => {
  let scope: object = { ctx: {} };
  for (let count = 0; count < 5_000; count += 1) scope = { not: scope };
  expect(() => readOwnDocument(question({ scope }))).toThrow(/more than 100 levels/);
});

test('a question bank as its authors write it is read, and a fault has its place', () => {
  expect(() => readImport('meta: {}\nthemes: []', parse)).toThrow(UnreadableImport);
  expect(() => readImport('meta: {}\nthemes: []', parse)).toThrow(/^\/inherent_tier: a mapping is expected$/);
});
