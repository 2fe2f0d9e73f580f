import type { EngagementContext } from '../questionnaires/document.js';
import { bank } from '../testing/bank.js';
import { traceInherentTier } from './inherent-tier.js';

test.each<[string, EngagementContext, object]>([
  ['an empty context', {}, { points: 0, tier: 'T1', exponent: 0.7 }],
  ['a boolean gives its points when true', { health_data: false }, { points: 0, tier: 'T1' }],
  ['four points', { criticality: 'vital', hosting: 'partial' }, { points: 4, tier: 'T2', exponent: 0.85 }],
  ['health data raises to T3', { health_data: true }, { points: 3, tier: 'T3', tierOfPoints: 'T1' }],
  [
    'health data fully hosted raises to T4',
    { health_data: true, hosting: 'full' },
    { points: 5, tier: 'T4', exponent: 1.25 },
  ],
  [
    'a domain administrator raises to T3',
    { privileged_access: 'domain_admin' },
    { points: 3, tier: 'T3', exponent: 1 },
  ],
  [
    'a minimum never lowers',
    { privileged_access: 'domain_admin', criticality: 'vital', hosting: 'full', substitutability: 'hard' },
    { points: 10, tier: 'T4' },
  ],
])('%s', (_, context, expected) => {
  expect(traceInherentTier(bank, context)).toMatchObject(expected);
});

test('the terms add up to the points', () => {
  const { terms, points } = traceInherentTier(bank, {
    health_data: true,
    hosting: 'full',
    criticality: 'high',
  });

  expect(terms.reduce((sum, term) => sum + term.points, 0)).toBe(points);
});
