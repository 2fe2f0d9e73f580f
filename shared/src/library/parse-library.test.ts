import { bank, readLibraryFile } from '../testing/bank.js';
import { parseClauseLibrary } from './clause-library.js';
import { parseLibrary } from './parse-library.js';

type Path = readonly (string | number)[];
type Node = Record<string | number, unknown>;

/** The bank's YAML with one value put in another's place; undefined takes the key away. */
function parseWith(path: Path, value: unknown): void {
  const yaml = structuredClone(readLibraryFile('question-bank.yaml'));
  const holder = path.slice(0, -1).reduce<unknown>((node, step) => (node as Node)[step], yaml) as Node;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  parseLibrary(yaml);
}

const questions = bank.themes.flatMap((theme) => theme.questions);

test('the bank holds its 15 themes, 107 questions, 103 lessons, 13 knock-outs and 5 presets', () => {
  expect(bank.themes).toHaveLength(15);
  expect(questions).toHaveLength(107);
  expect(bank.lessons).toHaveLength(103);
  expect(bank.knockouts).toHaveLength(13);
  for (const { name } of bank.knockouts) {
    expect(name?.fr).toMatch(/^.{5,40}$/u);
    expect(name?.en).toMatch(/^.{5,40}$/u);
  }
  expect(bank.presets).toHaveLength(5);
  expect(bank.context).toHaveLength(14);
  expect(bank.consistencyChecks).toHaveLength(9);
});

test('a shared scale is resolved into the options of the question', () => {
  const question = questions.find(({ id }) => id === 'EIC-05');

  expect(question).toMatchObject({
    type: 'single',
    options: [
      { value: 'contractuel', risk: 0 },
      { value: 'pret_avenant', risk: 0.3 },
      { value: 'pratique', risk: 0.6 },
      { value: 'non', risk: 1 },
    ],
  });
});

test('every question has a short name in both languages, and every theme a column head', () => {
  expect(questions.filter((question) => question.short === undefined)).toEqual([]);
  expect(bank.themes.filter((theme) => theme.short === undefined)).toEqual([]);
});

test('French texts are typeset: a space that may not break before : ; ? ! and %', () => {
  expect(JSON.stringify(questions.map((question) => question.text.fr))).not.toMatch(/ [:;?!%€»]/);
  expect(questions[0]?.text.fr).toBe(
    'Quelle est la situation de votre société au regard des procédures collectives\u00a0?',
  );
});

test('no optional key stands in the document without a value', () => {
  expect(JSON.parse(JSON.stringify(bank))).toEqual(bank);
  expect(JSON.stringify(bank)).not.toContain('null');
});

test('the clause library holds 26 clauses that name questions and lessons of the bank', () => {
  expect(parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank)).toHaveLength(26);
});

const first = ['themes', 0, 'questions', 0] as const;
const second = ['themes', 0, 'questions', 1] as const;
const third = ['themes', 0, 'questions', 2] as const;

test.each<[string, Path, unknown, string]>([
  ['a key that nobody knows', [...second, 'wieght'], 3, '/themes/0/questions/1: the key "wieght"'],
  ['a text that is missing', ['themes', 2, 'en'], undefined, '/themes/2/en: a text is expected'],
  ['a risk above 1', [...first, 'options', 0, 'r'], 1.1, '/themes/0/questions/0/options/0/r'],
  ['a single choice without risk', [...first, 'options', 1, 'r'], undefined, 'has no risk (r)'],
  ['an unknown scale', ['themes', 0, 'questions', 5, 'scale'], 'nope', 'this scale does not exist'],
  [
    'a curve that goes up and down',
    [...third, 'curve'],
    [
      [0, 0],
      [1, 1],
      [2, 0.5],
    ],
    'the curve must be monotone',
  ],
  [
    'a curve whose x does not ascend',
    [...third, 'curve'],
    [
      [0, 0],
      [0, 1],
    ],
    'x must ascend',
  ],
  ['a question that stands there twice', [...second, 'id'], 'FIN-01', '"FIN-01" stands there twice'],
  ['a lesson that does not exist', [...first, 'ref'], ['Z-99'], '/FIN-01/ref: "Z-99"'],
  ['a knock-out on an unknown question', ['knockouts', 4, 'when', 'q'], 'FIN-99', '/knockouts/KO-FIN-1/when'],
  ['a condition on an unknown fact', ['themes', 2, 'scope'], { ctx: { dns: true } }, '/themes/DNS/scope'],
  [
    'a fact value that does not exist',
    ['themes', 2, 'scope'],
    { ctx: { hosting: 'some' } },
    '"hosting: some"',
  ],
  ['two conditions in one', ['themes', 2, 'scope', 'any'], [], 'exactly one of ctx, all, any, not'],
  ['a weight below 0', ['themes', 0, 'weight'], -1, '/themes/0/weight: a weight is never negative'],
])('%s stops the build and says where', (_, path, value, message) => {
  expect(() => parseWith(path, value)).toThrow(message);
});
