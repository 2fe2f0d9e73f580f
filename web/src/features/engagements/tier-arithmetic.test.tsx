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

  test('says how many facts may still raise it, and only those', () => {
    expect(shown({ health_data: true })).toContain(
      '5 faits à renseigner peuvent encore porter le niveau à T4.',
    );
  });

  test('says that nothing more can change it', () => {
    expect(shown({ health_data: true, hosting: 'full' })).toContain('T4 est acquis');
  });

  test('keeps the acronyms of a reason', () => {
    expect(shown({ ...quiet, privileged_access: 'domain_admin' })).toContain('relevé à T3 : accès au SI (');
  });
});
