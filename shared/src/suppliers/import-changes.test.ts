import { nothingKnown, ouest, planTable } from '../testing/import-table.js';
import { isRenaming, rowWarningSentence } from './import-warnings.js';

test('a row tells every cell that it changes, old and new, and nothing of a record that is new', () => {
  const existing = {
    ...nothingKnown,
    suppliers: [{ ...ouest, domains: ['ouest.example'] }],
    contacts: [
      {
        id: 'c1',
        supplierId: 's1',
        name: 'Léa',
        email: 'lea@ouest.example',
        jobTitle: '',
        phone: '',
        language: 'fr',
      },
    ],
  } as const;
  const planned = planTable(
    [
      ['SIREN', 'Site web', 'Domaine', 'E-mail', 'Fonction', 'Langue'],
      ['732829320', 'https://ouest.example', 'ouest.example', 'lea@ouest.example', 'RSSI', 'fr'],
      ['732829320', '', '', 'paul@ouest.example', '', ''],
    ],
    existing,
  );
  expect(planned.rows.map(({ changes }) => changes)).toEqual([
    [
      { field: 'supplier.website', before: null, after: 'https://ouest.example' },
      { field: 'contact.jobTitle', before: null, after: 'RSSI' },
    ],
    [],
  ]);
  expect(planned.rows.flatMap(({ warnings }) => warnings)).toEqual([]);
});

test.each([
  ['another name', 'Cobalt', 'siren-under-another-name'],
  ['the name of another supplier', 'Nord', 'siren-of-another-supplier'],
  ['the same name otherwise written', 'INFOGERANCE OUEST', undefined],
])('a row with the number of a supplier and %s is warned of', (_what, name, code) => {
  const nord = { ...ouest, id: 's2', name: 'Nord', siren: '552081317' };
  const [row] = planTable(
    [
      ['Fournisseur', 'SIREN'],
      [name, '732829320'],
    ],
    { ...nothingKnown, suppliers: [ouest, nord] },
  ).rows;
  expect(row?.changes).toEqual([{ field: 'supplier.name', before: 'Infogérance Ouest', after: name }]);
  expect(row?.warnings).toEqual(
    code === undefined ? [] : [{ code, params: { before: 'Infogérance Ouest', after: name } }],
  );
  expect(row?.warnings.every(isRenaming)).toBe(true);
});

test('a row with the address of a contact and another name is warned of', () => {
  const lea = {
    id: 'c1',
    supplierId: 's1',
    name: 'Léa',
    email: 'lea@ouest.example',
    jobTitle: '',
    phone: '',
  };
  const [row] = planTable(
    [
      ['Fournisseur', 'Contact', 'E-mail'],
      ['Infogérance Ouest', 'Paul', 'lea@ouest.example'],
    ],
    { ...nothingKnown, suppliers: [ouest], contacts: [{ ...lea, language: 'fr' }] },
  ).rows;
  expect(row?.warnings).toEqual([
    { code: 'address-under-another-name', params: { before: 'Léa', after: 'Paul' } },
  ]);
});

test('a warning says old and new', () => {
  const params = { before: 'Nord', after: 'Ouest' };
  expect(rowWarningSentence({ code: 'siren-under-another-name', params }, 'fr')).toBe(
    'Ce SIREN est celui de «\u00a0Nord\u00a0»\u00a0: l’import renommera ce fournisseur en «\u00a0Ouest\u00a0».',
  );
  expect(isRenaming({ code: 'siren-checksum' })).toBe(false);
});
