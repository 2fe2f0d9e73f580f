import * as fc from 'fast-check';

import { findId, isUuid, type FindingId } from './ids.js';

test('every UUID is an id, in lower case', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(isUuid(id)).toBe(true);
      expect(findId<FindingId>(id.toUpperCase())).toBe(id);
    }),
  );
});

test.each([
  '',
  'null',
  '1',
  '../etc',
  '0190c7f2-1111-7000-8000-00000000000',
  '0190c7f2-1111-7000-8000-0000000000001',
])('%j is no id', (text) => {
  expect(findId(text)).toBeUndefined();
});

test('any other text is no id', () => {
  fc.assert(
    fc.property(fc.string(), (text) => (findId(text) === undefined) === !/^[\da-f-]{36}$/i.test(text)),
  );
});
