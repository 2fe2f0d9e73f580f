import fc from 'fast-check';

import { findSiren, passesSirenChecksum, vatNumberOf } from './siren.js';

describe('the number of a company', () => {
  test.each([
    ['732829320', true],
    ['835398272', true],
    ['356000000', true],
    ['552081317', true],
    ['000000001', false],
    ['000000000', false],
    ['732829321', false],
    ['73282932', false],
    ['73282932a', false],
  ])('%s passes the checksum: %s', (siren, passes) => {
    expect(passesSirenChecksum(siren)).toBe(passes);
  });

  test.each([
    ['732 829 320', '732829320'],
    ['732\u202f829\u00a0320', '732829320'],
    ['732.829.320', '732829320'],
    ['732 829 320 00074', '732829320'],
    ['FR44 732 829 320', '732829320'],
    ['fr44732829320', '732829320'],
    ['73282932', undefined],
    ['BE0123456789', undefined],
    ['', undefined],
  ])('%p is read as %p', (typed, siren) => {
    expect(findSiren(typed)).toBe(siren);
  });

  test('the VAT number follows from the SIREN', () => {
    expect(vatNumberOf('552081317')).toBe('FR03552081317');
    expect(vatNumberOf('835398272')).toBe('FR08835398272');
  });

  const sirens = fc.stringMatching(/^\d{9}$/);

  test('one wrong digit never passes', () => {
    fc.assert(
      fc.property(
        sirens.filter(passesSirenChecksum),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (siren, at, by) => {
          const digits = Array.from(siren);
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(passesSirenChecksum(digits.join(''))).toBe(false);
        },
      ),
    );
  });

  test('a SIREN is found again in its own VAT number', () => {
    fc.assert(
      fc.property(sirens, (siren) => {
        expect(findSiren(vatNumberOf(siren))).toBe(siren);
      }),
    );
  });
});
