import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MantineProvider } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactNode } from 'react';

import { AnswerForm } from './answer-form.js';
import type { DraftAnswer } from './draft.js';
import type { Earlier } from './earlier-answers.js';
import { closedDatabase, lea } from './given-database.js';
import { KeptFields } from './kept-fields.js';
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

const number: SupplierQuestion = {
  ...common,
  id: 'BKP-02',
  type: 'number',
  unit: text('heures'),
  none: true,
};
const multi: SupplierQuestion = { ...single, id: 'FIN-07', type: 'multi' };

/** The versions before, the newest first; an error when they cannot be read. */
function earlier(...answers: readonly DraftAnswer[]): Earlier {
  return { find: (wanted) => Promise.resolve(answers.find(wanted)), hasEarlier: answers.length > 0 };
}

interface LiveProps {
  readonly queue: SaveQueue;
  readonly question: SupplierQuestion;
  readonly before?: Earlier;
}

function Live({ queue, question, before = earlier() }: LiveProps): ReactNode {
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  const entry = state.entries.get(question.id) ?? noEntry;
  const [kept] = useState(() => fields);
  return (
    <MantineProvider>
      <AnswerForm {...{ question, entry, queue, kept }} earlier={before} readOnly={false} helpId="help" />
    </MantineProvider>
  );
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name: new RegExp(`^${name}`) });

let fields: KeptFields;

beforeEach(() => {
  fields = new KeptFields(lea, closedDatabase());
  jest.useFakeTimers();
});
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

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const later = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const saved = (queue: SaveQueue, questionId: string, answer: DraftAnswer) => {
  queue.adopt({
    revision: 3,
    lastSavedAt: savedAt,
    answers: [
      {
        comment: '',
        justification: '',
        value: null,
        revision: 2,
        savedBy: 'Léa',
        savedAt,
        questionId,
        ...answer,
      },
    ],
  });
};

test('back from "does not apply" after a reload, the last value returns and the reason is kept', async () => {
  const { queue, entry } = givenQueue();
  const na = { state: 'na', justification: 'hors mission' } as const;
  saved(queue, 'BKP-04', na);
  const before = earlier(na, { state: 'answered', value: 'En partie', comment: 'site B' });
  const { unmount } = render(<Live queue={queue} question={single} before={before} />);
  press('Revenir à la réponse');
  await later(0);
  expect(radio('En partie').checked).toBe(true);
  expect(entry('BKP-04').draft?.answer).toEqual({ state: 'answered', value: 'En partie', comment: 'site B' });
  unmount();
  render(<Live queue={queue} question={single} />);
  press('Sans objet');
  expect(entry('BKP-04').draft?.answer).toMatchObject({ state: 'na', justification: 'hors mission' });
});

test('while the history cannot be read nothing is taken back', async () => {
  const { queue, entry } = givenQueue();
  saved(queue, 'BKP-04', { state: 'refused' });
  const before = { find: () => Promise.reject(new Error('offline')), hasEarlier: false };
  render(<Live queue={queue} question={single} before={before} />);
  press('Revenir à la réponse');
  await later(0);
  expect(screen.getByRole('alert').textContent).toContain('Rien n’a changé');
  expect(entry('BKP-04').draft).toBeUndefined();
});

test('"does not apply" awaits its reason without calling it a mistake, and says so once it was begun', async () => {
  const { queue, status, calls } = givenQueue({
    check: (_id, { justification }) =>
      justification ? [] : [{ pointer: '/justification', message: 'Expliquez pourquoi.' }],
  });
  render(<Live queue={queue} question={single} />);
  press('Sans objet');
  await later(700);
  expect(status()).toEqual({ kind: 'unfinished', count: 1 });
  expect(screen.queryByText('Expliquez pourquoi.')).toBeNull();
  const reason = screen.getByLabelText(/^Pourquoi la question/);
  fireEvent.change(reason, { target: { value: 'hors mission' } });
  await later(700);
  expect(calls).toHaveLength(1);
  await act(() => calls[0]?.accept());
  fireEvent.change(reason, { target: { value: '' } });
  await later(700);
  expect(screen.getByText('Expliquez pourquoi.')).toBeTruthy();
});

test('a number under "none" is there again when "none" is taken off, after a reload as well', () => {
  const { queue, entry } = givenQueue();
  const { unmount } = render(<Live queue={queue} question={number} />);
  const field = () => screen.getByLabelText<HTMLInputElement>('Réponse à BKP-02');
  fireEvent.change(field(), { target: { value: '12,5' } });
  fireEvent.click(screen.getByLabelText('Aucun'));
  expect(entry('BKP-02').draft?.answer).toEqual({ state: 'answered', value: 'none' });
  unmount();
  render(<Live queue={queue} question={number} />);
  fireEvent.click(screen.getByLabelText('Aucun'));
  expect(field().value).toBe('12,5');
  expect(entry('BKP-02').draft?.answer).toEqual({ state: 'answered', value: 12.5 });
});

test('under "none of these" the ticks wait; one that is ticked anew starts afresh', () => {
  const { queue, entry } = givenQueue();
  render(<Live queue={queue} question={multi} />);
  const tick = (name: string) =>
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }));
  tick('Oui');
  tick('Non');
  tick('Aucun de ceux-ci');
  expect(entry('FIN-07').draft?.answer).toEqual({ state: 'answered', value: [] });
  tick('Aucun de ceux-ci');
  expect(entry('FIN-07').draft?.answer).toEqual({ state: 'answered', value: ['Oui', 'Non'] });
  tick('Aucun de ceux-ci');
  tick('En partie');
  expect(entry('FIN-07').draft?.answer).toEqual({ state: 'answered', value: ['En partie'] });
});

test('a cleared answer stays cleared under a comment that is typed after it', () => {
  const { queue, entry } = givenQueue();
  saved(queue, 'BKP-04', { state: 'answered', value: 'Oui' });
  render(<Live queue={queue} question={single} />);
  press('Effacer la réponse');
  fireEvent.change(screen.getByLabelText('Commentaire'), { target: { value: 'à voir' } });
  expect(entry('BKP-04').draft?.answer).toEqual({ state: 'cleared', comment: 'à voir' });
});

test('a cleared answer can be restored', async () => {
  const { queue, entry } = givenQueue();
  saved(queue, 'BKP-04', { state: 'answered', value: 'Oui' });
  render(<Live queue={queue} question={single} before={earlier({ state: 'answered', value: 'Oui' })} />);
  press('Effacer la réponse');
  expect(entry('BKP-04').draft?.answer).toEqual({ state: 'cleared' });
  press('Rétablir la réponse');
  await later(0);
  expect(radio('Oui').checked).toBe(true);
  expect(entry('BKP-04').draft).toBeUndefined();
});
