import { linkLastDay, maskAddress, readCode } from './link.js';

test.each([
  ['lea@cadran.example', 'l•••@cadran.example'],
  ['l@cadran.example', 'l•••@cadran.example'],
  ['"a@b"@cadran.example', '"•••@cadran.example'],
  ['éloise@cadran.example', 'é•••@cadran.example'],
  ['nothing', '•••'],
])('%s is shown as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('a link opens until ninety days after the due date', () => {
  expect(linkLastDay('2026-12-05')).toBe('2027-03-05');
});

test.each(['12345678', '1234 5678', '1234\u00a05678', ' 1234-5678 '])(
  '%j is read as eight digits',
  (typed) => {
    expect(readCode(typed)).toBe('12345678');
  },
);
