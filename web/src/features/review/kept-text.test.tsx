import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';

import { sessionQuery } from '../../platform/session/session.js';
import { ClaimSection } from './claim-section.js';
import { FindingSection } from './finding-section.js';
import { NoteField } from './note-field.js';
import { OverrideSection } from './override-section.js';
import type { Finding, QuestionReview, Review } from './review-model.js';
import { isOpen } from './theme-pane.js';
import { ThreadSection } from './thread-section.js';

beforeEach(() => {
  sessionStorage.clear();
});

/** What these sections read of a review. */
interface Given {
  readonly status: Review['status'];
  readonly note?: string;
  readonly finding?: Finding['status'];
}

/** What is typed and not saved is remembered by assessment. */
let assessments = 0;

function reviewOf({ status, note = '', finding = 'open' }: Given): Review {
  const kept = { questionId: 'Q-1', note, seen: false, override: null, notApplicable: null, revision: 1 };
  const text = { fr: 'Constat', en: 'Finding' };
  return {
    assessmentId: `a${assessments}`,
    status,
    threads: [],
    questions: [kept],
    findings: [
      { id: 'f', questionId: 'Q-1', status: finding, severity: 'high', text, fix: text, closedByName: null },
    ],
  } as unknown as Review;
}
const question = { id: 'Q-1', type: 'single', options: [] } as never;

type Section = (review: Review) => ReactNode;
const keptOf = (review: Review): QuestionReview => review.questions[0] as QuestionReview;
const sections: Readonly<Record<string, Section>> = {
  override: (review) => <OverrideSection review={review} question={question} kept={keptOf(review)} />,
  note: (review) => <NoteField review={review} kept={keptOf(review)} canWrite={isOpen(review)} />,
  thread: (review) => <ThreadSection review={review} questionId="Q-1" fieldRef={createRef()} />,
  finding: (review) => <FindingSection review={review} questionId="Q-1" sectionRef={createRef()} />,
  claim: (review) => (
    <ClaimSection
      review={review}
      kept={keptOf(review)}
      canWrite={isOpen(review)}
      open="refused"
      onOpen={jest.fn()}
      onDone={jest.fn()}
    />
  ),
};

function show(section: Section, given: Given): (later: Given) => void {
  assessments += 1;
  return showAgain(section, given);
}

/** The same assessment, after another question. */
function showAgain(section: Section, given: Given): (later: Given) => void {
  const client = new QueryClient();
  const permissions = ['overrides:write', 'findings:write', 'clarifications:write'];
  client.setQueryData(sessionQuery.queryKey, {
    permissions,
    organisation: { id: 'acme' },
    account: { id: 'lea' },
  } as never);
  const page = (now: Given): ReactNode => (
    <MantineProvider>
      <MemoryRouter>
        <QueryClientProvider client={client}>{section(reviewOf(now))}</QueryClientProvider>
      </MemoryRouter>
    </MantineProvider>
  );
  const { rerender } = render(page(given));
  return (later) => {
    rerender(page(later));
  };
}

describe.each([
  ['override', 'Motif de la correction', 'Corriger la réponse', 'Retenir cette réponse'],
  ['claim', 'Motif', null, 'Refuser le sans objet'],
  ['note', 'Votre note, invisible du fournisseur', null, 'Garder la note'],
])('what is being typed in the form of the %s', (name, label, opener, submit) => {
  test('stays when another reviewer ends the review, and says why it is not saved', async () => {
    const become = show(sections[name] as Section, { status: 'in-review' });
    if (opener !== null) await userEvent.click(screen.getByRole('button', { name: opener }));
    await userEvent.type(screen.getByLabelText(label, { exact: false }), 'Vu sur place');
    become({ status: 'reviewed' });
    expect(screen.getByLabelText(label, { exact: false })).toHaveProperty('value', 'Vu sur place');
    expect(screen.getByRole('alert').textContent).toContain('L’examen a été terminé ou retourné');
    expect(screen.queryByRole('button', { name: submit })).toBeNull();
  });
});

test('what is typed in a form of a question is there after another question, and its section is open', async () => {
  const label = 'Motif de la correction';
  show(sections['override'] as Section, { status: 'in-review' });
  await userEvent.click(screen.getByRole('button', { name: 'Corriger la réponse' }));
  await userEvent.type(screen.getByLabelText(label, { exact: false }), 'Vu sur place');
  cleanup();
  showAgain(sections['override'] as Section, { status: 'in-review' });
  expect(screen.getByLabelText(label, { exact: false })).toHaveProperty('value', 'Vu sur place');
  await userEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  cleanup();
  showAgain(sections['override'] as Section, { status: 'in-review' });
  expect(screen.queryByLabelText(label, { exact: false })).toBeNull();
});

test('a message being typed stays when the request is closed', async () => {
  const become = show(sections['thread'] as Section, { status: 'in-review' });
  await userEvent.type(screen.getByRole('textbox'), 'Quelle date ?');
  become({ status: 'cancelled' });
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Quelle date ?');
  expect(screen.getByRole('alert').textContent).toContain('ce message n’est pas envoyé');
});

test('the reason for closing a finding does not become one for reopening it', async () => {
  const become = show(sections['finding'] as Section, { status: 'in-review' });
  await userEvent.click(screen.getByRole('button', { name: 'Clore le constat' }));
  await userEvent.type(screen.getByRole('textbox'), 'Prouvé');
  become({ status: 'in-review', finding: 'closed' });
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Prouvé');
  expect(screen.getByRole('alert').textContent).toContain('Une autre personne l’a fait');
  expect(screen.queryByRole('button', { name: 'Rouvrir le constat' })).toBeNull();
});

test('a note that another reviewer writes is shown, and takes the place of nothing typed here', async () => {
  const become = show(sections['note'] as Section, { status: 'in-review' });
  become({ status: 'in-review', note: 'À revoir' });
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'À revoir');
  await userEvent.type(screen.getByRole('textbox'), ', dit Léa');
  become({ status: 'in-review', note: 'Vu' });
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'À revoir, dit Léa');
});
