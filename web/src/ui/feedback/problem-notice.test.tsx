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

test.each([
  ['already-member', 409],
  ['recipient-is-buyer', 403],
  ['not-found', 404],
  ['too-many-requests', 429],
])('a refusal that says all there is to say gets no hint: %s', (code, status) => {
  show(new Problem({ status, code, title: 'Dit tout.' }));
  expect(screen.getByRole('alert').textContent).toBe('Dit tout.');
});

test.each([
  ['not-permitted', 403, 'Un administrateur de votre organisation peut vous donner ce droit.'],
  ['stale-revision', 409, 'copiez-le d’abord'],
  ['transition-refused', 409, 'copiez-le d’abord'],
])('a refusal that one can do something about says what: %s', (code, status, hint) => {
  show(new Problem({ status, code, title: 'Refusé.' }));
  expect(screen.getByRole('alert').textContent).toContain(hint);
});

test.each([
  [404, 'not-found', false],
  [403, 'not-permitted', false],
  [422, 'invalid-input', false],
  [409, 'stale-revision', true],
  [429, 'too-many-requests', true],
  [503, 'unavailable', true],
])('a refusal %i %s offers to ask again: %s', (status, code, offered) => {
  show(new Problem({ status, code, title: 'Refusé.' }), jest.fn());
  expect(screen.queryByRole('button', { name: 'Réessayer' }) !== null).toBe(offered);
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
