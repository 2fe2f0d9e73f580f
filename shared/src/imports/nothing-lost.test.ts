import type { ImportedQuestion } from './imported-questionnaire.js';
import { readCisoAssistant } from './read-ciso-assistant.js';
import { readImportValue } from './read-import.js';
import { readOscal } from './read-oscal.js';
import { tellCircles } from './tell-circles.js';

const urn = (name: string) => `urn:x:risk:req_node:mini:${name}`;
const heading = { urn: urn('s'), assessable: false, depth: 1, ref_id: 'S', name: 'Backups' };
const requirement = (entries: object) => ({
  urn: urn('s.1'),
  assessable: true,
  depth: 2,
  parent_urn: urn('s'),
  ref_id: 'S.1',
  ...entries,
});
const library = (nodes: readonly object[], objects: object = {}) => ({
  locale: 'en',
  objects: { framework: { name: 'Mini', requirement_nodes: nodes }, ...objects },
});
const question = (number: number, entries: object = {}) =>
  [`${urn('s.1')}:question:${number}`, { type: 'unique_choice', text: 'Asked?', ...entries }] as const;
const yes = (number: number) => ({
  urn: `${urn('s.1')}:question:${number}:choice:1`,
  value: 'Yes',
});

test('what a library says around a question is in its help, and controls have their names', () => {
  const choices = [{ ...yes(1), description: 'Every night.' }, { value: 'No' }];
  const node = requirement({
    annotation: 'Off line.',
    typical_evidence: 'A report.',
    reference_controls: ['urn:c:one', 'urn:c:elsewhere'],
    questions: Object.fromEntries([question(1, { choices })]),
  });
  const controls = { reference_controls: [{ urn: 'urn:C:one', ref_id: 'C.1', name: 'Keep a copy' }] };
  expect(readCisoAssistant(library([heading, node], controls)).questions).toMatchObject([
    {
      help: { en: 'Off line.\n\nA report.\n\nYes – Every night.' },
      references: ['S.1', 'Keep a copy', 'urn:c:elsewhere'],
    },
  ]);
});

test('a requirement that stands twice is told', () => {
  const { questions, warnings } = readCisoAssistant(
    library([heading, requirement({ name: 'Copy' }), requirement({ name: 'Copy' })]),
  );
  expect(questions.map(({ key }) => key)).toEqual(['s.1', 's.1-2']);
  expect(warnings.map(({ message }) => message.en)).toEqual([
    'identifier "s.1" taken already in this file: read as "s.1-2"',
  ]);
});

test('questions that wait for one another are told, with the circle', () => {
  const on = (number: number) => ({
    choices: [yes(number === 1 ? 2 : 1)],
    depends_on: { question: question(number)[0], answers: [yes(number).urn] },
  });
  const node = requirement({ questions: Object.fromEntries([question(1, on(2)), question(2, on(1))]) });
  const { warnings } = readImportValue(library([heading, node]));
  expect(warnings.map(({ message }) => message.en)).toContain(
    'conditions in a circle: s.1:question:1 → s.1:question:2 → s.1:question:1; none of these questions would ever be asked',
  );
});

test('a long chain, and one that meets again, are no circle', () => {
  const asked = (key: string, ...after: readonly string[]): ImportedQuestion => ({
    key,
    section: 's',
    text: { en: key },
    type: 'text',
    options: [],
    ...(after.length === 0 ? {} : { condition: { all: after.map((q) => ({ not: { q, option: 'yes' } })) } }),
    groups: [],
    references: [],
    guessed: [],
    where: key,
  });
  const chain = Array.from({ length: 5_000 }, (_, at) =>
    asked(`q${at}`, ...(at < 4_999 ? [`q${at + 1}`] : [])),
  );
  expect(tellCircles(chain)).toEqual([]);
  expect(
    tellCircles([asked('a', 'b', 'c'), asked('b', 'd'), asked('c', 'd'), asked('d'), asked('e', 'gone')]),
  ).toEqual([]);
  expect(tellCircles([asked('a', 'b'), asked('b', 'b')]).map(({ where }) => where)).toEqual(['b']);
});

test('a catalog says which of its keys and parts nothing was read from', () => {
  const methods = [{ name: 'assessment-method', parts: [{ name: 'assessment-objects', prose: 'plan' }] }];
  const { questions, warnings } = readOscal({
    catalog: {
      metadata: { title: 'Mini' },
      groups: [
        {
          id: 'b',
          title: 'Backups',
          parts: [{ name: 'overview', prose: 'Why.' }],
          control: [{ id: 'lost' }],
          controls: [
            { id: 'b-1', title: 'Copy', part: [], parts: methods },
            { id: 'b-2', parts: [{ name: 'objective', prose: 'Keep a copy.' }] },
            { id: 'b-2', title: 'Test', parts: [...methods, { name: 'instruction', prose: 'Each year.' }] },
          ],
        },
      ],
    },
  });
  expect(questions.map(({ key, text, help }) => [key, text.en, help?.en])).toEqual([
    ['b-1', 'Copy', undefined],
    ['b-2', 'Keep a copy.', undefined],
    ['b-2-2', 'Test', 'Each year.'],
  ]);
  expect(warnings.map(({ where, message }) => `${where}: ${message.en}`)).toEqual([
    'catalog.groups[0].control: key "control" unknown to OSCAL: left out',
    'catalog.groups[0].controls[0].part: key "part" unknown to OSCAL: left out',
    'catalog.groups[0].controls[2]: identifier "b-2" taken already in this file: read as "b-2-2"',
    'catalog: parts "overview" that were left out: 1',
    'catalog: parts "assessment-method" that were left out: 2',
  ]);
});
