import fc from 'fast-check';

import {
  assignableLevels,
  deriveFreshness,
  findLastFreshDay,
  type DatedPiece,
  type Freshness,
} from './freshness.js';

const rows: readonly [
  piece: DatedPiece,
  maxAgeMonths: number | undefined,
  asOf: string,
  freshness: Freshness,
][] = [
  [{ datedOn: '2026-05-22' }, 6, '2026-11-22', 'fresh'],
  [{ datedOn: '2026-05-21' }, 6, '2026-11-22', 'stale'],
  [{ datedOn: '2025-08-31' }, 6, '2026-02-28', 'fresh'],
  [{ datedOn: '2025-08-31' }, 6, '2026-03-01', 'stale'],
  [{ datedOn: '2027-08-31' }, 6, '2028-02-29', 'fresh'],
  [{ datedOn: '2020-01-01' }, undefined, '2026-11-22', 'fresh'],
  [{ datedOn: '2026-11-01', expiresOn: '2026-11-22' }, 6, '2026-11-22', 'fresh'],
  [{ datedOn: '2026-11-01', expiresOn: '2026-11-21' }, 6, '2026-11-22', 'stale'],
  [{ expiresOn: '2026-11-21' }, 6, '2026-11-22', 'stale'],
  [{ expiresOn: '2027-01-01' }, 6, '2026-11-22', 'undated'],
  [{}, 6, '2026-11-22', 'undated'],
];

test.each(rows)('%j with %s months on %s is %s', (piece, maxAgeMonths, asOf, freshness) => {
  expect(deriveFreshness(piece, maxAgeMonths, asOf)).toBe(freshness);
});

test('the last fresh day is the earlier of age and expiry', () => {
  expect(findLastFreshDay({ datedOn: '2026-01-31', expiresOn: '2027-01-01' }, 1)).toBe('2026-02-28');
  expect(findLastFreshDay({ datedOn: '2026-01-31', expiresOn: '2026-02-01' }, 1)).toBe('2026-02-01');
  expect(findLastFreshDay({ expiresOn: '2026-02-01' }, 1)).toBe('2026-02-01');
  expect(findLastFreshDay({ datedOn: '2026-01-31' }, undefined)).toBeUndefined();
});

test('a piece without a date cannot be given more than E1', () => {
  expect(assignableLevels({})).toEqual(['E0', 'E1']);
  expect(assignableLevels({ datedOn: '2026-01-31' })).toContain('E4');
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a dated piece is fresh up to its last fresh day, and a stale one never becomes fresh again', () => {
  fc.assert(
    fc.property(
      day,
      fc.option(day, { nil: undefined }),
      fc.integer({ min: 0, max: 60 }),
      day,
      (datedOn, expiresOn, months, asOf) => {
        const last = findLastFreshDay({ datedOn, expiresOn }, months) ?? '';
        expect(deriveFreshness({ datedOn, expiresOn }, months, asOf)).toBe(asOf <= last ? 'fresh' : 'stale');
      },
    ),
  );
});
