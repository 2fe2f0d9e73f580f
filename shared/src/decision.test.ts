import * as fc from 'fast-check';

import { accept, fieldRefusal, pointer, refuse, refuseField, refuseFields, under } from './decision.js';

describe('a decision', () => {
  test('carries what happened', () => {
    expect(accept(3)).toEqual({ accepted: true, value: 3 });
  });

  test('carries why not, without empty keys', () => {
    expect(refuse('not-found')).toEqual({ accepted: false, refusal: { code: 'not-found' } });
    expect(refuse('file-too-large', { params: { maxMegabytes: 25 } })).toEqual({
      accepted: false,
      refusal: { code: 'file-too-large', params: { maxMegabytes: 25 } },
    });
  });

  test('names the field that is refused', () => {
    expect(refuseField('/name', 'too-long', { max: 200 })).toEqual({
      accepted: false,
      refusal: {
        code: 'invalid-input',
        errors: [{ pointer: '/name', code: 'too-long', params: { max: 200 } }],
      },
    });
    expect(refuseFields([fieldRefusal('/name', 'required')])).toEqual(refuseField('/name', 'required'));
  });

  test('moves under the object that holds the field', () => {
    expect(under('/contacts/1', [fieldRefusal('/email', 'required')])).toEqual([
      { pointer: '/contacts/1/email', code: 'required' },
    ]);
  });
});

test('a pointer escapes what RFC 6901 escapes, and can be read back', () => {
  expect(pointer()).toBe('');
  expect(pointer('answers', 'a/b~c', 0)).toBe('/answers/a~1b~0c/0');
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (steps) => {
      const read = pointer(...steps)
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      expect(read).toEqual(steps);
    }),
  );
});
