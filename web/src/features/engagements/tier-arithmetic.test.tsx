import { render, screen } from '@testing-library/react';
import { bank } from '@probant/shared/testing/bank';
import type { EngagementContext } from '@probant/shared/questionnaires/document';

import { TierArithmetic } from './tier-arithmetic';

const quiet: EngagementContext = Object.fromEntries(
  bank.context.map((fact) => [fact.key, fact.kind === 'bool' ? false : (fact.values?.[0]?.value ?? '')]),
);

function shown(context: EngagementContext): string {
  render(<TierArithmetic rules={bank} context={context} />);
  return screen.getByRole('region').textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('the arithmetic of the inherent tier', () => {
  test('shows the sum, and the facts that raised the tier above it', () => {
    const text = shown({
      ...quiet,
      health_data: true,
      personal_data: 'sensitive',
      criticality: 'medium',
      hosting: 'full',
    });
    expect(text).toContain('T4, Critique');
    expect(text).toContain('3 + 2 + 1 + 0 + 2 + 0 = 8 points');
    expect(text).toContain(
      'T3 par les points, relevé à T4 : données de santé, hébergement (oui, en totalité)',
    );
  });

  test('says nothing of a raise when the points decide', () => {
    const text = shown({ ...quiet, criticality: 'vital' });
    expect(text).toContain('T1, Faible');
    expect(text).toContain('0 + 0 + 3 + 0 + 0 + 0 = 3 points');
    expect(text).not.toContain('relevé');
  });

  test('says how many facts are still to give', () => {
    expect(shown({ health_data: true })).toContain('Encore 13 faits à renseigner');
  });
});
