import { sheetOf } from '../../testing/sheets-of.js';
import type { ImportSheet } from '../imported-questionnaire.js';
import { readSpreadsheet } from './read-spreadsheet.js';

const read = (...sheets: readonly ImportSheet[]) => readSpreadsheet(sheets, 'grille');
const brief = (...sheets: readonly ImportSheet[]) =>
  read(...sheets).questions.map(({ key, text, section }) => [key, text.fr ?? text.en, section]);
const labels = (sheet: ImportSheet) =>
  read(sheet).questions.map(({ options }) => options.map(({ label, risk }) => [label.fr ?? label.en, risk]));

test('the domain of a control stands in the last column, its number beside that of the question', () => {
  const found = read(
    sheetOf([
      [
        'Question ID',
        'Question',
        'Our Answer',
        'CCM Control ID',
        'CCM Control Specification',
        'CCM Domain Title',
      ],
      ['A-01.1', 'Are policies written?', '', 'A-01', 'Write policies.', 'Audit'],
      ['A-01.2', 'Are they reviewed?', '', 'A-01', '', 'Audit'],
      ['B-01.1', 'Is code reviewed?', '', 'B-01', '', 'Applications'],
    ]),
  );
  expect(found.sections.map(({ title }) => title.en)).toEqual(['Audit', 'Applications']);
  expect(found.questions[0]).toMatchObject({
    key: 'A-01.1',
    references: ['A-01'],
    help: { en: 'Write policies.' },
  });
});

test('of two numbers, that of the question is its key', () => {
  const found = read(
    sheetOf(
      [
        [
          'Control Domain',
          'Control ID',
          'Question ID',
          'Consensus Assessment Questions',
          'Assessment Answers',
          '',
        ],
        ['', '', '', '', 'Yes', 'No'],
        ['Audit', 'A-01', 'A-01.1', 'Are policies written?', '', ''],
        ['Audit', 'A-01', 'A-01.2', 'Are they reviewed?', '', ''],
      ],
      { merges: [{ top: 1, left: 5, bottom: 1, right: 6 }] },
    ),
  );
  expect(found.questions.map(({ options }) => options.length)).toEqual([2, 2]);
  expect(found.questions.map(({ key, references }) => [key, references])).toEqual([
    ['A-01.1', ['A-01']],
    ['A-01.2', ['A-01']],
  ]);
});

test.each([
  ['Réponse (Oui/Non/Partiel)', ['Oui', 'Non', 'Partiel']],
  ['Conformité (C / PC / NC / NA)', ['C', 'PC', 'NC', 'NA']],
  ['Response (Y/N/N/A)', ['Y', 'N', 'N/A']],
  ['Oui/Non', ['Oui', 'Non']],
  ['Réponse (obligatoire / facultative)', []],
])('the heading %s names the answers of every row', (heading, expected) => {
  const found = read(sheetOf([['Question', heading], ['Avez-vous une copie ?'], ['Où ?']]));
  for (const { options, guessed } of found.questions) {
    expect(options.map(({ label }) => label.fr)).toEqual(expected);
    expect(guessed.includes('options')).toBe(expected.length > 0);
  }
});

test('a row whose number is a letter is the title of a section, where questions have numbers', () => {
  expect(
    brief(
      sheetOf([
        ['Ques Num', 'Question/Request', 'Response'],
        ['A.', 'Risk management'],
        ['A.1', 'Is there a plan?'],
        ['A.1.1', 'Is it current?'],
        ['B.', 'Security policy'],
        ['B.10', 'Is it approved?'],
      ]),
    ),
  ).toEqual([
    ['A.1', 'Is there a plan?', 'risk_management'],
    ['A.1.1', 'Is it current?', 'risk_management'],
    ['B.10', 'Is it approved?', 'security_policy'],
  ]);
  expect(
    brief(
      sheetOf([
        ['N°', 'Question', 'Réponse'],
        ['I', 'FORMER'],
        ['1.1', 'Les équipes sont-elles formées ?'],
        ['II', 'CONNAÎTRE LE SI'],
        ['2.1', 'Combien de comptes ?'],
      ]),
    ).map(([, , section]) => section),
  ).toEqual(['former', 'connaitre_le_si']);
});

test('questions numbered by letters stay questions', () => {
  expect(
    brief(
      sheetOf([
        ['N°', 'Question'],
        ['a', 'Où ?'],
        ['b', 'Votre adresse'],
      ]),
    ),
  ).toHaveLength(2);
  expect(
    brief(
      sheetOf([
        ['N°', 'Question'],
        ['A', 'Votre nom'],
        ['B', 'Votre adresse'],
      ]),
    ),
  ).toHaveLength(2);
});

