import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MantineProvider } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';

import { AnswerForm } from './answer-form.js';
import { givenQueue, problem, savedAt } from './given-queue.js';
import { noEntry } from './queue-state.js';
import type { SaveQueue } from './save-queue.js';

const text = (fr: string) => ({ fr, en: fr });
const common = {
  id: 'BKP-04',
  text: text('Copie déconnectée ?'),
  evidence: { need: 'none', kinds: [] },
  notApplicable: true,
  mustAnswer: true,
  lessons: [],
} as const;
const single: SupplierQuestion = {
  ...common,
  type: 'single',
  options: ['Oui', 'Non', 'En partie'].map((label) => ({ value: label, label: text(label) })),
};

function Live({
  queue,
  question,
}: {
  readonly queue: SaveQueue;
  readonly question: SupplierQuestion;
}): ReactNode {
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  const entry = state.entries.get(question.id) ?? noEntry;
  return (
    <MantineProvider>
      <AnswerForm question={question} entry={entry} queue={queue} readOnly={false} helpId="help" />
    </MantineProvider>
  );
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name: new RegExp(`^${name}`) });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a choice goes to the queue, and its comment with it', async () => {
  const { queue, calls } = givenQueue();
  render(<Live queue={queue} question={single} />);
  fireEvent.click(radio('Oui'));
  fireEvent.change(screen.getByLabelText('Commentaire'), { target: { value: 'bande LTO' } });
  await act(() => jest.advanceTimersByTimeAsync(600));
  expect(calls[0]?.items).toMatchObject([
    { questionId: 'BKP-04', answer: { state: 'answered', value: 'Oui', comment: 'bande LTO' } },
  ]);
});

test('a digit chooses, and one that names no option does nothing', () => {
  const { queue, entry } = givenQueue();
  render(<Live queue={queue} question={single} />);
  fireEvent.keyDown(document.body, { key: '2' });
  expect(radio('Non').checked).toBe(true);
  fireEvent.keyDown(document.body, { key: '4' });
  expect(entry('BKP-04').draft?.answer).toEqual({ state: 'answered', value: 'Non' });
});

test('an answer that came from elsewhere shows in the fields', () => {
  const { queue } = givenQueue();
  render(<Live queue={queue} question={single} />);
  const hugo = {
    state: 'answered',
    comment: 'vu',
    justification: '',
    revision: 1,
    savedBy: 'Hugo',
    savedAt,
  } as const;
  act(() => {
    queue.adopt({
      revision: 1,
      lastSavedAt: savedAt,
      answers: [{ ...hugo, questionId: 'BKP-04', value: 'Non' }],
    });
  });
  expect(radio('Non').checked).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Commentaire').value).toBe('vu');
  expect(queue.read().entries.get('BKP-04')?.draft).toBeUndefined();
});

test('taking the other answer of a conflict shows it, and nothing more is sent', async () => {
  const { queue, calls } = givenQueue();
  render(<Live queue={queue} question={single} />);
  fireEvent.keyDown(document.body, { key: '1' });
  await act(() => jest.advanceTimersByTimeAsync(600));
  const theirs = {
    key: 'BKP-04',
    revision: 2,
    state: 'answered',
    value: 'Non',
    comment: '',
    savedBy: 'Hugo',
    savedAt,
  };
  await act(async () =>
    calls[0]?.fail(problem(409, 'stale-revision', { extensions: { conflicts: [theirs] } })),
  );
  expect(radio('Oui').checked).toBe(true);
  act(() => {
    queue.takeTheirs('BKP-04');
  });
  await act(() => jest.advanceTimersByTimeAsync(2_000));
  expect(radio('Non').checked).toBe(true);
  expect(calls).toHaveLength(1);
});
