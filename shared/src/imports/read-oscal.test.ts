import { UnreadableImport } from './imported-questionnaire.js';
import { readOscal } from './read-oscal.js';

const label = (value: string) => ({ props: [{ name: 'label', value }] });
const statement = { name: 'statement', prose: 'Keep a copy off line.' };
const control = { id: 'b-1', title: 'Copy', ...label('B.1'), parts: [statement] };

function catalog(controls: readonly object[], change: object = {}) {
  const groups = [{ id: 'b', title: 'Backups', controls }];
  return { catalog: { uuid: 'u', metadata: { title: 'Mini' }, groups, 'back-matter': {}, ...change } };
}

function messages(file: unknown) {
  return readOscal(file).warnings.map(({ where, message }) => `${where}: ${message.en}`);
}

test('a control is a question in words, its title before its statement and its guidance as help', () => {
  const guided = {
    ...control,
    parts: [
      statement,
      { name: 'guidance', title: 'Why', prose: 'Because.' },
      { name: 'example', prose: 'x' },
    ],
  };
  expect(readOscal(catalog([guided]))).toEqual({
    format: 'oscal',
    title: { en: 'Mini' },
    sections: [{ key: 'b', title: { en: 'Backups' } }],
    questions: [
      {
        key: 'b-1',
        section: 'b',
        text: { en: 'Copy\n\nKeep a copy off line.' },
        help: { en: 'Why\nBecause.\nx' },
        type: 'text',
        options: [],
        groups: [],
        references: ['B.1'],
        guessed: ['type'],
        where: 'catalog.groups[0].controls[0]',
      },
    ],
    warnings: [],
  });
});

test('items of a statement stand on lines of their own with their labels', () => {
  const items = [
    {
      name: 'item',
      ...label('a.'),
      prose: 'Daily;',
      parts: [{ name: 'item', ...label('1.'), prose: 'at night.' }],
    },
    { name: 'item', ...label('b.'), prose: 'Off line.' },
  ];
  const { questions } = readOscal(
    catalog([{ ...control, parts: [{ ...statement, prose: 'Copies:', parts: items }] }]),
  );
  expect(questions[0]?.text.en).toBe('Copy\n\nCopies:\na. Daily;\n1. at night.\nb. Off line.');
});

test('parameters are filled with their values, their label or the choices', () => {
  const params = [
    { id: 'p1', label: 'frequency' },
    { id: 'p2', select: { choice: ['tape', 'disk'] } },
    { id: 'p3', label: 'x', values: ['30 days'] },
  ];
  const prose =
    'Every {{ insert: param, p1 }} on {{insert: param, p2}} for {{ insert: param, p3 }} at {{ insert: param, p4 }}.';
  const { questions } = readOscal(catalog([{ ...control, params, parts: [{ name: 'statement', prose }] }]));
  expect(questions[0]?.text.en).toBe('Copy\n\nEvery [frequency] on [tape / disk] for [30 days] at [p4].');
});

test.each([
  ['named', { name: 'question' }],
  ['named after the questionnaire', { name: 'caiq-question' }],
  ['of that class', { name: 'item', class: 'assessment-question' }],
])('a part that is a question, %s, is asked in place of the control', (_, kind) => {
  const parts = [
    statement,
    { ...kind, id: 'b-1.1', ...label('B-1.1'), prose: 'Is there a copy?' },
    { ...kind, id: 'b-1.2', prose: 'Is it tested?' },
  ];
  const { questions } = readOscal(catalog([{ ...control, parts }]));
  expect(questions.map(({ key, text, references, where }) => [key, text.en, references, where])).toEqual([
    ['b-1.1', 'Is there a copy?', ['B-1.1', 'B.1'], 'catalog.groups[0].controls[0].parts[1]'],
    ['b-1.2', 'Is it tested?', ['B.1'], 'catalog.groups[0].controls[0].parts[2]'],
  ]);
  expect(questions[0]?.help).toEqual({ en: 'Copy\n\nKeep a copy off line.' });
});

test('questions below a statement, and in a list of questions, are found', () => {
  const question = { name: 'question', prose: 'Q1?' };
  const parts = [
    { ...statement, parts: [question] },
    {
      name: 'questions',
      parts: [
        { ...question, prose: 'Q2?' },
        { ...question, prose: 'Q3?' },
      ],
    },
    { name: 'question' },
  ];
  const file = catalog([{ ...control, parts }]);
  expect(readOscal(file).questions.map(({ text }) => text.en)).toEqual(['Q1?', 'Q2?', 'Q3?']);
  expect(messages(file)).toEqual([
    'catalog.groups[0].controls[0].parts[2]: question without a text: left out',
  ]);
});

test('controls in controls follow in the same section; a withdrawn one is left out and told', () => {
  const inner = { id: 'b-1.1', title: 'More', parts: [statement] };
  const gone = { id: 'b-2', title: 'Gone', props: [{ name: 'status', value: 'Withdrawn' }] };
  const file = catalog([{ ...control, controls: [inner] }, gone, { id: 'b-3' }]);
  expect(readOscal(file).questions.map(({ key, section }) => [key, section])).toEqual([
    ['b-1', 'b'],
    ['b-1.1', 'b'],
  ]);
  expect(messages(file)).toEqual([
    'catalog.groups[0].controls[1]: control "b-2" withdrawn from the catalog: left out',
    'catalog.groups[0].controls[2]: control without a text: left out',
  ]);
});

test('groups in groups are sections when they hold controls', () => {
  const groups = [
    { id: 'o', title: 'Outer', groups: [{ id: 'i', title: 'Inner', controls: [control] }] },
    { id: 'e', title: 'Empty' },
  ];
  expect(readOscal(catalog([], { groups })).sections).toEqual([{ key: 'i', title: { en: 'Outer › Inner' } }]);
});

test('controls outside any group get a section that is a guess', () => {
  const { sections, questions } = readOscal(catalog([], { groups: [], controls: [control] }));
  expect(sections).toEqual([{ key: 'section-1', title: { en: 'Mini' } }]);
  expect(questions[0]?.guessed).toEqual(['type', 'section']);
});

test('a misspelt last key costs nothing but a warning', () => {
  const file = catalog([control], { 'back-mater': { resources: [] } });
  expect(readOscal(file).questions).toHaveLength(1);
  expect(messages(file)).toEqual(['catalog.back-mater: key "back-mater" unknown to OSCAL: left out']);
});

test('the language of the catalog is that of its texts', () => {
  const file = catalog([control], { metadata: { title: 'Mini', language: 'fr-FR' } });
  expect(readOscal(file)).toMatchObject({
    title: { fr: 'Mini' },
    questions: [{ text: { fr: expect.any(String) as string } }],
  });
});

test.each([
  ['without a control', catalog([])],
  ['that is no object', { catalog: [] }],
])('a catalog %s is refused', (_, file) => {
  expect(() => readOscal(file)).toThrow(UnreadableImport);
});

test.each(['groups', 'controls', 'parts'])('%s in one another without end are refused', (key) => {
  let inner: object = control;
  for (let count = 0; count < 200; count += 1) inner = { name: 'item', [key]: [inner] };
  const file = key === 'groups' ? catalog([], { groups: [inner] }) : catalog([inner]);
  expect(() => readOscal(file)).toThrow(/more than 100 levels/);
});
