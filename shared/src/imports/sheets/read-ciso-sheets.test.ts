import { UnreadableImport } from '../imported-questionnaire.js';
import { sheetOf } from '../../testing/sheets-of.js';
import { readCisoSheets } from './read-ciso-sheets.js';

const pairs = (name: string, rows: readonly (readonly string[])[]) => sheetOf(rows, { name });
const answers = pairs('reponses_content', [
  ['id', 'question_type', 'question_choices', 'add_score', 'compute_result'],
  ['ON', 'unique_choice', 'Oui\nEn partie\n|avec réserve\nNon', '2\n1\n0'],
  ['MULTI', 'multiple_choice', 'A\nB', ''],
  ['JUGE', 'unique_choice', 'Oui\nNon\nSans objet', '', 'true\nfalse\nundefined'],
  ['TXT', 'text', '', ''],
  ['DATE', 'date', '', ''],
]);
const library = pairs('library_meta', [
  ['type', 'library'],
  ['locale', 'fr'],
  ['name', 'Bibliothèque'],
]);
const framework = pairs('exigences_meta', [
  ['type', 'framework'],
  ['name', 'Référentiel'],
  ['answers_definition', 'reponses'],
  ['implementation_groups_definition', 'niveaux'],
]);
const rest = [
  pairs('reponses_meta', [
    ['type', 'answers'],
    ['name', 'reponses'],
  ]),
  answers,
  pairs('niveaux_meta', [
    ['type', 'implementation_groups'],
    ['name', 'niveaux'],
  ]),
  pairs('niveaux_content', [
    ['ref_id', 'name'],
    ['N1', 'Niveau un'],
  ]),
];
const head = [
  'assessable',
  'depth',
  'ref_id',
  'name',
  'name[en]',
  'description',
  'implementation_groups',
  'questions',
  'answer',
  'depends_on',
];
const read = (...rows: readonly (readonly string[])[]) =>
  readCisoSheets([library, framework, pairs('exigences_content', [head, ...rows]), ...rest], 'fichier');

test('hidden columns, other languages and groups that answers open are told with their places', () => {
  const content = sheetOf(
    [
      [...head, 'name[de]'],
      ['x', '1', '1.1', 'Accès', '', '', '', '', '', '', 'Zugang'],
    ],
    { name: 'exigences_content', hiddenColumns: [4, 11] },
  );
  const opening = pairs('reponses_content', [
    ['id', 'question_type', 'question_choices', 'select_implementation_groups'],
    ['ON', 'unique_choice', 'Oui\nNon', 'N1'],
  ]);
  const others = rest.filter(({ name }) => name !== 'reponses_content');
  const { warnings } = readCisoSheets([library, framework, content, opening, ...others], 'fichier');
  expect(warnings.map(({ where, message }) => `${where}: ${message.en}`)).toEqual([
    'exigences_content!D1: Hidden columns, treated as the others: D, K',
    'exigences_content!K2: Column "name[de]": language left out, only French and English are read.',
    'reponses_content!D2: Choices of these answers open groups of requirements: left out.',
  ]);
});

test('sections, questions, choices with scores, groups and translations', () => {
  const found = read(
    ['', '1', '1', 'Accès', 'Access'],
    ['', '2', '', 'Comptes'],
    ['x', '3', '1.1', '', '', 'Texte d’aide', 'N1', 'Gérez-vous les comptes ?', 'ON'],
  );
  expect(found).toMatchObject({ format: 'ciso-assistant-xlsx', title: { fr: 'Référentiel' }, warnings: [] });
  expect(found.sections).toEqual([{ key: '1', title: { fr: 'Accès', en: 'Access' } }]);
  expect(found.questions).toEqual([
    {
      key: '1.1',
      section: '1',
      text: { fr: 'Gérez-vous les comptes ?' },
      help: { fr: 'Comptes\n\nTexte d’aide' },
      type: 'single',
      options: [
        { key: 'oui', label: { fr: 'Oui' }, risk: 0 },
        { key: 'en_partie_avec_reserve', label: { fr: 'En partie\navec réserve' }, risk: 0.5 },
        { key: 'non', label: { fr: 'Non' }, risk: 1 },
      ],
      groups: ['Niveau un'],
      references: ['1.1'],
      guessed: ['risk'],
      where: 'exigences_content!H4',
    },
  ]);
});

