import { choices, heading, library, node, one, requirement, two } from '../testing/ciso-library.js';
import type { ImportedCondition } from './imported-questionnaire.js';
import { UnreadableImport } from './imported-questionnaire.js';
import { readCisoAssistant } from './read-ciso-assistant.js';

function read(nodes: readonly object[], change: object = {}, framework: object = {}) {
  return readCisoAssistant(library(nodes, change, framework));
}

function readOne(question: object, second: object = {}) {
  const questions = { [one]: question, [two]: { type: 'text', text: 'Tell more.', ...second } };
  return read([heading, requirement({ questions })]);
}

function messages(file: unknown) {
  return readCisoAssistant(file).warnings.map(({ where, message }) => `${where}: ${message.en}`);
}

test.each([
  ['unique_choice', 'single', 3],
  ['single_choice', 'single', 3],
  ['multiple_choice', 'multi', 3],
  ['text', 'text', 0],
  ['date', 'date_age', 0],
  ['number', 'number', 0],
  ['boolean', 'single', 3],
])('a question of type %s is read as %s', (type, expected, count) => {
  const { questions, warnings } = readOne({ type, text: 'Asked?', choices });
  expect(questions[0]).toMatchObject({
    key: 's.1:question:1',
    text: { en: 'Asked?' },
    type: expected,
    guessed: [],
  });
  expect(questions[0]?.options).toHaveLength(count);
  expect(warnings).toEqual([]);
});

test('a boolean without choices is answered yes or no', () => {
  const { questions } = readOne(
    { type: 'boolean', text: 'Asked?' },
    { depends_on: { question: one, answers: [true] } },
  );
  expect(questions[0]?.options.map(({ label }) => label.fr)).toEqual(['Oui', 'Non']);
  expect(questions[1]?.condition).toEqual({ q: 's.1:question:1', option: 'true' });
});

test('a type that nobody knows is guessed from the choices, and told', () => {
  const { questions, warnings } = readOne({ type: 'slider', text: 'Asked?', choices });
  expect(questions[0]).toMatchObject({ type: 'single', guessed: ['type'] });
  expect(warnings.map(({ message }) => message.en)).toEqual(['unknown type "slider": read as "single"']);
});

test.each<[string, readonly unknown[], readonly (number | undefined)[], readonly string[]]>([
  ['results', ['compliant', 'partially_compliant', 'non_compliant'], [0, 0.5, 1], []],
  ['results as booleans', [true, 'not_applicable', false], [0, undefined, 1], []],
  ['points', [10, 4, undefined], [0, 0.6, 1], ['risk']],
  ['nothing', [undefined, undefined, undefined], [undefined, undefined, undefined], []],
])('risks come from %s', (name, values, risks, guessed) => {
  const key = name === 'points' ? 'add_score' : 'compute_result';
  const judged = choices.map((choice, index) => ({ ...choice, [key]: values[index] }));
  const { questions } = readOne({ type: 'unique_choice', text: 'Asked?', choices: judged });
  expect(questions[0]?.options.map(({ risk }) => risk)).toEqual(risks);
  expect(questions[0]?.guessed).toEqual(guessed);
});

const first = { q: 's.1:question:1', option: '1' };
const last = { q: 's.1:question:1', option: '3' };
test.each<[string, object, ImportedCondition]>([
  ['one answer', { answers: [`${one}:choice:1`], condition: 'any' }, first],
  [
    'any of two',
    { answers: [`${one}:choice:1`, `${one}:choice:3`], condition: 'any' },
    { any: [first, last] },
  ],
  [
    'all of two',
    { answers: [`${one}:choice:1`, `${one}:choice:3`], condition: 'all' },
    { all: [first, last] },
  ],
])('a question that depends on %s has that condition', (_, dependsOn, condition) => {
  const { questions } = readOne(
    { type: 'multiple_choice', text: 'Asked?', choices },
    { depends_on: { question: one, ...dependsOn } },
  );
  expect(questions[1]?.condition).toEqual(condition);
});

test.each([
  ['a question', { question: node('nowhere'), answers: [`${one}:choice:1`] }],
  ['an answer', { question: one, answers: [`${one}:choice:1`, 'nothing'] }],
  ['no answer', { question: one, answers: [] }],
])('a condition on %s that is not there is left out and told', (_, dependsOn) => {
  const { questions, warnings } = readOne(
    { type: 'unique_choice', text: 'Asked?', choices },
    { depends_on: dependsOn },
  );
  expect(questions[1]).not.toHaveProperty('condition');
  expect(warnings.map(({ where }) => where)).toEqual(['requirement_nodes[1].questions[1].depends_on']);
});

test('a requirement without questions becomes one, to be answered in words until its type is chosen', () => {
  const { questions, sections } = read([
    heading,
    requirement({
      name: 'Keep a copy',
      description: 'Off line.',
      implementation_groups: ['S', 'R'],
      reference_controls: ['urn:control'],
      weight: 3,
    }),
    requirement({ urn: node('s.2'), ref_id: 'S.2', description: 'Only words.' }),
  ]);
  expect(questions).toEqual([
    {
      key: 's.1',
      section: 'S',
      text: { en: 'Keep a copy' },
      help: { en: 'Off line.' },
      type: 'text',
      options: [],
      weight: 3,
      groups: ['S', 'R'],
      references: ['S.1', 'urn:control'],
      guessed: ['type'],
      where: 'requirement_nodes[1]',
    },
    expect.objectContaining({ key: 's.2', text: { en: 'Only words.' } }),
  ]);
  expect(sections).toEqual([{ key: 'S', title: { en: 'Backups' } }]);
});

