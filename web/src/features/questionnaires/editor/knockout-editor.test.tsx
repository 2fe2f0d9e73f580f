import { MantineProvider } from '@mantine/core';
import type { Knockout } from '@probant/shared/questionnaires/document';
import { blankKnockout } from '@probant/shared/questionnaires/draft/draft-acts';
import { bank } from '@probant/shared/testing/bank';
import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { MemoryRouter } from 'react-router';

import type { EditorProblem } from './editor-context.js';
import { KnockoutEditor } from './knockout-editor.js';

let current: Knockout = blankKnockout('KO-ACME-1');

interface HostProps {
  readonly first: Knockout;
  readonly problems?: readonly EditorProblem[];
}

function Host({ first, problems = [] }: HostProps): ReactNode {
  const [knockout, setKnockout] = useState(first);
  return (
    <MemoryRouter>
      <MantineProvider>
        <KnockoutEditor
          document={bank}
          knockout={knockout}
          problems={problems}
          onChange={(next) => {
            current = next;
            setKnockout(next);
          }}
        />
      </MantineProvider>
    </MemoryRouter>
  );
}

const type = (label: string | RegExp, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};
const click = (name: string | RegExp, which = 0): void => {
  fireEvent.click(screen.getAllByRole('button', { name })[which] ?? document.body);
};

test('a trigger is built by clicking, with groups, and reads as a sentence', () => {
  render(<Host first={blankKnockout('KO-ACME-1')} />);
  expect(screen.getByText(/rien ne le déclenche encore/)).toBeTruthy();
  click('Ajouter une condition');
  type('Question 1', 'BKP-04');
  type('Seuil 1', '0,9');
  click('Ajouter un groupe');
  type('Question 2.1', 'SUB-02');
  type('Comparaison 2.1', 'row-with-hds');
  click('Ajouter une condition', 0);
  type('Groupe 2, vrai si', 'all');
  type('Question 2.2', 'HDS-01');
  type('Comparaison 2.2', 'proof');
  type('Seuil 2.2', '0,7');
  expect(current.when).toEqual({
    any: [
      { q: 'BKP-04', riskGte: 0.9 },
      {
        all: [
          { q: 'SUB-02', anyRow: { hdsActivitiesNotEmpty: true, rGte: 1 } },
          { q: 'HDS-01', phiLt: 0.7 },
        ],
      },
    ],
  });
  expect(
    screen.getByText(/^Note D au mieux \(plancher 50\) si le risque de BKP-04 .* est d’au moins 0,90 ou \(/),
  ).toBeTruthy();
  expect(screen.getByText(/^Réponses concernées/)).toBeTruthy();
  click('Retirer le groupe 2');
  type('Se déclenche si', 'all');
  expect(current.when).toEqual({ q: 'BKP-04', riskGte: 0.9 });
});

test('a floor that is no number changes nothing and says so; a cap follows its floor', () => {
  render(<Host first={blankKnockout('KO-ACME-1')} />);
  type('Plancher, de 0 à 100', '35');
  expect(current).toMatchObject({ floor: 35, flag: 'cap_C' });
  expect(screen.getByText('Note C au mieux.')).toBeTruthy();
  type('Plancher, de 0 à 100', '350');
  expect(current.floor).toBe(35);
  expect(screen.getByText(/^Un nombre de 0 à 100/)).toBeTruthy();
  type('Effet affiché', 'unlawful');
  type('Plancher, de 0 à 100', '90');
  expect(current).toMatchObject({ floor: 90, flag: 'unlawful' });
});

test('what refuses the trigger is told at the trigger, and a question left out at its condition', () => {
  const [first] = bank.knockouts;
  if (first === undefined) throw new Error('no knock-out');
  const when = { any: [{ q: 'GONE-01', riskGte: 1 }] };
  const problems = [{ pointer: '/when', code: 'condition-never-holds' }];
  render(<Host first={{ ...first, when }} problems={problems} />);
  expect(screen.getByText(/dort jusqu’à son retour/)).toBeTruthy();
  expect(screen.getAllByRole('status').some(({ textContent }) => textContent !== '')).toBe(true);
});
