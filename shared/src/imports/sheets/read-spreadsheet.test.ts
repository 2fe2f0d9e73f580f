import { UnreadableImport, type ImportSheet } from '../imported-questionnaire.js';
import { sheetOf } from '../../testing/sheets-of.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import { describeSheets, type SheetMapping } from './sheet-mapping.js';

const read = (...sheets: readonly ImportSheet[]) => readSpreadsheet(sheets, 'questionnaire');
const brief = (...sheets: readonly ImportSheet[]) =>
  read(...sheets).questions.map(({ key, text, section }) => [key, text.fr ?? text.en, section]);

test('a list with a heading row far down, a title above and numbered questions', () => {
  const found = read(
    sheetOf([
      ['Questionnaire de sécurité'],
      [],
      ['À retourner avant le 30'],
      ['N°', 'Thème', 'Question', 'Réponse', 'Poids'],
      ['1.1', 'Gouvernance', 'Avez-vous une PSSI ?', '(oui: 1, non: 0)', '1,5'],
      ['1.2', '', 'Qui la valide ?', '', '2'],
    ]),
  );
  expect(found.title).toEqual({ fr: 'Questionnaire de sécurité' });
  expect(found.sections).toEqual([{ key: 'gouvernance', title: { fr: 'Gouvernance' } }]);
  expect(found.questions).toEqual([
    {
      key: '1.1',
      section: 'gouvernance',
      text: { fr: 'Avez-vous une PSSI ?' },
      type: 'single',
      options: [
        { key: 'oui', label: { fr: 'oui' }, risk: 0 },
        { key: 'non', label: { fr: 'non' }, risk: 1 },
      ],
      weight: 1.5,
      groups: [],
      references: [],
      guessed: ['type', 'risk'],
      where: 'Feuille1!C5',
    },
    expect.objectContaining({ key: '1.2', type: 'text', weight: 2, guessed: ['type', 'section'] }),
  ]);
  expect(found.warnings).toEqual([]);
});

test('English headings, a type, choices, help, level and references', () => {
  const [first, second] = read(
    sheetOf([
      ['ID', 'Category', 'Question', 'Guidance', 'Type', 'Choices', 'Level', 'ISO 27001'],
      [
        'A1',
        'Access',
        'Which factors do you use?',
        'All of them',
        'multiple choice',
        'SMS; App; Key',
        'High',
        '5.17, 8.5',
      ],
      ['A2', 'Access', 'How long are logs kept?', '', 'Duration', '', '', ''],
    ]),
  ).questions;
  expect(first).toMatchObject({
    type: 'multi',
    help: { en: 'All of them' },
    groups: ['High'],
    references: ['5.17', '8.5'],
    guessed: [],
  });
  expect(first?.options.map(({ label }) => label.en)).toEqual(['SMS', 'App', 'Key']);
  expect(second).toMatchObject({ type: 'duration', options: [], guessed: [] });
});

test('validations are the answers', () => {
  const [question] = read(
    sheetOf([
      ['Question', 'Réponse'],
      ['Chiffrez-vous ?', ['Oui', 'Non', 'N/A']],
    ]),
  ).questions;
  expect(question?.options.map(({ key }) => key)).toEqual(['oui', 'non', 'n_a']);
  expect(question?.guessed).toEqual(['type', 'section']);
});

test('a scored list in any cell of the row is the answers, before a validation', () => {
  const [question] = read(
    sheetOf([
      ['Question', 'Réponse', 'Aide'],
      ['Chiffrez-vous ?', ['Conforme', 'Non conforme'], '(oui: 1, non: 0)'],
    ]),
  ).questions;
  expect(question?.options.map(({ key, risk }) => [key, risk])).toEqual([
    ['oui', 0],
    ['non', 1],
  ]);
  expect(question?.help).toBeUndefined();
});

test('columns to tick are the answers, guessed', () => {
  const [question] = read(
    sheetOf([
      ['Question', 'Oui', 'Non', 'Commentaire'],
      ['Chiffrez-vous ?', '', '', ''],
    ]),
  ).questions;
  expect(question?.options.map(({ key }) => key)).toEqual(['oui', 'non']);
  expect(question?.guessed).toEqual(['type', 'options', 'section']);
});

test('answers to tick are named under a wide heading', () => {
  const [question] = read(
    sheetOf(
      [
        ['N°', 'Question', 'Réponse', '', 'Remarques'],
        ['', '', 'Oui', 'Non', ''],
        ['1', 'Chiffrez-vous ?', '', '', ''],
      ],
      { merges: [{ top: 1, left: 3, bottom: 1, right: 4 }] },
    ),
  ).questions;
  expect(question).toMatchObject({ key: '1', type: 'single' });
  expect(question?.options).toHaveLength(2);
});

test('both languages, when headings name them', () => {
  const [question] = read(
    sheetOf([
      ['Question (FR)', 'Question (EN)'],
      ['Qui ?', 'Who?'],
    ]),
  ).questions;
  expect(question?.text).toEqual({ fr: 'Qui ?', en: 'Who?' });
});

test('several sheets are read, one without questions is left out and said', () => {
  const found = read(
    sheetOf([['Bonjour'], ['Merci de répondre']], { name: 'Consignes' }),
    sheetOf(
      [
        ['N°', 'Question'],
        ['1', 'Un ?'],
      ],
      { name: 'Accès' },
    ),
    sheetOf(
      [
        ['N°', 'Question'],
        ['1', 'Deux ?'],
      ],
      { name: 'Réseau' },
    ),
  );
  expect(found.questions.map(({ key, section }) => [key, section])).toEqual([
    ['1', 'acces'],
    ['1-2', 'reseau'],
  ]);
  expect(found.warnings.map(({ where }) => where)).toEqual(['Consignes', 'Réseau!B2']);
});

