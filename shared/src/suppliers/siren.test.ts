import * as fc from 'fast-check';

import {
  compactNumber,
  findSiren,
  formatSiren,
  hasSirenChecksum,
  hasSiretChecksum,
  vatNumber,
} from './siren.js';

test.each([
  ['732829320', true],
  ['835398272', true],
  ['356000000', true],
  ['552081317', true],
  ['000000001', false],
  ['000000000', false],
  ['732829321', false],
  ['73282932', false],
  ['7328293200', false],
  ['73282932a', false],
])('SIREN %s: %s', (siren, expected) => expect(hasSirenChecksum(siren)).toBe(expected));

test.each([
  ['73282932000074', true],
  ['35600000000048', true],
  ['35600000012345', true],
  ['88974287600009', false],
  ['73282932000075', false],
  ['7328293200007', false],
])('SIRET %s: %s', (siret, expected) => expect(hasSiretChecksum(siret)).toBe(expected));

test.each([
  ['552081317', 'FR03552081317'],
  ['835398272', 'FR08835398272'],
  ['12', undefined],
])('the VAT number of %s is %s', (siren, expected) => expect(vatNumber(siren)).toBe(expected));

test('a number is written in groups and read back', () => {
  expect(formatSiren('732829320')).toBe('732\u202f829\u202f320');
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (siren) => compactNumber(formatSiren(siren)) === siren),
  );
});

test('one changed digit never passes, nor does one swap of unequal neighbours other than 0 and 9', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{9}$/),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (siren, place, shift) => {
        fc.pre(hasSirenChecksum(siren));
        const changed =
          siren.slice(0, place) + String((Number(siren.charAt(place)) + shift) % 10) + siren.slice(place + 1);
        expect(hasSirenChecksum(changed)).toBe(false);
      },
    ),
  );
});

test.each([
  ['732 829 320', '732829320'],
  ['732\u202f829\u00a0320', '732829320'],
  ['732.829.320', '732829320'],
  ['732 829 320 00074', '732829320'],
  ['fr44 732829320', '732829320'],
  ['73282932', undefined],
  ['BE0123456789', undefined],
  ['', undefined],
])('%j is read as %s', (typed, siren) => expect(findSiren(typed)).toBe(siren));

test('a SIREN is found again in its own VAT number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (siren) => findSiren(vatNumber(siren) ?? '') === siren),
  );
});
