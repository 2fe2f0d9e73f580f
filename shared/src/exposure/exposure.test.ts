import * as fc from 'fast-check';

import {
  exposureOf,
  type Cap,
  type ExposureInput,
  type ExposureTerms,
  type WarningState,
} from './exposure.js';
import { leversOf } from './levers.js';

const noTerms: ExposureTerms = {
  annualFeeCents: null,
  cap: { kind: 'none' },
  remainingFeesCents: 0,
  exitClauses: [],
};
const ratio = 50_000_00 / 482_463_03;

function anInput(change: Partial<ExposureInput> = {}): ExposureInput {
  return {
    losses: [{ cents: 482_463_03, excluded: false }],
    terms: noTerms,
    grossFault: false,
    lostChance: ratio,
    ownCostsCents: 0,
    evidence: 0.7,
    ...change,
  };
}

const yearAt = (euros: number, multiple = 1): Partial<ExposureTerms> => ({
  annualFeeCents: euros * 100,
  cap: { kind: 'multiple', multiple },
});

test.each([
  [482_463_03, {}, [0, 50_000_00, 482_463_03], '10.36'],
  [482_463_03, yearAt(12_000), [0, 12_000_00, 12_000_00], '2.49'],
  [482_463_03, yearAt(1_200), [0, 1_200_00, 1_200_00], '0.25'],
  [100_000_00, { cap: { kind: 'amount', cents: 12_000_00 } }, [0, 10_363_49, 12_000_00], '10.36'],
  [100_000_00, {}, [0, 10_363_49, 100_000_00], '10.36'],
] as const)('a loss of %i cents under %j recovers %j, to the cent', (loss, terms, recovered, share) => {
  const { recovery } = exposureOf(
    anInput({ losses: [{ cents: loss, excluded: false }], terms: { ...noTerms, ...terms } }),
  );

  expect([recovery.lowCents, recovery.centralCents, recovery.highCents]).toEqual(recovered);
  expect(((recovery.centralCents / loss) * 100).toFixed(2)).toBe(share);
});

test('what the contract excludes is lost, not claimed', () => {
  const { lossCents, claimableCents, recovery, uncovered } = exposureOf(
    anInput({
      losses: [
        { cents: 80_000_00, excluded: true },
        { cents: 20_000_00, excluded: false },
      ],
    }),
  );
  expect([lossCents, claimableCents]).toEqual([100_000_00, 20_000_00]);
  expect(recovery.highCents).toBe(20_000_00);
  expect(uncovered).toEqual({ lowCents: 80_000_00, centralCents: 97_927_30, highCents: 100_000_00 });
});

test('where nothing is proved, the costs of asking are lost as well', () => {
  const { recovery, uncovered } = exposureOf(anInput({ ownCostsCents: 5_000_00 }));
  expect(recovery.lowCents).toBe(-5_000_00);
  expect(uncovered.highCents).toBe(487_463_03);
  expect(Object.is(exposureOf(anInput()).recovery.lowCents, 0)).toBe(true);
});

test('gross negligence or fraud lifts the cap', () => {
  const terms = { ...noTerms, ...yearAt(12_000) };
  expect(exposureOf(anInput({ terms })).capCents).toBe(12_000_00);
  expect(exposureOf(anInput({ terms, grossFault: true }))).toMatchObject({
    capCents: null,
    recovery: { centralCents: 50_000_00 },
  });
});

test.each([
  [null, 'low'],
  [0.4999, 'low'],
  [0.5, 'central'],
] as const)('with an evidence index of %s the %s figure is read first', (evidence, first) => {
  expect(exposureOf(anInput({ evidence })).first).toBe(first);
});

test.each([
  [undefined, 'open', 482_463_03],
  ['unknown', 'open', 482_463_03],
  ['none', 'open', 482_463_03],
  ['given', 'warned', 0],
  ['refused', 'refused', 0],
] as const)('a register that says %s leaves the claim %s', (state, claim, highCents) => {
  const { recovery, ...exposure } = exposureOf(anInput(state === undefined ? {} : { warnings: { state } }));
  expect([exposure.claim, recovery.highCents]).toEqual([claim, highCents]);
  expect(exposure.uncovered.lowCents).toBe(482_463_03 - highCents);
});

