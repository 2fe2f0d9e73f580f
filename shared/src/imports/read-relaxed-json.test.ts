import fc from 'fast-check';

import { UnreadableImport } from './imported-questionnaire.js';
import { readRelaxedJson } from './read-relaxed-json.js';

test.each<[string, string, unknown]>([
  ['strict JSON', '{"a":[1,-2.5e3,true,null,"x"]}', { a: [1, -2500, true, null, 'x'] }],
  ['a comment to the end of the line', '// a { "b\n{"a": 1 // c\n}', { a: 1 }],
  ['a comment between marks', '/* a\n*/{"a":/* b */1}', { a: 1 }],
  ['a text that looks like a comment', '{"a":"http://x /* y */"} // z', { a: 'http://x /* y */' }],
  ['joined texts', '{"a": "one " +\n "two" + " three"}', { a: 'one two three' }],
  ['a comma after the last item', '{"a":[1,2,],}', { a: [1, 2] }],
  ['escapes in joined texts', String.raw`["\u00e9\"" + "\\"]`, ['é"\\']],
  ['a tab in a text', '["a\tb",]', ['a\tb']],
  ['a mark of byte order', '\uFEFF{"a":1}', { a: 1 }],
  ['empty containers', '[{},[],]', [{}, []]],
  ['a key of the prototype', '{"__proto__": 1,}', Object.fromEntries([['__proto__', 1]])],
])('%s is read', (_, text, value) => {
  expect(readRelaxedJson(text)).toEqual(value);
});

test.each<[string, string, string, string]>([
  ['an end that is missing', '{\n"a": [1,\n2', 'line 3', 'the file ends before "]"'],
  ['a value that is missing', '{"a":\n}', 'line 2', 'a value is expected'],
  ['a word that is none', '{"a":\n yes}', 'line 2', '"yes" is not a value'],
  ['a colon that is missing', '{"a" 1}', 'line 1', '":" is expected'],
  ['a comma that is missing', '{"a": 1\n"b": 2}', 'line 2', '"}" is expected'],
  ['a key without marks', '{\na: 1}', 'line 2', '""" is expected'],
  ['a key that stands twice', '{"a": 1, // x\n"a": 2}', 'line 2', 'the key "a" is there twice'],
  ['text after the end', '{}\n{}', 'line 2', 'text follows the end of the document'],
  ['a comment without end', '{}\n/* x', 'line 2', 'this comment does not end'],
  ['a malformed escape', String.raw`["\x"]`, 'line 1', 'this text is malformed'],
  ['too many levels', '['.repeat(101), 'line 1', 'more than 100 levels in one another'],
])('%s is refused with its line', (_, text, where, reason) => {
  expect(() => readRelaxedJson(text)).toThrow(new UnreadableImport(where, { fr: '', en: reason }));
});

test('a hundred thousand levels cost nothing', () => {
  expect(() => readRelaxedJson('{"a":'.repeat(100_000))).toThrow(UnreadableImport);
});

test('whatever JSON can write is read back, comments or not', () => {
  const written = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(written, (value) => {
      const text = JSON.stringify(value, null, 1);
      const expected: unknown = JSON.parse(text);
      expect(readRelaxedJson(text)).toEqual(expected);
      expect(readRelaxedJson(`// x\n${text}\n/* y */`)).toEqual(expected);
    }),
  );
});
