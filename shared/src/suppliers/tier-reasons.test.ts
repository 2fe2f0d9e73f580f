import fc from 'fast-check';

import type { EngagementContext } from '../questionnaires/document.js';
import { traceInherentTier } from '../scoring/inherent-tier.js';
import { bank } from '../testing/bank.js';
import { raisingFacts } from './tier-reasons.js';

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
