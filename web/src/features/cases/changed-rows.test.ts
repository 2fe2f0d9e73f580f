import type { Question } from '@probant/shared/questionnaires/document';
import { bank } from '@probant/shared/testing/bank';

import { changedRows } from './changed-rows.js';

const question = bank.themes
  .flatMap(({ questions }) => questions)
  .find(({ id }) => id === 'HDS-01') as Extract<Question, { type: 'table' }>;
const sites = { activity: '1_sites', performer: 'Sous-traitant', coverage: 'none' };
const backup = { activity: '6_sauvegarde', performer: 'Hébergeur', coverage: 'own_certificate' };

test('only rows that differ are told, and in them only the cells that do', () => {
  const certified = { ...sites, coverage: 'own_certificate', scope_covers: true };
  expect(changedRows(question, [sites, backup], [certified, backup], 'fr')).toEqual([
    {
      name: '1. Sites physiques',
      cells: [
        { column: 'Le périmètre couvre l’activité', before: '', after: 'oui' },
        { column: 'Couverture', before: 'Aucun certificat', after: 'Son propre certificat' },
      ],
    },
  ]);
});

test('a row more and a row less are rows that differ', () => {
  const [added] = changedRows(question, [sites], [sites, backup], 'en');
  const [gone] = changedRows(question, [sites, backup], [sites], 'en');
  expect([added?.name, added?.cells.at(-1)]).toEqual([
    '6. Backup',
    { column: 'Cover', before: '', after: 'Its own certificate' },
  ]);
  expect([gone?.name, gone?.cells.at(-1)]).toEqual([
    '6. Backup',
    { column: 'Cover', before: 'Its own certificate', after: '' },
  ]);
});

test('the same rows differ in nothing', () => {
  expect(changedRows(question, [sites], [{ ...sites }], 'fr')).toEqual([]);
});
