import fc from 'fast-check';

import { addDays, daysInMonth } from '../calendar.js';
import { emptyTerms, type ContractTerms } from '../contracts/terms.js';
import { contractObligations, contractReviews, together } from './contract-obligations.js';

const terms = (more: Partial<ContractTerms>): ContractTerms => ({ ...emptyTerms('Contrat'), ...more });
const days = (contract: ContractTerms, today: string) =>
  contractObligations(contract, today)
    .obligations.filter(({ lapsedOn }) => lapsedOn === null)
    .map(({ key, dueOn }) => `${key} ${dueOn}`);

test('the steps of leaving count back from the notice date, those of the return from the end', () => {
  const contract = terms({
    startsOn: '2024-01-01',
    endsOn: '2027-12-31',
    customerNotice: { count: 3, unit: 'months' },
  });
  // Three months before 31 December is the last day of September, which has thirty days.
  expect(days(contract, '2026-11-22')).toEqual([
    'reversibility-test/0 2027-03-30',
    'format-check/0 2027-05-30',
    'go-no-go/0 2027-06-30',
    'last-export/0 2027-08-30',
    'notice/0 2027-09-30',
    'term/0 2027-12-31',
    'return-choice/0 2028-01-30',
    'destruction-certificate/0 2028-03-30',
  ]);
});

test.each([
  ['the end of August, before a leap day', '2028-08-31', '2028-02-29'],
  ['the end of August, before none', '2027-08-31', '2027-02-28'],
  ['the 30th of August', '2027-08-30', '2027-02-28'],
  ['the last day of February', '2027-02-28', '2026-08-28'],
  ['a 31st whose month has one', '2027-07-31', '2027-01-31'],
  ['the turn of the year', '2027-01-15', '2026-07-15'],
])('without a known notice the test is six months before the end: %s', (_, endsOn, dueOn) => {
  const { obligations } = contractObligations(terms({ endsOn }), '2026-01-01');
  expect(obligations[0]).toMatchObject({
    kind: 'reversibility-test',
    dueOn,
    facts: { endsOn, countedFrom: 'term' },
  });
  expect(obligations.some(({ kind }) => kind === 'notice')).toBe(false);
});

test('notice in days counts in days', () => {
  const contract = terms({ endsOn: '2027-03-01', customerNotice: { count: 45, unit: 'days' } });
  expect(days(contract, '2026-01-01')).toContain('notice/0 2027-01-15');
});

test('nothing is due before the contract begins', () => {
  const contract = terms({
    startsOn: '2026-11-01',
    termMonths: 6,
    customerNotice: { count: 1, unit: 'months' },
  });
  expect(days(contract, '2026-11-22').slice(0, 5)).toEqual([
    'reversibility-test/0 2026-11-01',
    'format-check/0 2026-11-30',
    'go-no-go/0 2026-12-30',
    'last-export/0 2027-02-28',
    'notice/0 2027-03-30',
  ]);
});

test('a renewal begins a new period, and what was not done for the one before lapses', () => {
  const contract = terms({
    startsOn: '2023-01-01',
    endsOn: '2025-12-31',
    renewal: { kind: 'tacit', months: 12 },
    customerNotice: { count: 3, unit: 'months' },
  });
  const before = contractObligations(contract, '2025-12-31');
  expect(before.obligations.every(({ key }) => key.endsWith('/0'))).toBe(true);
  expect(before.againOn).toBe('2026-01-01');

  const after = contractObligations(contract, '2026-01-01');
  const old = after.obligations.filter(({ key }) => key.endsWith('/0'));
  expect(old.map(({ kind }) => kind)).toEqual([
    'reversibility-test',
    'format-check',
    'go-no-go',
    'last-export',
    'notice',
  ]);
  expect(old.every(({ lapsedOn }) => lapsedOn === '2026-01-01')).toBe(true);
  expect(days(contract, '2026-01-01')).toContain('notice/1 2026-09-30');
  expect(after.againOn).toBe('2027-01-01');
});

