import { shortenHash } from './copy-button.js';

test.each([
  ['7c1f0000000000000000e09a', '7c1f…e09a'],
  ['MSSP-DD', 'MSSP-DD'],
])('%s is shown as %s', (hash, shown) => {
  expect(shortenHash(hash)).toBe(shown);
});
