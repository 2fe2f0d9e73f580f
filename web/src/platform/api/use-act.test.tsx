import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { oneLane, useAct } from './use-act.js';

interface RowsProps {
  readonly send: (row: string) => Promise<unknown>;
  readonly lane?: () => string;
  readonly onDone?: () => void;
}

function Rows({ send, lane, onDone }: RowsProps): ReactNode {
  const act = useAct({
    mutationFn: send,
    ...(lane ? { lane } : {}),
    ...(onDone ? { onSuccess: onDone } : {}),
  });
  return ['un', 'deux'].map((row) => (
    <button
      key={row}
      type="button"
      onClick={() => {
        act.mutate(row);
      }}
    >
      {row}
    </button>
  ));
}

function show(props: RowsProps): void {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Rows {...props} />
    </QueryClientProvider>,
  );
}
/** A busy machine may take longer between two clicks than anyone's hand. */
beforeEach(() => {
  jest.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

test('a double click on a button sends once and says once that it is done', async () => {
  const send = jest.fn(() => Promise.resolve());
  const done = jest.fn();
  show({ send, onDone: done });
  await userEvent.dblClick(button('un'));
  expect(send).toHaveBeenCalledTimes(1);
  expect(done).toHaveBeenCalledTimes(1);
});

test('the button of another row is another act', async () => {
  const send = jest.fn(() => Promise.resolve());
  show({ send });
  await userEvent.click(button('un'));
  await userEvent.click(button('deux'));
  expect(send).toHaveBeenCalledTimes(2);
});

test('acts that undo each other, or move up under the second click, stand in one lane', async () => {
  const send = jest.fn(() => Promise.resolve());
  show({ send, lane: oneLane });
  await userEvent.click(button('un'));
  await userEvent.click(button('deux'));
  expect(send).toHaveBeenCalledTimes(1);
});