test('a short renewal asks again only for what falls within it', () => {
  const contract = terms({
    endsOn: '2026-01-31',
    renewal: { kind: 'tacit', months: 1 },
    customerNotice: { count: 5, unit: 'days' },
  });
  expect(days(contract, '2026-03-10')).toEqual([
    'notice/2 2026-03-26',
    'term/2 2026-03-31',
    'return-choice/2 2026-04-30',
    'destruction-certificate/2 2026-06-29',
  ]);
});

test('once a contract has ended for good, only the return of the data is left', () => {
  const contract = terms({ endsOn: '2026-06-30', renewal: { kind: 'none', months: null } });
  const { obligations, againOn } = contractObligations(contract, '2026-11-22');
  expect(obligations.filter(({ lapsedOn }) => lapsedOn === null).map(({ kind }) => kind)).toEqual([
    'term',
    'return-choice',
    'destruction-certificate',
  ]);
  expect(againOn).toBe(null);
});

test('a contract without an end gives nothing', () => {
  expect(contractObligations(terms({ startsOn: '2026-01-01' }), '2026-11-22')).toEqual({
    obligations: [],
    againOn: null,
  });
});

const aDay = fc
  .tuple(
    fc.integer({ min: 2000, max: 2060 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => {
    const last = Math.min(day, daysInMonth(year, month));
    return `${year}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
  });

test('whatever the terms, steps keep their order, keys are one of a kind, and nothing changes before the day that is told', () => {
  const contracts = fc.record({
    endsOn: aDay,
    months: fc.integer({ min: 0, max: 48 }),
    notice: fc.option(
      fc.record({
        count: fc.integer({ min: 1, max: 12 }),
        unit: fc.constantFrom('days' as const, 'months' as const),
      }),
    ),
  });
  fc.assert(
    fc.property(contracts, aDay, ({ endsOn, months, notice }, today) => {
      const contract = terms({
        endsOn,
        renewal: { kind: months === 0 ? 'none' : 'tacit', months: months === 0 ? null : months },
        customerNotice: notice,
      });
      const { obligations, againOn } = contractObligations(contract, today);
      expect(new Set(obligations.map(({ key }) => key)).size).toBe(obligations.length);
      const open = obligations.filter(({ lapsedOn }) => lapsedOn === null).map(({ dueOn }) => dueOn);
      expect(open).toEqual(open.toSorted());
      if (againOn === null) return;
      expect(againOn > today).toBe(true);
      expect(contractObligations(contract, addDays(againOn, -1)).obligations).toEqual(obligations);
    }),
  );
});

test.each([
  [
    'six months before the next anniversary',
    '2026-11-22',
    null,
    ['1 2026-08-15 -', '2 2027-08-15 -'],
    '2026-02-15',
  ],
  [
    'the anniversary itself begins the next year',
    '2027-02-15',
    null,
    ['2 2027-08-15 -', '3 2028-08-15 -'],
    '2026-02-15',
  ],
  [
    'asked within the six months before',
    '2026-11-22',
    '2026-03-01',
    ['1 2026-08-15 2026-03-01', '2 2027-08-15 -'],
    '2026-02-15',
  ],
  ['asked too long before', '2026-11-22', '2026-02-14', ['1 2026-08-15 -', '2 2027-08-15 -'], '2026-02-15'],
  ['from a leap day', '2027-01-01', null, ['3 2026-08-28 -', '4 2027-08-29 -'], '2024-02-29'],
])('reassessment: %s', (_, today, assessedOn, expected, startsOn) => {
  const { obligations } = contractReviews(terms({ startsOn }), { today, assessedOn });
  expect(
    obligations.map(({ key, dueOn, settledOn }) => `${key.split('/')[1] ?? ''} ${dueOn} ${settledOn ?? '-'}`),
  ).toEqual(expected);
});

test('no reassessment after the end, and none without a beginning', () => {
  const ending = terms({ startsOn: '2025-01-01', endsOn: '2026-12-31' });
  const { obligations } = contractReviews(ending, { today: '2026-06-01', assessedOn: null });
  expect(obligations.map(({ key }) => key)).toEqual(['contract-review/2']);
  expect(contractReviews(terms({}), { today: '2026-06-01', assessedOn: null }).obligations).toEqual([]);
  expect(
    together({ obligations: [], againOn: null }, { obligations: [], againOn: '2027-01-01' }).againOn,
  ).toBe('2027-01-01');
});
