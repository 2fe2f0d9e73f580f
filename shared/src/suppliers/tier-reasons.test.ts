import fc from 'fast-check';

import type { EngagementContext } from '../questionnaires/document.js';
import { traceInherentTier } from '../scoring/inherent-tier.js';
import { bank } from '../testing/bank.js';
import { raisingFacts, tierOutlook, tierReasonInWords } from './tier-reasons.js';

const quiet: EngagementContext = Object.fromEntries(
  bank.context.map((fact) => [fact.key, fact.kind === 'bool' ? false : (fact.values?.[0]?.value ?? '')]),
);

describe('what raised a tier', () => {
  test.each<[EngagementContext, string, string[]]>([
    [{}, 'T1', []],
    [{ criticality: 'vital', hosting: 'full' }, 'T2', []],
    [{ health_data: true }, 'T3', ['health_data']],
    [{ health_data: true, hosting: 'full' }, 'T4', ['health_data', 'hosting']],
    [{ privileged_access: 'domain_admin' }, 'T3', ['privileged_access']],
    [{ criticality: 'vital', privileged_access: 'domain_admin', hosting: 'full' }, 'T3', []],
  ])('%p is %s because of %p', (facts, tier, raisedBy) => {
    const context = { ...quiet, ...facts };
    const trace = traceInherentTier(bank, context);
    expect(trace.tier).toBe(tier);
    expect(raisingFacts(bank, context, trace).map(({ fact }) => fact.key)).toEqual(raisedBy);
  });

  test('facts are named exactly when the tier was raised', () => {
    const contexts = fc.record(
      Object.fromEntries(
        bank.context.map((fact) => [
          fact.key,
          fact.kind === 'bool'
            ? fc.boolean()
            : fc.constantFrom(...(fact.values ?? []).map(({ value }) => value)),
        ]),
      ),
    );
    fc.assert(
      fc.property(contexts, (context) => {
        const trace = traceInherentTier(bank, context);
        expect(raisingFacts(bank, context, trace).length > 0).toBe(trace.tier !== trace.tierOfPoints);
        expect(trace.points).toBe(trace.terms.reduce((sum, { points }) => sum + points, 0));
      }),
    );
  });
});

describe('what may still become of a tier', () => {
  test.each<[string, EngagementContext, string, string[]]>([
    [
      'nothing stated',
      {},
      'T4',
      ['health_data', 'personal_data', 'criticality', 'privileged_access', 'hosting', 'substitutability'],
    ],
    ['everything stated', { ...quiet, hosting: 'full' }, 'T1', []],
    ['the highest tier reached', { health_data: true, hosting: 'full' }, 'T4', []],
    ['facts without points left', withoutPoints(), 'T1', []],
    ['only a minimum left', { ...quietBut('health_data'), hosting: 'full' }, 'T4', ['health_data']],
  ])('%s', (_what, context, highest, open) => {
    const outlook = tierOutlook(bank, context);
    expect(outlook.highest).toBe(highest);
    expect(outlook.open.map(({ key }) => key)).toEqual(open);
  });

  test('no way to fill in the rest leads higher than told', () => {
    const partly = fc.record(
      Object.fromEntries(
        bank.context.map((fact) => [fact.key, fc.option(valueOf(fact), { nil: undefined })]),
      ),
    );
    const whole = fc.record(Object.fromEntries(bank.context.map((fact) => [fact.key, valueOf(fact)])));
    fc.assert(
      fc.property(partly, whole, (some, rest) => {
        const stated = Object.fromEntries(
          Object.entries(some).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined),
        );
        const { highest, open } = tierOutlook(bank, stated);
        const { tier } = traceInherentTier(bank, { ...rest, ...stated });
        expect(tier <= highest).toBe(true);
        if (open.length === 0) expect(traceInherentTier(bank, stated).tier).toBe(highest);
      }),
    );
  });
});

test('a reason keeps its acronyms inside a sentence', () => {
  const context = { ...quiet, privileged_access: 'domain_admin' };
  const [reason] = raisingFacts(bank, context, traceInherentTier(bank, context));
  if (reason === undefined) throw new Error('it raises the tier');
  expect(tierReasonInWords(reason, 'fr')).toMatch(/^accès au SI \(/);
});

function quietBut(key: string): EngagementContext {
  return Object.fromEntries(Object.entries(quiet).filter(([one]) => one !== key));
}

function withoutPoints(): EngagementContext {
  const bearing = bank.context.filter(({ points, values }) => points !== undefined || values !== undefined);
  return Object.fromEntries(bearing.map(({ key }) => [key, quiet[key] ?? false]));
}

function valueOf(fact: (typeof bank.context)[number]): fc.Arbitrary<string | boolean> {
  return fact.kind === 'bool'
    ? fc.boolean()
    : fc.constantFrom(...(fact.values ?? []).map(({ value }) => value));
}
