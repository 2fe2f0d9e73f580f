import fc from 'fast-check';

import type { EngagementContext } from '../questionnaires/document.js';
import { traceInherentTier } from '../scoring/inherent-tier.js';
import { bank } from '../testing/bank.js';
import { decideEngagement, raisingFacts, type EngagementFacts } from './engagement.js';

const quiet: EngagementContext = Object.fromEntries(
  bank.context.map((fact) => [fact.key, fact.kind === 'bool' ? false : (fact.values?.[0]?.value ?? '')]),
);
const engagement: EngagementFacts = { name: 'Hébergement de l’intranet', description: '', context: quiet };

function refusals(facts: EngagementFacts): string[] {
  const decision = decideEngagement(bank, facts);
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('an engagement', () => {
  test('carries its inherent tier', () => {
    expect(
      decideEngagement(bank, { ...engagement, context: { ...quiet, criticality: 'vital', hosting: 'full' } }),
    ).toMatchObject({
      value: { tier: 'T2', points: 5 },
    });
  });

  test.each<[string, Partial<EngagementFacts>, string[]]>([
    ['no name', { name: '' }, ['/name required']],
    ['a fact left out', { context: without(quiet, 'mssp') }, ['/context/mssp required']],
    ['an unknown fact', { context: { ...quiet, moon: true } }, ['/context/moon unknown-context-fact']],
    ['a word for a yes or no', { context: { ...quiet, mssp: 'oui' } }, ['/context/mssp wrong-type']],
    [
      'an unknown value',
      { context: { ...quiet, hosting: 'moon' } },
      ['/context/hosting unknown-context-value'],
    ],
  ])('%s is refused', (_name, change, refused) => {
    expect(refusals({ ...engagement, ...change })).toEqual(refused);
  });

  test.each<[EngagementContext, string, string[]]>([
    [{}, 'T1', []],
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

  test('the tier was raised exactly when facts are named for it', () => {
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

function without(context: EngagementContext, key: string): EngagementContext {
  return Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));
}
