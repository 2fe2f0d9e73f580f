import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { createEicarMatcher, eicarBytes } from './eicar.js';

test('the bytes are those of the published test file', () => {
  expect(eicarBytes()).toHaveLength(68);
  expect(createHash('md5').update(eicarBytes()).digest('hex')).toBe('44d88612fea8a8f36de82e1278abb02f');
});

test('the file is found wherever it stands and however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 20 }),
      (before, after, cuts) => {
        const whole = Buffer.concat([before, eicarBytes(), after]);
        const matches = createEicarMatcher();
        let found = false;
        for (let offset = 0, turn = 0; offset < whole.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          if (matches(whole.subarray(offset, offset + length))) found = true;
          offset += length;
        }
        expect(found).toBe(true);
      },
    ),
  );
});

test('one byte less is not the test file', () => {
  expect(createEicarMatcher()(eicarBytes().subarray(1))).toBe(false);
  expect(createEicarMatcher()(eicarBytes().subarray(0, 67))).toBe(false);
});
