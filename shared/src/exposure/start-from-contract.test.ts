import type { ClauseStatus } from '../contracts/clause-status.js';
import { emptyTerms, type ContractTerms } from '../contracts/terms.js';
import { startFromContract, type ContractStart } from './start-from-contract.js';

const start = (
  terms: Partial<ContractTerms>,
  clauses: Readonly<Record<string, ClauseStatus>> = {},
): ContractStart =>
  startFromContract({ ...emptyTerms('Contrat'), ...terms }, (id) => clauses[id], '2026-11-28');

test('a contract of which nothing was read starts an estimate at nothing', () => {
  expect(start({})).toEqual({
    terms: { annualFeeCents: null, cap: { kind: 'none' }, remainingFeesCents: 0, exitClauses: [] },
    excluded: [],
  });
});

test('fees, cap and what is due on leaving are those of the contract', () => {
  const { terms } = start({
    annualFeesCents: 3_650_000,
    endsOn: '2027-11-27',
    exitFees: { kind: 'share', sharePercent: 50 },
    cap: { kind: 'fees', multiple: 2, cents: null },
  });
  expect(terms).toMatchObject({
    annualFeeCents: 3_650_000,
    cap: { kind: 'multiple', multiple: 2 },
    remainingFeesCents: 1_825_000,
  });
  expect(start({ cap: { kind: 'amount', multiple: null, cents: 90_000_00 } }).terms.cap).toEqual({
    kind: 'amount',
    cents: 90_000_00,
  });
});

test('only a clause that is present lets the customer leave', () => {
  const { terms } = start(
    {},
    { 'CL-17': 'weak', 'CL-18': 'present', 'CL-19': 'adverse', 'CL-12': 'present' },
  );
  expect(terms.exitClauses).toEqual(['CL-18']);
});

test('a loss is excluded where the contract names it; "indirect" names none', () => {
  expect(start({ exclusions: ['indirect', 'operating-loss', 'third-party-claims'] }).excluded).toEqual([
    'interruption',
    'third-parties',
  ]);
});
