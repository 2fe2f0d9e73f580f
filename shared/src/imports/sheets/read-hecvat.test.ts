import { UnreadableImport } from '../imported-questionnaire.js';
import { sheetOf } from '../../testing/sheets-of.js';
import { readHecvat } from './read-hecvat.js';
import { readSheets, recogniseSheets } from './recognise-sheets.js';

const head = [
  'ID',
  'Question',
  'START HERE',
  'Product',
  'AI',
  'If/Then',
  'Standard Guidance',
  'No Guidance',
  'Compliant Response',
  'Default Importance',
  'Default Weight',
];
const table = sheetOf(
  [
    ['', '', 'Where it stands'],
    head,
    ['GNRL-01', 'Provider name', '1', '1', '1', '', '', '', 'Not scored'],
    [
      'REQU-01',
      'Do you offer a product?',
      '1',
      '',
      '',
      '',
      '',
      'DO NOT complete the Product worksheet',
      'Not scored',
    ],
    ['REQU-04', 'Does it have AI?', '1', '', '', '', '', 'DO NOT complete the AI worksheet', 'Not scored'],
    [
      'APPL-01',
      'Do you use a firewall?',
      '',
      '1',
      '',
      'If REQU-01 is no, populate the answer',
      'Any kind',
      '',
      'Yes',
      'Critical Importance',
      '20',
    ],
    [
      'APPL-02',
      'Does it need location data?',
      '',
      '1',
      '',
      'If REQU-01 is no, populate the answer',
      '',
      '',
      'No',
      'Minor Importance',
      '5',
    ],
    ['AIGN-01', 'Do you have an AI policy?', '', '', '1', '', '', '', 'Yes', 'Standard Importance', '10'],
    [
      'AIGN-02',
      'Is it reviewed?',
      '',
      '',
      '1',
      'If AIGN-99 is no, populate the answer',
      '',
      '',
      'Yes',
      'Standard Importance',
      '10',
    ],
  ],
  { name: 'Questions', hidden: true },
);
const start = sheetOf(
  [
    ['HECVAT 4.1'],
    ['General Information'],
    ['GNRL-01', 'Provider name', ''],
    ['Required Questions'],
    ['REQU-01', 'Do you offer a product?', ['Yes', 'No']],
    ['REQU-04', 'Does it have AI?', ['Yes', 'No']],
  ],
  { name: 'START HERE' },
);
const product = sheetOf(
  [
    ['Application Security'],
    ['APPL-01', 'Do you use a firewall?', ['Yes', 'No', 'N/A']],
    ['APPL-02', 'Does it need location data?', ['Yes', 'No', 'N/A']],
    ['APPL-03', 'Only here', ''],
  ],
  { name: 'Product' },
);
const crosswalk = sheetOf([['Crosswalk']], { name: 'Crosswalk' });
const found = readHecvat([start, product, table, crosswalk], 'fichier');
const question = (key: string) => found.questions.find((one) => one.key === key);

test('a workbook is recognised by what it holds', () => {
  expect(recogniseSheets([start, product, table])).toBe('hecvat');
  expect(
    recogniseSheets([
      sheetOf([
        ['N°', 'Question'],
        ['1', 'Un ?'],
      ]),
    ]),
  ).toBe('spreadsheet');
  expect(readSheets([table], 'fichier').format).toBe('hecvat');
});

test('questions of the hidden table, in the sections of the sheets that show them', () => {
  expect(found.title).toEqual({ en: 'HECVAT 4.1' });
  expect(found.questions).toHaveLength(7);
  expect(found.sections).toEqual([
    { key: 'GNRL', title: { en: 'General Information' } },
    { key: 'REQU', title: { en: 'Required Questions' } },
    { key: 'APPL', title: { en: 'Application Security' } },
    { key: 'AIGN', title: { en: 'AIGN' } },
  ]);
});

test('the compliant answer has no risk, with weight, importance and help', () =>
  expect(question('APPL-01')).toEqual({
    key: 'APPL-01',
    section: 'APPL',
    text: { en: 'Do you use a firewall?' },
    help: { en: 'Any kind' },
    type: 'single',
    options: [
      { key: 'yes', label: { en: 'Yes' }, risk: 0 },
      { key: 'no', label: { en: 'No' }, risk: 1 },
      { key: 'n_a', label: { en: 'N/A' } },
    ],
    weight: 20,
    condition: { not: { q: 'REQU-01', option: 'no' } },
    groups: ['Critical Importance'],
    references: [],
    guessed: [],
    where: 'Questions!B6',
  }));

test('a no may be the good answer', () =>
  expect(question('APPL-02')?.options.map(({ key, risk }) => [key, risk])).toEqual([
    ['yes', 1],
    ['no', 0],
    ['n_a', undefined],
  ]));

test('what is not scored has no risk: an answer of words, or a choice that routes', () => {
  expect(question('GNRL-01')).toMatchObject({ type: 'text', guessed: ['type'] });
  expect(question('REQU-01')).toMatchObject({ type: 'single', guessed: [] });
  expect(question('REQU-01')?.options.map(({ risk }) => risk)).toEqual([undefined, undefined]);
});

test('a sheet that a no closes is a guessed condition of its questions', () => {
  expect(question('AIGN-01')).toMatchObject({
    condition: { not: { q: 'REQU-04', option: 'no' } },
    guessed: ['options', 'condition'],
  });
});

test('a routing to what is not there, and sheets left out, are said', () => {
  expect(question('AIGN-02')?.condition).toBeUndefined();
  expect(found.warnings.map(({ where }) => where)).toEqual(['Product!B4', 'Questions!F9', 'Crosswalk']);
});

test('without the table the form is read, and said to lack risks', () => {
  const form = readHecvat([start, product], 'fichier');
  expect(form.questions).toHaveLength(6);
  expect(form.questions.every(({ options }) => options.every(({ risk }) => risk === undefined))).toBe(true);
  expect(form.warnings).toHaveLength(1);
});

test('a workbook without its questions is refused', () =>
  expect(() => readHecvat([crosswalk], 'fichier')).toThrow(UnreadableImport));
