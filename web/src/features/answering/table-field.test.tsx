import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';

import { toFields, type AnswerFields, type TableQuestion } from './answer-fields.js';
import { TableField } from './table-field.js';

const text = (fr: string) => ({ fr, en: fr });
const question: TableQuestion = {
  id: 'HDS-01',
  text: text('Qui ?'),
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  mustAnswer: true,
  lessons: [],
  type: 'table',
  columns: [
    {
      key: 'activity',
      type: 'enum',
      label: text('Activité'),
      values: ['a', 'b'].map((value) => ({ value, label: text(value) })),
    },
    { key: 'performer', type: 'text', label: text('Exercée par') },
    { key: 'siren', type: 'siren', label: text('SIREN') },
    { key: 'country', type: 'country', label: text('Pays') },
    { key: 'kinds', type: 'multi_enum', label: text('Sortes'), values: [{ value: 'x', label: text('X') }] },
  ],
  rowsRequired: ['a', 'b'],
};

let rows: AnswerFields['rows'] = [];
function Live(): ReactNode {
  const form = useForm<AnswerFields>({ defaultValues: toFields(question, undefined, 'fr') });
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          rows = values.rows;
        },
      }),
    [subscribe],
  );
  return (
    <MantineProvider>
      <FormProvider {...form}>
        <TableField question={question} fieldId="answer-HDS-01" troubles={new Map()} />
      </FormProvider>
    </MantineProvider>
  );
}

const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.change(cell(name), { target: { value } });

test('a row takes from the one above what it has left blank, its own name never', () => {
  render(<Live />);
  type('Exercée par, ligne 1', 'Hébergeur');
  type('SIREN, ligne 1', '732829320');
  fireEvent.click(screen.getAllByLabelText('X')[0] as HTMLElement);
  type('SIREN, ligne 2', '552100554');
  fireEvent.click(screen.getByRole('button', { name: 'Copier la ligne précédente dans la ligne 2' }));
  expect(rows).toEqual([
    { activity: 'a', performer: 'Hébergeur', siren: '732829320', country: '', kinds: ['x'] },
    { activity: 'b', performer: 'Hébergeur', siren: '552100554', country: '', kinds: ['x'] },
  ]);
  expect(cell('Exercée par, ligne 2').value).toBe('Hébergeur');
  expect(screen.getByText(/^Ligne 2.: 2 champs remplis$/)).toBeTruthy();
});

test('Ctrl D fills the row that one is in, as in a spreadsheet', () => {
  render(<Live />);
  type('Exercée par, ligne 1', 'Hébergeur');
  fireEvent.keyDown(cell('Exercée par, ligne 2'), { key: 'd', ctrlKey: true });
  expect(cell('Exercée par, ligne 2').value).toBe('Hébergeur');
});

test('a row that was taken away comes back as it was, where it was', () => {
  render(<Live />);
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter une ligne' }));
  type('Exercée par, ligne 3', 'Filiale');
  fireEvent.click(screen.getByRole('button', { name: 'Retirer la ligne 3' }));
  expect(rows).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(rows[2]).toMatchObject({ performer: 'Filiale' });
});

test('France is the first of the countries, the others follow their alphabet', () => {
  render(<Live />);
  const names = [...cell('Pays, ligne 1').querySelectorAll('option')].map(({ textContent }) => textContent);
  expect(names.slice(1, 4)).toEqual(['France', 'Afghanistan', 'Afrique du Sud']);
});
