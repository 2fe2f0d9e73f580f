import { secretOf } from './paste-link.js';

const secret = 'abcDEF-_0123456789012345678901234567890abcd'.slice(0, 43);

test.each([
  [`https://probant.example/r#${secret}`, secret],
  [`  http://127.0.0.1:3000/r#${secret} \n`, secret],
  [`#${secret}`, secret],
  ['https://probant.example/r', ''],
  [`https://probant.example/r#${secret.slice(1)}`, ''],
  [`https://probant.example/r#${secret}x`, ''],
  ['', ''],
])('of %j the secret is %j', (address, found) => {
  expect(secretOf(address)).toBe(found);
});
