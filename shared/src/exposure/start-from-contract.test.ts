import type { ClauseStatus } from '../contracts/clause-status.js';
import { emptyTerms, type ContractTerms } from '../contracts/terms.js';
import { startFromContract, type ContractStart } from './start-from-contract.js';

const start = (
  terms: Partial<ContractTerms>,
  clauses: Readonly<Record<string, ClauseStatus>> = {},
): ContractStart =>
  startFromContract({ ...emptyTerms('Contrat'), ...terms }, (id) => clauses[id], '2026-11-28');

test('a contract of which nothing was read gives nothing; one without a cap gives that', () => {
  const unread = { annualFeeCents: null, cap: null, remainingFeesCents: null, exitClauses: [], excluded: [] };
  expect(start({})).toEqual(unread);
  const cap = { kind: 'none', multiple: null, cents: null } as const;
  expect(start({ cap })).toEqual({ ...unread, cap: { kind: 'none' } });
});

test('fees, cap and what is due on leaving are those of the contract', () => {
  const given = start({
    annualFeesCents: 3_650_000,
    endsOn: '2027-11-27',
    exitFees: { kind: 'share', sharePercent: 50 },
    cap: { kind: 'fees', multiple: 2, cents: null },
  });
  expect(given).toMatchObject({
    annualFeeCents: 3_650_000,
    cap: { kind: 'multiple', multiple: 2 },
    remainingFeesCents: 1_825_000,
  });
  expect(start({ cap: { kind: 'amount', multiple: null, cents: 90_000_00 } }).cap).toEqual({
    kind: 'amount',
    cents: 90_000_00,
  });
});

test('only a clause that is present lets the customer leave', () => {
  const { exitClauses } = start(
    {},
    { 'CL-17': 'weak', 'CL-18': 'present', 'CL-19': 'adverse', 'CL-12': 'present' },
  );
  expect(exitClauses).toEqual(['CL-18']);
});

test('a loss is excluded where the contract names it; "indirect" names none', () => {
  expect(start({ exclusions: ['indirect', 'operating-loss', 'third-party-claims'] }).excluded).toEqual([
    'interruption',
    'third-parties',
  ]);
});
