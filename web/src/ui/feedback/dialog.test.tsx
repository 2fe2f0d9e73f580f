import { MantineProvider, TextInput } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';

import { Dialog } from './dialog.js';

interface ContactsProps {
  /** On the screen only while it is open, or always there and opened. */
  readonly mounted: 'while-open' | 'always';
  readonly type?: 'search';
}

function Contacts({ mounted, type }: ContactsProps): ReactNode {
  const [opened, setOpened] = useState(false);
  const [gone, setGone] = useState(false);
  const close = (): void => {
    setOpened(false);
  };
  const dialog = (
    <Dialog opened={opened} title="Ajouter un contact" onClose={close}>
      <TextInput label="Nom" {...(type ? { type } : {})} />
      <button type="button" onClick={close}>
        Annuler
      </button>
      <button
        type="button"
        onClick={() => {
          setGone(true);
          close();
        }}
      >
        Retirer
      </button>
    </Dialog>
  );
  return (
    <MantineProvider env="test">
      <main id="content" tabIndex={-1}>
        {gone ? null : (
          <button
            type="button"
            onClick={() => {
              setOpened(true);
            }}
          >
            Ajouter
          </button>
        )}
      </main>
      {mounted === 'always' || opened ? dialog : null}
    </MantineProvider>
  );
}

async function open(props: ContactsProps): Promise<HTMLElement> {
  render(<Contacts {...props} />);
  const opener = screen.getByRole('button', { name: 'Ajouter' });
  opener.focus();
  await userEvent.keyboard('{Enter}');
  const field = await screen.findByLabelText('Nom');
  await waitFor(() => {
    expect(field.closest('[role="dialog"]')?.contains(document.activeElement)).toBe(true);
  });
  return opener;
}
const shown = (): HTMLElement | null => screen.queryByRole('dialog');

describe.each(['while-open', 'always'] as const)('a dialog that is mounted %s', (mounted) => {
  test('gives the focus back to what opened it', async () => {
    const opener = await open({ mounted });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(shown()).toBeNull();
    });
    expect(document.activeElement).toBe(opener);
  });

  test('gives the focus to the content of the screen when what opened it is gone', async () => {
    await open({ mounted });
    await userEvent.click(screen.getByRole('button', { name: 'Retirer' }));
    await waitFor(() => {
      expect(shown()).toBeNull();
    });
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('asks before Escape throws away what was typed, and keeps it on screen meanwhile', async () => {
    const opener = await open({ mounted });
    await userEvent.type(screen.getByLabelText('Nom'), 'Léa');
    await userEvent.keyboard('{Escape}');
    const keep = screen.getByRole('button', { name: 'Continuer la saisie' });
    expect(document.activeElement).toBe(keep);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Nom'));
    expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Léa');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Fermer sans garder' }));
    await waitFor(() => {
      expect(shown()).toBeNull();
    });
    expect(document.activeElement).toBe(opener);
  });
});

test('Escape answers the question with the answer that loses nothing', async () => {
  await open({ mounted: 'always' });
  await userEvent.type(screen.getByLabelText('Nom'), 'Léa');
  await userEvent.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('button', { name: 'Fermer sans garder' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Nom'));
});

test('a button of the dialog closes it without a question, and the next opening knows nothing of it', async () => {
  const opener = await open({ mounted: 'always' });
  await userEvent.type(screen.getByLabelText('Nom'), 'Léa');
  await userEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  await waitFor(() => {
    expect(shown()).toBeNull();
  });
  await userEvent.click(opener);
  await screen.findByLabelText('Nom');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => {
    expect(shown()).toBeNull();
  });
});

test('a search typed in a dialog is nothing to lose', async () => {
  await open({ mounted: 'always', type: 'search' });
  await userEvent.type(screen.getByLabelText('Nom'), 'Léa');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => {
    expect(shown()).toBeNull();
  });
});

test('a click beside it closes it, the second click of a double click on what opened it does not', async () => {
  await open({ mounted: 'always' });
  const beside = document.querySelector('.mantine-Modal-overlay') ?? document.body;
  fireEvent.click(beside, { detail: 2 });
  expect(shown()).not.toBeNull();
  fireEvent.click(beside, { detail: 1 });
  await waitFor(() => {
    expect(shown()).toBeNull();
  });
});