test('a title right above the heading row is that of the first section', () => {
  const header = ['N°', 'Question', 'Oui', 'Non'];
  expect(
    brief(
      sheetOf([
        ['QUESTIONNAIRE'],
        [],
        ['Organisation'],
        header,
        ['1', 'Avez-vous un RSSI ?'],
        ['Technique'],
        header,
        ['2', 'Chiffrez-vous ?'],
      ]),
    ).map(([, , section]) => section),
  ).toEqual(['organisation', 'technique']);
});

test('a condition means the question of its own sheet, and says nothing where two could be meant', () => {
  const rows = (name: string) => [
    ['N°', 'Question', 'Réponses', 'Condition'],
    ['1', `${name} ?`, 'Oui / Non', ''],
    ['2', `${name}, lequel ?`, '', 'Si 1 = Oui'],
  ];
  const found = read(
    sheetOf(rows('Réseau'), { name: 'Réseau' }),
    sheetOf(rows('Postes'), { name: 'Postes' }),
    sheetOf([...rows('Sites').slice(0, 1), ['5', 'Où ?', '', 'Si 1 = Oui']], { name: 'Sites' }),
  );
  expect(found.questions.map(({ key, condition }) => [key, condition])).toEqual([
    ['1', undefined],
    ['2', { q: '1', option: 'oui' }],
    ['1-2', undefined],
    ['2-2', { q: '1-2', option: 'oui' }],
    ['5', undefined],
  ]);
  expect(found.warnings.map(({ where, message }) => [where, message.en])).toEqual([
    [
      'Postes!B2',
      'The number "1" is taken already: this question is read as "1-2" (numbers repeated on this sheet: 2).',
    ],
    ['Sites!D2', 'A condition that was not understood was left out: "Si 1 = Oui"'],
  ]);
});

test('a summary that counts questions asks none', () => {
  const summary = sheetOf(
    [
      ['Thème', 'Questions', 'Répondues', 'Réponse'],
      ['Gouvernance', '12', '3', ''],
      ['Total', '12', '3', ''],
    ],
    { name: 'Synthèse' },
  );
  const asking = sheetOf([
    ['Thème', 'Question', 'Réponse'],
    ['Gouvernance', 'Qui valide la PSSI ?', ''],
  ]);
  expect(brief(summary, asking)).toEqual([['q1', 'Qui valide la PSSI ?', 'gouvernance']]);
});

test('headings of other languages are known, and requirements in English are not taken for French', () => {
  expect(
    brief(
      sheetOf([
        ['Nr.', 'Bereich', 'Frage', 'Antwort', 'Bemerkung'],
        ['1', 'Technik', 'Werden Daten verschlüsselt?', '', ''],
      ]),
    ),
  ).toEqual([['1', 'Werden Daten verschlüsselt?', 'technik']]);
  expect(
    labels(
      sheetOf([
        ['Frage', 'Antwort'],
        ['Verschlüsselt?', 'Ja / Nein'],
      ]),
    )[0],
  ).toHaveLength(2);
  const { questions } = read(
    sheetOf([
      ['ID', 'Title', 'Description', 'Supplier Response'],
      ['R1', 'MFA', 'MFA shall be enforced.', ''],
    ]),
  );
  expect(questions).toMatchObject([{ text: { en: 'MFA shall be enforced.' }, help: { en: 'MFA' } }]);
});

test('questions of hidden rows are read and told', () => {
  const found = read(
    sheetOf([['Question', 'Réponse'], ['Où ?'], ['Quand ?'], ['Comment ?']], { hiddenRows: [1, 3, 4] }),
  );
  expect(found.questions).toHaveLength(3);
  expect(found.warnings.map(({ where, message }) => `${where}: ${message.en}`)).toEqual([
    'Feuille1!A3: Questions of hidden rows, read as the others: 2',
  ]);
});

test('hidden columns are read and told', () => {
  const rows = [
    ['Question', 'Réponse', 'Poids'],
    ['Où ?', '', '2'],
  ];
  const found = read(sheetOf(rows, { hiddenColumns: [3] }));
  expect(found.questions).toMatchObject([{ weight: 2 }]);
  expect(found.warnings.map(({ where, message }) => `${where}: ${message.en}`)).toEqual([
    'Feuille1!C1: Hidden columns, treated as the others: C',
  ]);
});
