import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { DecideForm } from './decide-form.js';
import type { Reviewed } from './use-decision.js';

/** What the form reads of a review. */
function reviewed(possible: readonly 'decide'[]): Reviewed {
  const score = { trace: { knockouts: [] } };
  return { assessmentId: 'a', possible, document: { knockouts: [] }, score } as unknown as Reviewed;
}

function Form({ possible }: { readonly possible: readonly 'decide'[] }): ReactNode {
  return (
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <DecideForm reviewed={reviewed(possible)} rule={null} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

const decide = (): HTMLElement => screen.getByRole('button', { name: 'Décider et prévenir le fournisseur' });

test('every required field is flagged, and the summary leads to each', async () => {
  render(<Form possible={['decide']} />);
  await userEvent.click(decide());
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });
  const links = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(links).toEqual(['Choisissez une décision', 'Donnez le motif']);
  await userEvent.click(screen.getByRole('link', { name: 'Choisissez une décision' }));
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^Signer(?! sous)/ }));
  await userEvent.click(screen.getByRole('link', { name: 'Donnez le motif' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Motif/ }));
});

test('a condition is asked for once one signs under conditions', async () => {
  render(<Form possible={['decide']} />);
  await userEvent.click(screen.getByRole('radio', { name: /^Signer sous conditions/ }));
  await userEvent.click(decide());
  const links = (await screen.findAllByRole('link')).map(({ textContent }) => textContent);
  expect(links).toEqual(['Écrivez les conditions', 'Donnez le motif']);
});

test('what was typed stays when somebody else decides, with the reason why it cannot be saved', async () => {
  const { rerender } = render(<Form possible={['decide']} />);
  await userEvent.type(screen.getByRole('textbox', { name: /^Motif/ }), 'Sauvegardes hors ligne');
  rerender(<Form possible={[]} />);
  expect(screen.getByRole('textbox', { name: /^Motif/ })).toHaveProperty('value', 'Sauvegardes hors ligne');
  expect(screen.getByRole('alert').textContent).toContain('entre-temps');
  expect(screen.queryByRole('button', { name: 'Décider et prévenir le fournisseur' })).toBeNull();
});

test('nothing is asked for where nothing can be decided', () => {
  render(<Form possible={[]} />);
  expect(screen.queryByRole('textbox')).toBeNull();
});
