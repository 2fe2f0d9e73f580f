import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';

import { sessionQuery, type Session } from '../../platform/session/session.js';
import { openDesk } from './desk.js';
import { lea } from './given-database.js';
import { QuestionThread } from './question-thread.js';

const session = {
  account: { id: 'lea', name: 'Léa' },
  organisation: { id: 'cadran', kind: 'supplier' },
  permissions: ['clarifications:write'],
} as unknown as Session;

const show = async () => {
  // Read before, so that nothing waits for it.
  await openDesk(lea);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(sessionQuery.queryKey, session);
  client.setQueryData(['clarifications', 'r1'], []);
  const thread = (questionId: string) => (
    <QueryClientProvider client={client}>
      <MantineProvider>
        <QuestionThread key={questionId} assessmentId="r1" questionId={questionId} />
      </MantineProvider>
    </QueryClientProvider>
  );
  const { rerender, unmount } = await act(() => Promise.resolve(render(thread('BKP-01'))));
  return { turnTo: (questionId: string) => rerender(thread(questionId)), unmount };
};
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Votre message');
const ownFetch = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = ownFetch;
});

test('a half-written message is there again after another question, and leaves with its sending', async () => {
  const { turnTo } = await show();
  fireEvent.change(field(), { target: { value: 'Quelle mission visez-vous' } });
  turnTo('BKP-02');
  expect(field().value).toBe('');
  turnTo('BKP-01');
  expect(field().value).toBe('Quelle mission visez-vous');
  expect(screen.getByText(/pas encore envoyé/)).toBeTruthy();
  globalThis.fetch = jest.fn(() =>
    Promise.resolve({
      ok: true,
      status: 200,
      headers: new Headers({ 'content-type': 'application/json' }),
      json: () => Promise.resolve({ threads: [] }),
    } as Response),
  );
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(field().value).toBe('');
  turnTo('BKP-02');
  turnTo('BKP-01');
  expect(field().value).toBe('');
});

test('a message that could not be sent stays as written', async () => {
  const { turnTo } = await show();
  globalThis.fetch = jest.fn(() => Promise.reject(new TypeError('offline')));
  fireEvent.change(field(), { target: { value: 'Bonjour' } });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  turnTo('BKP-02');
  turnTo('BKP-01');
  expect(field().value).toBe('Bonjour');
});