test('one question a line, each with its answers, and conditions among them', () => {
  const { questions, warnings } = read(
    ['', '1', '1', 'Accès'],
    ['x', '2', '1.1', '', '', '', '', 'Un ?\nDeux ?\nTrois ?', 'ON\nMULTI\nDATE', '-\n1:1,2\n9:9'],
  );
  expect(questions.map(({ key, type }) => [key, type])).toEqual([
    ['1.1-q1', 'single'],
    ['1.1-q2', 'multi'],
    ['1.1-q3', 'date_age'],
  ]);
  expect(questions[1]?.condition).toEqual({
    any: [
      { q: '1.1-q1', option: 'oui' },
      { q: '1.1-q1', option: 'en_partie_avec_reserve' },
    ],
  });
  expect(warnings.map(({ where }) => where)).toEqual(['exigences_content!J3']);
});

test('a condition names a question of another row, and results say how good choices are', () => {
  const { questions, warnings } = read(
    ['', '1', '1', 'Accès'],
    ['x', '2', '1.1', '', '', '', '', 'Un ?\nDeux ?', 'JUGE', 'undefined\n3:1:1'],
    ['x', '2', '1.2', '', '', '', '', 'Trois ?\nQuatre ?', 'JUGE', '3:2:1,2\n9:1:1'],
  );
  expect(questions.map(({ condition }) => condition)).toEqual([
    undefined,
    { q: '1.1-q1', option: 'oui' },
    {
      any: [
        { q: '1.1-q2', option: 'oui' },
        { q: '1.1-q2', option: 'non' },
      ],
    },
    undefined,
  ]);
  expect(questions[0]).toMatchObject({ guessed: [] });
  expect(questions[0]?.options.map(({ risk }) => risk)).toEqual([0, 1, undefined]);
  expect(warnings.map(({ where }) => where)).toEqual(['exigences_content!J4']);
});

test('a requirement without questions is one; a heading that is assessed is none', () => {
  const { questions } = read(
    ['x', '1', '1', 'Accès'],
    ['x', '2', '1.1', 'Les comptes sont revus', '', 'Chaque année'],
  );
  expect(questions).toEqual([
    expect.objectContaining({
      text: { fr: 'Les comptes sont revus' },
      help: { fr: 'Chaque année' },
      type: 'text',
      guessed: ['type'],
    }),
  ]);
});

test('answers that are not there are said', () => {
  const { questions, warnings } = read(['x', '1', '1', '', '', '', '', 'Un ?', 'AUTRE']);
  expect(questions).toEqual([
    expect.objectContaining({ type: 'text', guessed: ['type'], section: 'Référentiel' }),
  ]);
  expect(warnings.map(({ where }) => where)).toEqual(['exigences_content!H2']);
});

test('the older layout of one index, in another language', () => {
  const found = readCisoSheets(
    [
      pairs('library_content', [
        ['library_locale', 'es'],
        ['library_name', 'Biblioteca'],
        ['framework_name', 'Marco'],
        ['tab', 'preguntas', 'requirements'],
        ['tab', 'amenazas', 'threats'],
      ]),
      pairs('preguntas', [head, ['', '1', 'A', 'General'], ['x', '2', 'A-1', '', '', '', '', '¿Uno?', 'R']]),
      pairs('answers', [
        ['id', 'question_type', 'question_choices'],
        ['R', 'unique_choice', 'Si\nNo'],
      ]),
    ],
    'fichier',
  );
  expect(found.title).toEqual({ en: 'Marco' });
  expect(found.questions[0]).toMatchObject({ key: 'A-1', type: 'single', section: 'A' });
  expect(found.warnings.map(({ where }) => where)).toEqual(['locale', 'amenazas']);
});

test('a workbook without requirements is refused', () =>
  expect(() => readCisoSheets([library], 'fichier')).toThrow(UnreadableImport));
