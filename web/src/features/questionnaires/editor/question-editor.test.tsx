import { MantineProvider } from '@mantine/core';
import type { Question } from '@probant/shared/questionnaires/document';
import { blankQuestion } from '@probant/shared/questionnaires/draft/draft-acts';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { problemsOfQuestion } from '@probant/shared/questionnaires/problems-of-question';
import { bank } from '@probant/shared/testing/bank';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { MemoryRouter } from 'react-router';

import { QuestionEditor } from './question-editor.js';

const blank = blankQuestion('', 'single');
let current: Question = blank;

function Host({ first, isNew = false }: { readonly first: Question; readonly isNew?: boolean }): ReactNode {
  const [question, setQuestion] = useState(first);
  return (
    <MemoryRouter>
      <MantineProvider>
        <QuestionEditor
          document={bank}
          question={question}
          isNew={isNew}
          problems={problemsOfQuestion(bank, 'BKP', question)}
          onChange={(next) => {
            current = next;
            setQuestion(next);
          }}
        />
      </MantineProvider>
    </MemoryRouter>
  );
}

function edit(id: string): Question {
  const found = questionsOf(bank).find((question) => question.id === id);
  if (found === undefined) throw new Error(id);
  current = found;
  render(<Host first={found} />);
  return found;
}

const type = (label: string | RegExp, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};
const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('changing the type and back loses nothing that was written', () => {
  const before = edit('BKP-04');
  for (const next of ['table', 'number', 'text', 'multi', 'single']) type('Type de réponse', next);
  expect(current).toEqual(before);
});

test('a text that is there in one language says that it is missing in the other', () => {
  edit('BKP-04');
  expect(screen.queryByText('Traduction manquante')).toBeNull();
  type('Question (anglais)', '');
  expect(screen.getAllByText('Traduction manquante')).toHaveLength(1);
  expect(screen.getByText(/Le texte manque en/)).toBeTruthy();
  type('Constat (français)', '');
  type('Constat (anglais)', '');
  expect(current.finding).toBeUndefined();
});

test('a point of the curve is moved with the keys, and held where the curve would turn back', () => {
  edit('BKP-02');
  const point = screen.getByRole('slider', { name: 'Point 3' });
  fireEvent.keyDown(point, { key: 'ArrowUp' });
  expect(current).toMatchObject({ curve: { 2: [72, 0.55] } });
  fireEvent.keyDown(point, { key: 'ArrowRight', shiftKey: true });
  expect(current).toMatchObject({ curve: { 2: [73, 0.55] } });
  for (let press = 0; press < 12; press += 1) fireEvent.keyDown(point, { key: 'ArrowUp' });
  expect(screen.getByText(/^La courbe monte/)).toBeTruthy();
  fireEvent.keyDown(point, { key: 'Delete' });
  expect(screen.getAllByRole('slider')).toHaveLength(4);
});

test('what is typed into the table may turn the curve back, and is refused with the reason', () => {
  edit('BKP-02');
  type('Risque du point 2, de 0 à 1', '0,95');
  expect(current).toMatchObject({ curve: { 1: [24, 0.95] } });
  expect(screen.getByText('La courbe doit toujours monter ou toujours descendre.')).toBeTruthy();
  type('Risque du point 2, de 0 à 1', 'x');
  expect(screen.getAllByText('Indiquez un nombre.').length).toBeGreaterThan(0);
});

test('a scope is built by clicking and reads as a sentence', () => {
  edit('BKP-02');
  click('Poser seulement si…');
  click('Ajouter une condition');
  type('Fait 2', 'hosting');
  type('Comparaison 2', 'is-not');
  type('Valeur 2', 'full');
  expect(current.scope).toEqual({
    all: [{ ctx: { health_data: true } }, { not: { ctx: { hosting: 'full' } } }],
  });
  expect(
    screen.getByText('Posée si données de santé et hébergement (autre que oui, en totalité).'),
  ).toBeTruthy();
  type('Il faut que soient vraies', 'none');
  expect(screen.getByText(/^Posée si ni/)).toBeTruthy();
  click('Poser pour toute prestation');
  expect(current.scope).toBeUndefined();
});

test('a rule on another answer reads as a sentence, and is refused where it would reward a worse one', () => {
  edit('BKP-04');
  click('Ajouter une règle');
  type('Question de la règle 1', 'BKP-03');
  type('Comparaison de la règle 1', 'value');
  type('Risque repris, règle 1', '0,2');
  expect(current.inheritIf).toMatchObject([{ q: 'BKP-03', risk: 0.2 }]);
  expect(screen.getByText(/^Si la réponse à BKP-03 .* prend le risque 0,20\.$/)).toBeTruthy();
  expect(screen.getAllByText(/ne doit jamais aider/).length).toBeGreaterThan(0);
});

test('choices, pieces and lessons are added and taken away', () => {
  edit('BKP-04');
  click('Ajouter un choix');
  const count = 'options' in current ? current.options.length : 0;
  type(`Clé du choix ${count}`, 'autre');
  type(`Risque du choix ${count}, de 0 à 1`, '0.4');
  expect(current).toMatchObject({ options: { [count - 1]: { value: 'autre', risk: 0.4 } } });
  click(`Retirer le choix ${count}`);
  type('Pièces acceptées', 'contrat');
  expect(current.evidence.kinds).toContain('contrat');
  const lessons = current.ref.length;
  type('Ajouter une leçon', 'D-03');
  expect(current.ref).toContain('D-03');
  click('Retirer D-03');
  expect(current.ref).toHaveLength(lessons);
});

test('a table has columns with values, and rules for its rows in their order', () => {
  const before = edit('HDS-01');
  const count = 'rowRisk' in before ? before.rowRisk.length : 0;
  fireEvent.click(screen.getAllByRole('button', { name: 'Ajouter une règle' })[0] ?? document.body);
  type(`Ajouter une condition à la règle ${count + 1}`, 'scope_covers');
  type(`Risque de la règle ${count + 1}, de 0 à 1`, '0,5');
  expect(current).toMatchObject({ rowRisk: { [count]: { when: { scope_covers: true }, risk: 0.5 } } });
  expect(screen.getByText(/Cette règle ne s’applique jamais/)).toBeTruthy();
  click(`Monter la règle ${count + 1}`);
  expect(current).toMatchObject({ rowRisk: { [count - 1]: { risk: 0.5 } } });
  click('Ajouter une colonne');
  expect('columns' in current && current.columns.at(-1)).toMatchObject({ key: '', type: 'text' });
});

test('a new question chooses its key, another keeps it', () => {
  render(<Host first={blank} isNew />);
  type('Clé', 'ACME-01');
  expect(current.id).toBe('ACME-01');
  expect(within(document.body).getAllByText('Traduction manquante')).toHaveLength(2);
});
