import fc from 'fast-check';

import { emptyTerms, type ContractTerms } from './terms.js';
import { before, capCents, remainingFees, termDates } from './term-dates.js';

const terms = (more: Partial<ContractTerms>): ContractTerms => ({ ...emptyTerms('Contrat'), ...more });

test.each<readonly [string, Partial<ContractTerms>, string, string | null]>([
  ['nothing known', {}, '2026-06-01', null],
  ['start and term', { startsOn: '2016-10-11', termMonths: 36 }, '2018-05-25', '2019-10-10'],
  [
    'an end stated',
    { startsOn: '2016-10-11', termMonths: 36, endsOn: '2019-10-11' },
    '2018-05-25',
    '2019-10-11',
  ],
  ['over, without renewal', { endsOn: '2019-10-10' }, '2020-01-01', '2019-10-10'],
  [
    'over, renewed expressly only',
    { endsOn: '2019-10-10', renewal: { kind: 'express', months: 12 } },
    '2020-01-01',
    '2019-10-10',
  ],
  [
    'the last day of a period',
    { endsOn: '2025-12-31', renewal: { kind: 'tacit', months: 12 } },
    '2025-12-31',
    '2025-12-31',
  ],
  [
    'the day after',
    { endsOn: '2025-12-31', renewal: { kind: 'tacit', months: 12 } },
    '2026-01-01',
    '2026-12-31',
  ],
  [
    'many renewals on',
    { endsOn: '2020-02-29', renewal: { kind: 'tacit', months: 1 } },
    '2026-03-15',
    '2026-03-31',
  ],
])('%s: on %s the period ends on %s', (_, more, today, endsOn) => {
  expect(termDates(terms(more), today).endsOn).toBe(endsOn);
});

test('a contract that is over says so, and notice counts back from the end of the period', () => {
  const over = termDates(
    terms({ endsOn: '2019-10-10', customerNotice: { count: 3, unit: 'months' } }),
    '2020-01-01',
  );
  expect(over).toMatchObject({ ended: true, customerNoticeBy: '2019-07-10', supplierNoticeBy: null });
  expect(before('2026-05-31', { count: 3, unit: 'months' })).toBe('2026-02-28');
  expect(before('2026-05-31', { count: 30, unit: 'days' })).toBe('2026-05-01');
});

test('a renewed period is never over and never far off', () => {
  const days = fc.integer({ min: 0, max: 36_500 });
  const day = (offset: number) => new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 60 }), (end, now, months) => {
      const today = day(now);
      const dates = termDates(terms({ endsOn: day(end), renewal: { kind: 'tacit', months } }), today);
      expect(dates.ended).toBe(false);
      expect((dates.endsOn ?? '') >= today).toBe(true);
      if (day(end) < today)
        expect((before(dates.endsOn, { count: months, unit: 'months' }) ?? '') <= today).toBe(true);
    }),
  );
});

const year: Partial<ContractTerms> = { endsOn: '2026-12-31', annualFeesCents: 3_650_000 };

test.each<readonly [string, Partial<ContractTerms>, object | null]>([
  ['no fees', { endsOn: '2026-12-31' }, null],
  ['no end', { annualFeesCents: 1 }, null],
  ['exit not read', year, { toRunCents: 310_000, dueCents: null, stated: false }],
  [
    'nothing due',
    { ...year, exitFees: { kind: 'none', sharePercent: null } },
    { toRunCents: 310_000, dueCents: 0, stated: false },
  ],
  [
    'all due',
    { ...year, exitFees: { kind: 'all', sharePercent: null } },
    { toRunCents: 310_000, dueCents: 310_000, stated: false },
  ],
  [
    'a share due',
    { ...year, exitFees: { kind: 'share', sharePercent: 25 } },
    { toRunCents: 310_000, dueCents: 77_500, stated: false },
  ],
  [
    'an amount stated by the invoice',
    { remainingFeesCents: 3_734_363, exitFees: { kind: 'all', sharePercent: null } },
    { toRunCents: 3_734_363, dueCents: 3_734_363, stated: true },
  ],
])('remaining fees with %s', (_, more, expected) => {
  expect(remainingFees(terms(more), '2026-12-01')).toEqual(expected);
});

test.each<readonly [ContractTerms['cap'], number | null, number | null]>([
  [null, 120_000, null],
  [{ kind: 'none', multiple: null, cents: null }, 120_000, null],
  [{ kind: 'fees', multiple: 1, cents: null }, 120_000, 120_000],
  [{ kind: 'fees', multiple: 2.5, cents: null }, 120_000, 300_000],
  [{ kind: 'fees', multiple: 1, cents: null }, null, null],
  [{ kind: 'amount', multiple: null, cents: 1_200_000 }, null, 1_200_000],
])('a cap of %j on fees of %s is %s', (cap, annualFeesCents, expected) => {
  expect(capCents(terms({ cap, annualFeesCents }))).toBe(expected);
});