test('a hidden sheet is said and not read, unless only it holds questions', () => {
  const hidden = sheetOf(
    [
      ['N°', 'Question'],
      ['1', 'Cachée ?'],
    ],
    { name: 'Modèle', hidden: true },
  );
  const found = read(
    sheetOf([
      ['N°', 'Question'],
      ['1', 'Vue ?'],
    ]),
    hidden,
  );
  expect(found.questions).toHaveLength(1);
  expect(found.warnings).toEqual([
    { where: 'Modèle', message: expect.objectContaining({ en: expect.any(String) }) },
  ]);
  expect(read(sheetOf([['Bonjour']]), hidden).questions).toHaveLength(1);
});

test('a condition in words is read against the questions of the file, and one that is not understood is said', () => {
  const found = read(
    sheetOf([
      ['N°', 'Question', 'Réponse', 'Condition'],
      ['1', 'Externalisez-vous ?', ['Oui', 'Non'], ''],
      ['2', 'À qui ?', '', 'Si 1 = Oui'],
      ['3', 'Depuis quand ?', '', 'selon le cas'],
    ]),
  );
  expect(found.questions[1]).toMatchObject({
    condition: { q: '1', option: 'oui' },
    guessed: expect.arrayContaining(['condition']),
  });
  expect(found.questions[2]?.condition).toBeUndefined();
  expect(found.warnings.map(({ where }) => where)).toEqual(['Feuille1!D4']);
});

test('without a heading, the column of questions is guessed and said', () => {
  const found = read(
    sheetOf([
      ['1', 'Avez-vous un RSSI ?'],
      ['2', 'Chiffrez-vous ?'],
    ]),
  );
  expect(found.questions.map(({ key }) => key)).toEqual(['1', '2']);
  expect(found.warnings).toHaveLength(1);
});

test('columns that nothing is read from, rows without a question and cells without a value are said with their place', () => {
  const found = read(
    sheetOf(
      [
        ['N°', 'Question', 'Couleur', 'Commentaire'],
        ['1', 'Un ?', 'bleu'],
        ['2', '', 'vert', 'reste'],
      ],
      { unread: [{ row: 2, column: 4, why: 'formula-without-value' }] },
    ),
  );
  expect(found.warnings.map(({ where }) => where)).toEqual([
    'Feuille1!D2',
    'Feuille1!C1',
    'Feuille1!D1',
    'Feuille1!A3',
  ]);
});

test('a heading row that comes again is no question', () =>
  expect(
    brief(
      sheetOf([
        ['N°', 'Question'],
        ['1', 'Un ?'],
        ['N°', 'Question'],
        ['2', 'Deux ?'],
      ]),
    ),
  ).toHaveLength(2));

test('a number that begins the text is the key', () =>
  expect(
    brief(
      sheetOf([
        ['Question', 'Réponse'],
        ['A.1 - Sauvegardez-vous ?', ''],
      ]),
    ),
  ).toEqual([['A.1', 'Sauvegardez-vous ?', 'feuille1']]));

test('a file without a question is refused', () =>
  expect(() => read(sheetOf([['Bonjour']]))).toThrow(UnreadableImport));

test('the same title on two sheets names a section of each', () => {
  const rows = (text: string) => [
    ['N°', 'Question', 'Réponse'],
    ['', 'Organisation', ''],
    ['1', text, ''],
    ['2', `${text} Et encore ?`, ''],
  ];
  const sheets = [
    sheetOf(rows('Ici ?'), { name: 'Sécurité' }),
    sheetOf(rows('Là ?'), { name: 'Continuité' }),
  ];
  const { sections } = readSpreadsheet(sheets, 'grille');
  expect(sections.map(({ title }) => title.fr)).toEqual([
    'Sécurité – Organisation',
    'Continuité – Organisation',
  ]);
});

test('a person says which sheets are read, which row names the columns and what they hold', () => {
  const grid = sheetOf(
    [
      ['Sujet', 'Exigence', 'Description'],
      ['Copie', 'Hors ligne', 'Avez-vous une copie déconnectée ?'],
    ],
    { name: 'Grille' },
  );
  const notes = sheetOf([['Où ?'], ['Quand ?']], { name: 'Notes' });
  const read = (mappings: readonly SheetMapping[]) =>
    readSpreadsheet([grid, notes], 'grille', mappings).questions.map(({ text, where }) => [text.fr, where]);
  expect(
    read([
      {
        sheet: 'Grille',
        columns: [
          { column: 3, field: 'question' },
          { column: 2, field: null },
        ],
      },
    ]),
  ).toEqual([['Avez-vous une copie déconnectée ?', 'Grille!C2']]);
  expect(
    read([
      { sheet: 'Grille', read: false },
      { sheet: 'Notes', read: true, headerRow: 0 },
    ]),
  ).toEqual([
    ['Où ?', 'Notes!A1'],
    ['Quand ?', 'Notes!A2'],
  ]);
  const described = describeSheets([grid, notes], [], new Set(['Grille']));
  expect(described).toMatchObject([
    {
      sheet: 'Grille',
      read: true,
      headerRow: 1,
      columns: [{ letters: 'A' }, { field: 'question' }, { field: 'help' }],
    },
    { sheet: 'Notes', read: false, headerRow: 0 },
  ]);
});
