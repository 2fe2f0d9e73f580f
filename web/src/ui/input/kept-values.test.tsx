import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { Problem } from '../../platform/api/problem.js';
import { sessionQuery } from '../../platform/session/session.js';
import { ApiForm, type ApiFormState, useApiForm } from './api-form.js';

interface Values {
  name: string;
  notes: string | null;
}

interface FormProps {
  readonly saved?: Values;
  readonly revision?: number;
  readonly send: (values: Values, revision: number) => Promise<unknown>;
}

function Form({ saved = { name: 'Acme', notes: null }, revision = 3, send }: FormProps): ReactNode {
  const state: ApiFormState<Values> = useApiForm<Values>({
    keptAs: 'supplier/1',
    revision,
    defaultValues: saved,
    send: (values) => send(values, state.kept.revision),
  });
  return (
    <ApiForm state={state} submitLabel="Enregistrer">
      <TextInput label="Nom" {...state.field('name')} />
    </ApiForm>
  );
}

const stale = new Problem({ status: 409, code: 'stale-revision', title: 'Modifié entre-temps' });

function show(props: FormProps, person = 'lea'): (later: FormProps) => void {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, {
    organisation: { id: 'acme' },
    account: { id: person },
  } as never);
  const page = (now: FormProps): ReactNode => (
    <MantineProvider>
      <QueryClientProvider client={client}>
        <Form {...now} />
      </QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(page(props));
  return (later) => {
    rerender(page(later));
  };
}

const name = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Nom' });
const press = (label: string): Promise<void> => userEvent.click(screen.getByRole('button', { name: label }));
const accepted = () => jest.fn<Promise<unknown>, [Values, number]>(() => Promise.resolve());

beforeEach(() => {
  sessionStorage.clear();
});

test('what was typed is there again after leaving, and says so', async () => {
  show({ send: accepted() });
  await userEvent.type(name(), ' SAS');
  cleanup();
  show({ send: accepted() });
  expect(name().value).toBe('Acme SAS');
  expect(screen.getByRole('status').textContent).toContain('Saisie reprise');
  await press('effacer');
  expect(name().value).toBe('Acme');
  expect(screen.queryByText('Saisie reprise')).toBeNull();
  expect(sessionStorage).toHaveLength(0);
});

test('what is typed and taken back is not kept', async () => {
  show({ send: accepted() });
  await userEvent.type(name(), 's{Backspace}');
  expect(sessionStorage).toHaveLength(0);
});

test('another person at the same screen finds nothing of it', async () => {
  show({ send: accepted() });
  await userEvent.type(name(), ' SAS');
  cleanup();
  show({ send: accepted() }, 'karim');
  expect(name().value).toBe('Acme');
});

test('what was sent is not kept; what was refused is', async () => {
  show({ send: () => Promise.reject(stale) });
  await userEvent.type(name(), ' SAS');
  await press('Enregistrer');
  expect(sessionStorage).toHaveLength(1);
  cleanup();
  show({ send: accepted() });
  await press('Enregistrer');
  expect(sessionStorage).toHaveLength(0);
});

test('what was typed over a revision is sent over that one, whatever has been saved since', async () => {
  const send = accepted();
  const become = show({ send });
  await userEvent.type(name(), ' SAS');
  become({ send, revision: 4, saved: { name: 'Globex', notes: null } });
  await press('Enregistrer');
  expect(send).toHaveBeenCalledWith({ name: 'Acme SAS', notes: null }, 3);
});

test('a draft that comes back after somebody else saved is sent over the revision it was typed over', async () => {
  show({ send: accepted() });
  await userEvent.type(name(), ' SAS');
  cleanup();
  const send = accepted();
  show({ send, revision: 5, saved: { name: 'Globex', notes: null } });
  await press('Enregistrer');
  expect(send).toHaveBeenCalledWith({ name: 'Acme SAS', notes: null }, 3);
});

describe('when somebody else saved first', () => {
  async function beTooLate(): Promise<jest.Mock<Promise<unknown>, [Values, number]>> {
    const send = jest.fn<Promise<unknown>, [Values, number]>(() => Promise.reject(stale));
    const become = show({ send });
    await userEvent.type(name(), ' SAS');
    await press('Enregistrer');
    become({ send, revision: 4, saved: { name: 'Globex', notes: null } });
    return send;
  }

  test('what was typed may be kept, to be saved over it', async () => {
    const send = await beTooLate();
    await press('Garder ma saisie, à enregistrer par-dessus');
    await press('Enregistrer');
    expect(send).toHaveBeenLastCalledWith({ name: 'Acme SAS', notes: null }, 4);
  });

  test('or one starts again from what is saved', async () => {
    const send = await beTooLate();
    await press('Repartir de ce qui est enregistré');
    expect(name().value).toBe('Globex');
    await press('Enregistrer');
    expect(send).toHaveBeenLastCalledWith({ name: 'Globex', notes: null }, 4);
  });
});

test('a draft of another shape is of another version of the form, and is left alone', () => {
  sessionStorage.setItem('probant-form/acme/lea/supplier/1', '{"revision":1,"values":{"label":"x"}}');
  show({ send: accepted() });
  expect(name().value).toBe('Acme');
});

test('a storage that is closed costs what was kept, and nothing else', async () => {
  const broken = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('denied');
  });
  show({ send: accepted() });
  await userEvent.type(name(), ' SAS');
  expect(name().value).toBe('Acme SAS');
  broken.mockRestore();
});
