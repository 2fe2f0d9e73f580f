import * as fc from 'fast-check';

import { checkKeys, checkText, isRecord, tidyText } from './plain-text.js';

const codes = (value: unknown, rule = { max: 10 }): string[] =>
  checkText('/name', value, rule).map(({ code }) => code);

test.each([
  ['Café', []],
  [' Café ', []],
  ['12345678901', ['too-long']],
  ['', ['required']],
  ['  ', ['required']],
  [undefined, ['required']],
  [null, ['wrong-type']],
  [3, ['wrong-type']],
  ['a\u0000b', ['control-character']],
  ['a\nb', ['control-character']],
  ['a\u202eb', ['control-character']],
  ['a\ud800', ['invalid-unicode']],
])('%j on one line of ten: %j', (value, expected) => expect(codes(value)).toEqual(expected));

test('lines belong where they are allowed, and an optional text may be empty', () => {
  expect(codes('a\r\nb\tc', { max: 10, ...{ multiline: true } })).toEqual([]);
  expect(codes('', { max: 10, ...{ optional: true } })).toEqual([]);
  expect(checkText('/password', 'short', { max: 200, min: 12 })).toEqual([
    { pointer: '/password', code: 'too-short', params: { min: 12 } },
  ]);
});

test('a tidy text is composed, trimmed, with one kind of line end, and stays so', () => {
  expect(tidyText(' Cafe\u0301\r\nbar ')).toBe('Café\nbar');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => tidyText(tidyText(text)) === tidyText(text)),
  );
});

test('unknown keys are named, escaped as pointers ask', () => {
  expect(checkKeys('/a', { known: 1, 'x/y': 2 }, ['known'])).toEqual([
    { pointer: '/a/x~1y', code: 'unknown-field' },
  ]);
  expect(isRecord([])).toBe(false);
  expect(isRecord(null)).toBe(false);
});