test.each([
  [[], 37_343_63],
  [['CL-17'], 0],
  [['CL-18'], 0],
  [['CL-19'], 0],
] as const)('with the clauses %j leaving costs up to %i cents', (exitClauses, highCents) => {
  const terms = { ...noTerms, remainingFeesCents: 37_343_63, exitClauses };
  expect(exposureOf(anInput({ terms })).exit).toEqual({ lowCents: 0, highCents });
});

describe('what would change it', () => {
  const effectOf = (input: ExposureInput) =>
    Object.fromEntries(leversOf(input).map(({ key, effect }) => [key, [effect.lowCents, effect.highCents]]));

  test('without anything to move, only proof is left', () => {
    expect(effectOf(anInput())).toEqual({ evidence: [0, 432_463_03] });
    expect(effectOf(anInput({ evidence: 0.2, ownCostsCents: 1_000_00 }))).toEqual({
      evidence: [51_000_00, 483_463_03],
    });
  });

  test('each says from how little to how much', () => {
    const input = anInput({
      losses: [
        { cents: 100_000_00, excluded: false },
        { cents: 50_000_00, excluded: true },
      ],
      terms: { ...noTerms, ...yearAt(12_000), remainingFeesCents: 9_000_00 },
      evidence: 0.2,
    });
    expect(effectOf(input)).toEqual({
      'cap-doubled': [0, 12_000_00],
      'cap-removed': [0, 88_000_00],
      'exclusions-removed': [0, 1_636_51],
      'exit-clause': [0, 9_000_00],
      evidence: [10_363_49, 12_000_00],
    });
  });

  test('nothing brings a refused claim back', () => {
    const terms = { ...noTerms, ...yearAt(12_000) };
    expect(effectOf(anInput({ terms, warnings: { state: 'refused' } }))).toEqual({});
  });
});

describe('whatever is stated', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const cap: fc.Arbitrary<Cap> = fc.oneof(
    fc.constant({ kind: 'none' } as const),
    cents.map((amount) => ({ kind: 'amount', cents: amount }) as const),
    fc.integer({ min: 0, max: 100 }).map((multiple) => ({ kind: 'multiple', multiple }) as const),
  );
  const anyInput: fc.Arbitrary<ExposureInput> = fc.record({
    losses: fc.array(fc.record({ cents, excluded: fc.boolean() }), { maxLength: 20 }),
    terms: fc.record({
      annualFeeCents: fc.option(cents),
      cap,
      remainingFeesCents: cents,
      exitClauses: fc.subarray(['CL-17', 'CL-18', 'CL-19'] as const),
    }),
    grossFault: fc.boolean(),
    lostChance: fc.double({ min: 0, max: 0.9, noNaN: true }),
    ownCostsCents: cents,
    evidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    warnings: fc.record({ state: fc.constantFrom<WarningState>('unknown', 'none', 'given', 'refused') }),
  });

  test('low ≤ central ≤ high ≤ claimable ≤ loss, in whole cents', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { recovery, claimableCents, lossCents, uncovered } = exposureOf(input);
        const { lowCents, centralCents, highCents } = recovery;
        const rising = [lowCents, centralCents, highCents, claimableCents, lossCents];
        expect(rising.toSorted((a, b) => a - b)).toEqual(rising);
        expect(rising.every(Number.isSafeInteger)).toBe(true);
        expect(uncovered.centralCents + centralCents).toBe(lossCents);
      }),
    );
  });

  test('a lost chance never pays the whole loss', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { recovery, claimableCents } = exposureOf(input);
        expect(recovery.centralCents).toBeLessThanOrEqual(Math.round(0.9 * claimableCents));
      }),
    );
  });

  test('no lever makes anything worse', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { effect } of leversOf(input)) {
          expect(effect.lowCents).toBeGreaterThanOrEqual(0);
          expect(effect.highCents).toBeGreaterThanOrEqual(effect.lowCents);
        }
      }),
    );
  });
});
