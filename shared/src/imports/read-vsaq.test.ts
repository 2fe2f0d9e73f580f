import { UnreadableImport } from './imported-questionnaire.js';
import { readVsaq } from './read-vsaq.js';

const yesNoChoices = [{ guard_yes: 'Yes, day and night.' }, { guard_no: 'No.' }];
const guard = { type: 'radiogroup', id: 'guard', text: 'Is there a guard?', choices: yesNoChoices };

function read(...items: readonly object[]) {
  return readVsaq({ questionnaire: [{ type: 'block', text: 'Site', items }] });
}

function messages(...items: readonly object[]) {
  return read(...items).warnings.map(({ where, message }) => `${where}: ${message.en}`);
}

test.each([
  ['radiogroup', { choices: yesNoChoices }, 'single', ['guard_yes', 'guard_no']],
  ['checkgroup', { choices: yesNoChoices }, 'multi', ['guard_yes', 'guard_no']],
  ['yesno', { yes: 'We do', no: 'We do not' }, 'single', ['yes', 'no']],
  ['check', {}, 'single', ['yes', 'no']],
  ['box', {}, 'text', []],
  ['line', {}, 'text', []],
  ['upload', {}, 'file', []],
])('an item %s becomes a question', (type, entries, expected, keys) => {
  const { questions, warnings } = read({ type, id: 'a', text: 'Asked?', ...entries });
  expect(questions).toMatchObject([
    { key: 'a', text: { en: 'Asked?' }, type: expected, section: 'section-1' },
  ]);
  expect(questions[0]?.options.map(({ key }) => key)).toEqual(keys);
  expect(warnings).toEqual([]);
});

test('blocks that hold questions are the sections, and the only outermost block is the title', () => {
  const inner = {
    type: 'block',
    id: 'doors',
    text: 'Doors &amp; <b>keys</b>',
    items: [{ type: 'box', text: 'Q2' }],
  };
  const { title, sections, questions } = read({ type: 'box', text: 'Q1' }, inner, {
    type: 'line',
    text: 'Q3',
  });
  expect(title).toEqual({ en: 'Site' });
  expect(sections).toEqual([
    { key: 'section-1', title: { en: 'Site' } },
    { key: 'doors', title: { en: 'Doors & keys' } },
  ]);
  expect(questions.map(({ key, section, where }) => [key, section, where])).toEqual([
    ['q1', 'section-1', 'questionnaire[0].items[0]'],
    ['q2', 'doors', 'questionnaire[0].items[1].items[0]'],
    ['q3', 'section-1', 'questionnaire[0].items[2]'],
  ]);
});

test('a question outside any block gets a section that is a guess', () => {
  const { sections, questions } = readVsaq({ questionnaire: [{ type: 'box', text: 'Q' }] });
  expect(sections).toEqual([{ key: 'section-1', title: { en: 'VSAQ' } }]);
  expect(questions[0]?.guessed).toEqual(['section']);
});

