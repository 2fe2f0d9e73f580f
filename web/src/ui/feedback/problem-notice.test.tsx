import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { Problem } from '../../platform/api/problem.js';
import { ProblemNotice } from './problem-notice.js';

function show(error: unknown, onRetry?: () => void): void {
  render(
    <MantineProvider>
      <ProblemNotice error={error} {...(onRetry ? { onRetry } : {})} />
    </MantineProvider>,
  );
}

test('what the API says stands as it says it', () => {
  show(new Problem({ status: 409, code: 'x', title: 'Le constat est déjà clos.', detail: 'Rouvrez-le.' }));
  expect(screen.getByRole('alert').textContent).toBe('Le constat est déjà clos.Rouvrez-le.');
});

test('a lost connection says that nothing is lost, and asks again', async () => {
  const retry = jest.fn();
  show(new Problem({ status: 0, code: 'network' }), retry);
  expect(screen.getByRole('alert').textContent).toContain('Rien de ce que vous avez saisi n’est perdu.');
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('a failure inside the API gives nothing away but its code', () => {
  show(new Problem({ status: 500, code: 'internal', title: 'relation "x" does not exist' }));
  expect(screen.getByRole('alert').textContent).not.toContain('relation');
  expect(screen.getByRole('alert').textContent).toContain('internal');
});
