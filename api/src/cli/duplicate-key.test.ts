import fc from 'fast-check';
import { findDuplicateKey } from './duplicate-key.js';

test.each([
  ['{"a":1,"a":2}', '/a'],
  ['{"a":{"b":1},"c":{"b":1,"d":[0,{"e":1,"e":2}]}}', '/c/d/1/e'],
  ['[{"a":1},{"a":1,"b":2,"a":3}]', '/1/a'],
  ['{"a":1,"\\u0061":2}', '/a'],
  ['{"a/b":1,"a/b":2}', '/a~1b'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__'],
  ['{"a":"{\\"b\\":1,\\"b\\":2}"}', undefined],
  ['{"a":[],"b":{},"c":"a"}', undefined],
  ['["a","a"]', undefined],
  ['"a"', undefined],
  ['7', undefined],
])('in %s it is %s', (json, found) => {
  expect(findDuplicateKey(json)).toBe(found);
});

test('what JSON.stringify writes has none, and one more of any key is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.boolean(), (value, spaced) => {
      const json = JSON.stringify(value, undefined, spaced ? 2 : 0);
      expect(findDuplicateKey(json)).toBeUndefined();
      const [key = ''] = Object.keys(JSON.parse(json) as object);
      expect(findDuplicateKey(`{${JSON.stringify(key)}:0,${json.slice(1)}`)).toBeDefined();
    }),
  );
});

test('a text of any depth is read', () => {
  const depth = 50_000;
  expect(findDuplicateKey(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBeUndefined();
});