test('conditions of the blocks around and of the question hold together, and count once each', () => {
  const { questions, conditionsRead } = read(
    guard,
    { type: 'check', id: 'badge', text: 'Badges?' },
    {
      type: 'block',
      text: 'Rounds',
      cond: '!guard_no',
      items: [
        { type: 'box', id: 'rounds', text: 'Rounds?' },
        { type: 'box', id: 'doors', text: 'Doors?', cond: 'badge/yes && (guard_yes || guard_no)' },
      ],
    },
  );
  const noGuard = { not: { q: 'guard', option: 'guard_no' } };
  expect(questions.map(({ condition }) => condition)).toEqual([
    undefined,
    undefined,
    noGuard,
    {
      all: [
        noGuard,
        {
          all: [
            { q: 'badge', option: 'yes' },
            {
              any: [
                { q: 'guard', option: 'guard_yes' },
                { q: 'guard', option: 'guard_no' },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(conditionsRead).toBe(2);
});

test.each(['nobody', 'guard_yes && nobody', 'contains(guard, "x")', 'guard_yes &', 'guard'])(
  'the condition %s is left out and told',
  (cond) => {
    const asked = { type: 'box', id: 'b', text: 'Q', cond };
    expect(read(guard, asked).questions[1]).not.toHaveProperty('condition');
    expect(read(guard, asked).conditionsRead).toBe(0);
    expect(messages(guard, asked)).toEqual([
      `questionnaire[0].items[1]: condition "${cond}" not understood: left out`,
    ]);
  },
);

test.each([
  ['critical', 1],
  ['high', 0.75],
  ['medium', 0.5],
  ['low', 0.25],
  [undefined, 0.5],
])('a warning of severity %s is a risk of %d, and the other answers are good', (severity, risk) => {
  const tip = { type: 'tip', warn: 'yes', cond: 'guard_no', name: 'No guard', text: 'Bad.', severity };
  const { questions, conditionsRead } = read(guard, tip);
  expect(questions).toHaveLength(1);
  expect(questions[0]?.options.map((option) => option.risk)).toEqual([0, risk]);
  expect(questions[0]?.guessed).toEqual(['risk']);
  expect(conditionsRead).toBe(1);
  expect(messages(guard, tip)).toEqual([
    `questionnaire[0].items[1]: warning "No guard" (${severity ?? 'medium'}): read as a risk of ${risk} for guard_no`,
  ]);
});

test('a warning that no answer raises alone is left out and told', () => {
  const tip = { type: 'tip', warn: 'yes', cond: '!guard_yes', text: 'Think again.', severity: 'high' };
  expect(read(guard, tip).questions[0]?.guessed).toEqual([]);
  expect(messages(guard, tip)).toEqual([
    'questionnaire[0].items[1]: warning "Think again." (high): no answer alone raises it, left out',
  ]);
});

test('notes become the help of the question that follows in their block', () => {
  const { questions } = read(
    { type: 'info', text: '<b>Why</b><br>Because.' },
    { ...guard, placeholder: 'e.g. A' },
  );
  expect(questions[0]?.help).toEqual({ en: 'Why\nBecause.\n\ne.g. A' });
  expect(messages(guard, { type: 'info', text: 'Bye' })).toEqual([
    'questionnaire[0].items[1]: note that no question of its block follows: left out',
  ]);
});

test('advice that an answer brings up is no help of the next question', () => {
  const tip = { type: 'tip', cond: 'guard_no', text: 'Hire one.' };
  expect(read(guard, tip, { type: 'box', id: 'b', text: 'Q' }).questions[1]).not.toHaveProperty('help');
  expect(read(guard, tip).conditionsRead).toBe(1);
  expect(messages(guard, tip)).toEqual([
    'questionnaire[0].items[1]: advice that some answers bring up: left out',
  ]);
});

test('a question without text takes the note before it, else the question before it', () => {
  const group = { type: 'checkgroup', choices: [{ a: 'A' }] };
  const { questions } = read({ type: 'info', text: 'Which ones?' }, group, {
    type: 'checkgroup',
    choices: [{ b: 'B' }],
  });
  expect(questions.map(({ text }) => text.en)).toEqual(['Which ones?', 'Which ones?']);
  expect(questions[0]).not.toHaveProperty('help');
});

test('what is not read is told', () => {
  expect(
    messages(
      { ...guard, choicesConds: [{ guard_no: 'x' }], defaultChoice: true },
      { type: 'line', id: 'l', text: 'L', inputPattern: '\\d+' },
      { type: 'hologram' },
      7 as unknown as object,
      { type: 'spacer' },
    ),
  ).toEqual([
    'questionnaire[0].items[3]: this is not an item: left out',
    'questionnaire[0].items[0]: left out: the conditions of each choice',
    'questionnaire[0].items[0]: the default choice, which the tool of origin adds, is left out',
    'questionnaire[0].items[1]: left out: the pattern that the answer must match',
    'questionnaire[0].items[2]: item of the unknown type "hologram": left out',
  ]);
});

test('an extension stands after the item that it names, in the same block', () => {
  const file = {
    questionnaire: [
      { type: 'block', text: 'Site', items: [guard, { type: 'box', id: 'last', text: 'Last' }] },
    ],
    extensions: [
      { type: 'box', id: 'own', text: 'Own', insertAfter: 'guard' },
      { type: 'box', id: 'lost', text: 'Lost', insertAfter: 'nobody' },
    ],
  };
  const { questions, warnings } = readVsaq(file);
  expect(questions.map(({ key }) => key)).toEqual(['guard', 'own', 'last', 'lost']);
  expect(questions[1]?.section).toBe('section-1');
  expect(warnings.map(({ message }) => message.en)).toEqual([
    'extension meant to follow "nobody", which is not in this file: put at the end',
  ]);
});

test('an extension alone is read', () => {
  const { questions } = readVsaq({ extensions: [{ type: 'block', text: 'Ours', items: [guard] }] });
  expect(questions.map(({ key }) => key)).toEqual(['guard']);
});

test('two questions of one id get two keys', () => {
  const { questions, warnings } = read(guard, guard);
  expect(questions.map(({ key }) => key)).toEqual(['guard', 'guard-2']);
  expect(warnings.map(({ message }) => message.en)).toEqual([
    'identifier "guard" taken already in this file: read as "guard-2"',
  ]);
});

test('a file without a question is refused', () => {
  expect(() => readVsaq({ questionnaire: [] })).toThrow(UnreadableImport);
});

test('blocks in blocks without end are refused', () => {
  let block: object = guard;
  for (let count = 0; count < 200; count += 1) block = { type: 'block', items: [block] };
  expect(() => readVsaq({ questionnaire: [block] })).toThrow(/more than 100 levels/);
});
