import { MantineProvider, TextInput } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { Problem } from '../../platform/api/problem.js';
import { ApiForm, useApiForm } from './api-form.js';

function Contact({ send }: { readonly send: (values: { email: string }) => Promise<unknown> }): ReactNode {
  const state = useApiForm({ defaultValues: { email: '' }, send });
  return (
    <ApiForm state={state} submitLabel="Envoyer">
      <TextInput label="Adresse" {...state.field('email', { required: 'Indiquez une adresse' })} />
    </ApiForm>
  );
}

function show(sender: (values: { email: string }) => Promise<unknown>): void {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Contact send={sender} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const field = (): HTMLElement => screen.getByRole('textbox', { name: /Adresse/ });
const send = async (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));

test('an empty field is named in the summary, whose link leads to it, and nothing is sent', async () => {
  const call = jest.fn();
  show(call);
  await send();
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  expect(screen.getByRole('listitem').textContent).toBe('Adresse\u00A0: Indiquez une adresse');
  await userEvent.click(screen.getByRole('link', { name: 'Indiquez une adresse' }));
  expect(document.activeElement).toBe(field());
  expect(call).not.toHaveBeenCalled();
});

test('what the API refuses stands on its field and what was typed stays', async () => {
  const errors = [{ pointer: '/email', code: 'not-an-email', detail: 'Adresse non valable' }];
  show(() => Promise.reject(new Problem({ status: 422, code: 'invalid', errors })));
  await userEvent.type(field(), 'lea@');
  await send();
  expect(await screen.findAllByText('Adresse non valable')).toHaveLength(2);
  expect(field()).toHaveProperty('value', 'lea@');
});

test('a refusal without a field stands above the form', async () => {
  show(() => Promise.reject(new Problem({ status: 409, code: 'x', title: 'Déjà invitée' })));
  await userEvent.type(field(), 'lea@x.example');
  await send();
  expect((await screen.findByRole('alert')).textContent).toContain('Déjà invitée');
});

test('what is sent is what was typed', async () => {
  const call = jest.fn(() => Promise.resolve());
  show(call);
  await userEvent.type(field(), 'lea@x.example');
  await send();
  expect(call).toHaveBeenCalledWith({ email: 'lea@x.example' });
});

test('a double click sends once, a change is sent after it', async () => {
  const call = jest.fn(() => Promise.resolve());
  show(call);
  await userEvent.type(field(), 'lea@x.example');
  await userEvent.dblClick(screen.getByRole('button', { name: 'Envoyer' }));
  expect(call).toHaveBeenCalledTimes(1);
  await userEvent.type(field(), '.org');
  await send();
  expect(call).toHaveBeenCalledTimes(2);
});
