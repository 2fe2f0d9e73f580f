import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';

import { fieldOf, toDraftAnswer, toFields } from './answer-fields.js';
import { parseNumber, showNumber } from './decimal.js';

const text = { fr: 'x', en: 'x' };
const common = {
  id: 'Q-01',
  text,
  evidence: { need: 'none', kinds: [] },
  notApplicable: true,
  mustAnswer: false,
  lessons: [],
} as const;
const options = ['a', 'b', 'c'].map((value) => ({ value, label: text }));
const single: SupplierQuestion = { ...common, type: 'single', options };
const multi: SupplierQuestion = { ...common, type: 'multi', options };
const number: SupplierQuestion = { ...common, type: 'number', unit: text, none: true };
const date: SupplierQuestion = { ...common, type: 'date_age', unit: text, none: true };
const table: SupplierQuestion = {
  ...common,
  type: 'table',
  columns: [
    { key: 'activity', type: 'enum', label: text, values: options },
    { key: 'siren', type: 'siren', label: text },
    { key: 'covered', type: 'bool', label: text },
    { key: 'kinds', type: 'multi_enum', label: text, values: options },
  ],
  rowsRequired: ['a', 'b'],
};

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1\u202f250', 1250],
  ['1 250,75', 1250.75],
  ['0', 0],
  ['\u22125', -5],
  ['1,250.5', undefined],
  ['douze', undefined],
  ['', undefined],
  ['1e3', undefined],
])('%s typed is %s', (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test('a number is shown with the decimal sign of the language', () => {
  expect(showNumber(12.5, 'fr')).toBe('12,5');
  expect(showNumber(12.5, 'en')).toBe('12.5');
});

const row = { activity: 'a', siren: '732829320', covered: false, kinds: ['b'] };

test.each([
  [single, { state: 'answered', value: 'b' }],
  [multi, { state: 'answered', value: ['a', 'c'] }],
  [multi, { state: 'answered', value: [] }],
  [number, { state: 'answered', value: 12.5 }],
  [number, { state: 'answered', value: 'none' }],
  [number, { state: 'answered', value: 'douze' }],
  [date, { state: 'answered', value: '2026-10-14' }],
  [date, { state: 'answered', value: 'none', comment: 'jamais testé' }],
  [table, { state: 'answered', value: [row, { activity: 'b', covered: true }, { activity: 'c' }] }],
  [single, { state: 'refused', comment: 'secret' }],
  [single, { state: 'na', justification: 'hors mission' }],
  [single, { state: 'cleared', comment: 'à voir avec Hugo' }],
  [single, { state: 'cleared' }],
] as const)('a %j answer comes back from its fields as it went in: %j', (question, answer) => {
  expect(toDraftAnswer(question, toFields(question, answer, 'fr'))).toEqual(answer);
});

test('required rows stand there by themselves and are not an answer yet', () => {
  const fields = toFields(table, undefined, 'fr');
  expect(fields.rows.map(({ activity }) => activity)).toEqual(['a', 'b']);
  expect(toDraftAnswer(table, fields)).toEqual({ state: 'cleared' });
});

test('ticks go out in the order of the options', () => {
  const fields = { ...toFields(multi, undefined, 'fr'), ticks: ['c', 'a'] };
  expect(toDraftAnswer(multi, fields)).toEqual({ state: 'answered', value: ['a', 'c'] });
});

test.each([
  ['/value', 'value'],
  ['/value/0/siren', 'rows.1.siren'],
  ['/justification', 'justification'],
  ['', 'value'],
])('the refusal of %s belongs to %s', (pointer, field) => {
  const answer = { state: 'answered', value: [{ activity: 'b', siren: '1' }] } as const;
  expect(fieldOf(table, answer, pointer)).toBe(field);
});
