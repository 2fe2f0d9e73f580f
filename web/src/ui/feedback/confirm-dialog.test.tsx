import { MantineProvider } from '@mantine/core';
import { act as inAct, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';

import { Problem } from '../../platform/api/problem.js';
import { ConfirmDialog } from './confirm-dialog.js';

function Reminder({ act }: { readonly act: () => Promise<unknown> }): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <MantineProvider env="test">
      <button
        type="button"
        onClick={() => {
          setOpened(true);
        }}
      >
        Ouvrir
      </button>
      <ConfirmDialog
        opened={opened}
        title="Relancer le destinataire"
        confirm="Relancer"
        act={act}
        onClose={() => {
          setOpened(false);
        }}
      >
        Un rappel part.
      </ConfirmDialog>
    </MantineProvider>
  );
}

async function open(act: () => Promise<unknown>): Promise<void> {
  render(<Reminder act={act} />);
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir' }));
}
const confirm = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Relancer' });

test('a double click acts once, and closes the dialog when it is done', async () => {
  const act = jest.fn(() => Promise.resolve());
  await open(act);
  await userEvent.dblClick(await confirm());
  expect(act).toHaveBeenCalledTimes(1);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('two presses before anything is drawn again act once', async () => {
  const act = jest.fn(() => new Promise(() => undefined));
  await open(act);
  const button = await confirm();
  inAct(() => {
    button.click();
    button.click();
  });
  expect(act).toHaveBeenCalledTimes(1);
});

test('the second click of a double click on what opened it confirms nothing', async () => {
  const act = jest.fn(() => Promise.resolve());
  await open(act);
  fireEvent.click(await confirm(), { detail: 2 });
  expect(act).not.toHaveBeenCalled();
});

test('what is refused stands in the dialog, and may be tried again', async () => {
  const act = jest
    .fn<Promise<void>, []>()
    .mockRejectedValueOnce(new Problem({ status: 409, code: 'x', title: 'Déjà relancé' }))
    .mockResolvedValueOnce();
  await open(act);
  await userEvent.click(await confirm());
  expect((await screen.findByRole('alert')).textContent).toContain('Déjà relancé');
  await userEvent.click(await confirm());
  expect(act).toHaveBeenCalledTimes(2);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('opened again, it says nothing of the last time and acts once more', async () => {
  const act = jest.fn(() => Promise.resolve());
  await open(act);
  await userEvent.click(await confirm());
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir' }));
  await userEvent.click(await confirm());
  expect(act).toHaveBeenCalledTimes(2);
});