test('a requirement with others below it is a heading only where others ask questions', () => {
  const below = requirement({ urn: node('s.1.1'), parent_urn: node('s.1'), ref_id: 'S.1.1', name: 'Below' });
  const nodes = [heading, requirement({ name: 'Above' }), below];
  expect(read(nodes).questions.map(({ text }) => text.en)).toEqual(['Above', 'Below']);
  const asking = [
    ...nodes,
    requirement({ urn: node('s.2'), questions: { [one]: { type: 'text', text: 'Q' } } }),
  ];
  expect(read(asking).questions.map(({ text }) => text.en)).toEqual(['Below', 'Q']);
  expect(messages(library(asking))).toEqual([
    'requirement_nodes[1]: requirement that asks nothing and has others below it: read as a heading',
  ]);
});

test('the headings between section and requirement, its name and its description are the help', () => {
  const between = { urn: node('b'), assessable: false, parent_urn: node('s'), name: 'Restore' };
  const asked = requirement({
    parent_urn: node('b'),
    name: 'Tests',
    description: 'Each year.',
    questions: { [one]: { type: 'text', text: 'How?' } },
  });
  const other = { ...heading, urn: node('o'), ref_id: 'O' };
  const { questions } = read([heading, between, asked, other]);
  expect(questions[0]).toMatchObject({ section: 'S', help: { en: 'Restore\n\nTests\n\nEach year.' } });
});

test('where everything stands under one heading, sections are those below it', () => {
  const top = { urn: node('top'), assessable: false, name: 'All' };
  const { sections } = read([top, { ...heading, parent_urn: node('top') }, requirement({ name: 'A' })]);
  expect(sections).toEqual([{ key: 'S', title: { en: 'Backups' } }]);
});

test('texts come in the language of the library and its translations', () => {
  const translations = { en: { name: 'Keep a copy' }, de: { name: 'Kopie' } };
  const { questions, title } = read(
    [heading, requirement({ name: 'Garder une copie', translations })],
    { locale: 'fr' },
    { name: 'Petit', translations: { en: { name: 'Small' } } },
  );
  expect(questions[0]?.text).toEqual({ fr: 'Garder une copie', en: 'Keep a copy' });
  expect(title).toEqual({ fr: 'Petit', en: 'Small' });
});

test('a text of another language stands as English, and is told', () => {
  const nodes = [requirement({ name: 'Guardar', translations: { fr: { name: 'Garder' } } })];
  expect(read(nodes, { locale: 'es' }).questions[0]?.text).toEqual({ fr: 'Garder' });
  expect(read(nodes, { locale: 'es' }).title).toEqual({ en: 'Mini' });
  expect(messages(library(nodes, { locale: 'es' }))).toEqual([
    'locale: texts in "es" left out where there is a translation into French or English',
    'locale: some texts are neither in French nor in English: kept as English, to be translated',
  ]);
});

test('translations into other languages are told, how many and where the first stands', () => {
  const spoken = { fr: { name: 'Garder' }, de: { name: 'Kopie', description: 'Getrennt' } };
  const nodes = [
    heading,
    requirement({ name: 'Keep', translations: spoken }),
    requirement({
      urn: node('s.2'),
      name: 'More',
      translations: { de: { name: 'Mehr' }, it: { name: 'Più' } },
    }),
  ];
  expect(messages(library(nodes))).toEqual([
    'requirement_nodes[1]: translations into "de" left out, only French and English are read: 3',
    'requirement_nodes[2]: translations into "it" left out, only French and English are read: 1',
  ]);
});

test('scales of scores, and choices that open groups, are left out and told', () => {
  const opening = choices.map((choice) => ({ ...choice, select_implementation_groups: ['S'] }));
  const questions = { [one]: { type: 'unique_choice', text: 'Q', choices: opening } };
  const file = library([requirement({ questions })], {}, { scores_definition: [{ score: 1 }] });
  expect(messages(file)).toEqual([
    'scores_definition: the scale of scores of the framework is left out: the score is computed another way here',
    'requirement_nodes[0].questions[0]: choices of this question open groups of requirements: left out, as no group is asked for from the start and everything is before the answer',
  ]);
});

test('the older shape, one question with several texts, is read', () => {
  const question = {
    question_type: 'unique_choice',
    question_choices: ['Oui', 'Non'],
    questions: [
      { urn: one, text: 'Une ?' },
      { urn: two, text: 'Deux ?' },
    ],
  };
  const { questions } = read([heading, requirement({ question })], { locale: 'fr' });
  expect(questions.map(({ text, options }) => [text.fr, options.map(({ label }) => label.fr)])).toEqual([
    ['Une ?', ['Oui', 'Non']],
    ['Deux ?', ['Oui', 'Non']],
  ]);
});

test('every framework of a library is read, its sections apart', () => {
  const framework = { name: 'A', requirement_nodes: [heading, requirement({ name: 'Copy' })] };
  const { sections, questions } = readCisoAssistant({ objects: { frameworks: [framework, framework] } });
  expect(sections.map(({ key }) => key)).toEqual(['S', 'S-2']);
  expect(questions.map(({ key, section }) => [key, section])).toEqual([
    ['s.1', 'S'],
    ['s.1-2', 'S-2'],
  ]);
});

test.each([
  ['without a framework', { objects: { risk_matrix: [] } }],
  ['without a requirement to assess', library([heading])],
  ['whose parents turn in a circle', library([{ ...heading, assessable: true, parent_urn: node('s') }])],
])('a library %s is refused', (_, file) => {
  expect(() => readCisoAssistant(file)).toThrow(UnreadableImport);
});
