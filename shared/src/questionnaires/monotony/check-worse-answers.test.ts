import { compileDocument } from '../../scoring/compile-document.js';
import { scoreAssessment } from '../../scoring/score-assessment.js';
import { bank } from '../../testing/bank.js';
import {
  aDocument,
  hours,
  plain,
  publishRefusals,
  table,
  texts,
  yesNo,
} from '../../testing/small-document.js';
import type { QuestionnaireDocument } from '../document.js';
import { validateDocument } from '../validate-document.js';

const choice = (id: string, risks: Readonly<Record<string, number>>, more: object = {}): object => ({
  ...plain,
  id,
  type: 'single',
  options: Object.entries(risks).map(([value, risk]) => ({ value, label: texts, risk })),
  ...more,
});
const parent = choice('Q-1', { yes: 0, partly: 0.5, no: 1 });
const child = (...inheritIf: readonly object[]): object => choice('Q-2', { yes: 0, no: 1 }, { inheritIf });
const at = '/themes/0/questions/1/inheritIf';

describe('a risk taken over from another answer', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['of the worst answer is accepted', [{ q: 'Q-1', value: 'no', risk: 1 }], []],
    ['from a threshold up is accepted', [{ q: 'Q-1', riskGte: 0.5, risk: 1 }], []],
    [
      'is accepted where the best answer makes the question moot',
      [
        { q: 'Q-1', value: 'no', risk: 1 },
        { q: 'Q-1', value: 'yes', risk: 0 },
      ],
      [],
    ],
    [
      'is refused when a middling answer makes it moot',
      [
        { q: 'Q-1', value: 'no', risk: 1 },
        { q: 'Q-1', value: 'partly', risk: 0 },
      ],
      [`${at}/1 worse-answer-helps`],
    ],
    [
      'is refused when a worse answer leaves the question to be asked',
      [{ q: 'Q-1', value: 'partly', risk: 1 }],
      [`${at}/0 worse-answer-helps`],
    ],
    [
      'is refused when the worst answer gives less than one’s own could be',
      [{ q: 'Q-1', riskGte: 1, risk: 0.5 }],
      [`${at}/0 worse-answer-helps`],
    ],
    [
      'is refused when silence would make the question moot',
      [{ q: 'Q-1', value: 'yes', risk: 0 }],
      [`${at}/0 silence-helps`],
    ],
    [
      'is refused for a best answer that still costs',
      [
        { q: 'Q-1', value: 'yes', risk: 0.3 },
        { q: 'Q-1', value: 'no', risk: 1 },
      ],
      [`${at}/0 worse-answer-helps`],
    ],
  ])('%s', (_name, rules, expected) =>
    expect(publishRefusals(aDocument([parent, child(...rules)]))).toEqual(expected),
  );

  test('of the worst choice is refused where declining to answer is worse still', () => {
    const mild = choice('Q-1', { yes: 0, no: 0.8 });
    const refused = publishRefusals(aDocument([mild, child({ q: 'Q-1', value: 'no', risk: 1 })]));
    expect(refused).toEqual([`${at}/0 refusal-helps`]);
    expect(publishRefusals(aDocument([mild, child({ q: 'Q-1', riskGte: 0.8, risk: 1 })]))).toEqual([]);
  });

  test('says which answer would be rewarded, and by how much', () => {
    const decision = validateDocument(aDocument([parent, child({ q: 'Q-1', value: 'partly', risk: 1 })]));
    expect(decision).toMatchObject({
      refusal: {
        errors: [
          { params: { question: 'Q-1', better: 'partly', worse: 'no', child: 'Q-2', before: 1, after: 0 } },
        ],
      },
    });
  });

  test('is followed through a chain: a value that the parent no longer has is not matched', () => {
    const middle = choice('Q-2', { yes: 0, no: 1 }, { inheritIf: [{ q: 'Q-1', riskGte: 0.5, risk: 1 }] });
    const last = (rule: object): object => choice('Q-3', { yes: 0, no: 1 }, { inheritIf: [rule] });
    expect(publishRefusals(aDocument([parent, middle, last({ q: 'Q-2', value: 'no', risk: 1 })]))).toEqual([
      '/themes/0/questions/2/inheritIf/0 worse-answer-helps',
    ]);
    expect(publishRefusals(aDocument([parent, middle, last({ q: 'Q-2', riskGte: 1, risk: 1 })]))).toEqual([]);
  });

  test('of one parent does not hide what another would have given', () => {
    const other = choice('Q-0', { yes: 0, no: 1 });
    const rules = [
      { q: 'Q-0', value: 'no', risk: 0.5 },
      { q: 'Q-1', riskGte: 0.5, risk: 1 },
    ];
    expect(publishRefusals(aDocument([other, parent, child(...rules)]))).toContain(
      '/themes/0/questions/2/inheritIf/0 worse-answer-helps',
    );
  });

  test('of a number follows its curve, and none', () => {
    const number = { ...hours, noneRisk: 0.2 };
    const two = (rule: object): string[] => publishRefusals(aDocument([number, child(rule)]));
    expect(two({ q: 'Q-1', riskGte: 0.4, risk: 1 })).toEqual([]);
    expect(two({ q: 'Q-1', value: 'none', risk: 1 })).toEqual([`${at}/0 worse-answer-helps`]);
  });

  test('would add a text to the score that has no risk of its own', () => {
    const text = { ...plain, id: 'Q-2', type: 'text', inheritIf: [{ q: 'Q-1', riskGte: 0.5, risk: 0.5 }] };
    expect(publishRefusals(aDocument([parent, text]))).toEqual([`${at}/0 inherits-into-score`]);
  });

  test('is counted out by the engine: the refusal is a score that falls', () => {
    const document = aDocument([
      { ...parent, weight: 1 },
      { ...child({ q: 'Q-1', value: 'no', risk: 1 }, { q: 'Q-1', value: 'partly', risk: 0 }), weight: 9 },
    ]);
    const score = (v: string): number | null =>
      scoreAssessment(document, { context: {}, answers: { 'Q-1': { v }, 'Q-2': { v: 'no' } } }).score;
    expect(score('partly')).toBeLessThan(score('yes') ?? 0);
    expect(validateDocument(document).accepted).toBe(false);
  });
});

describe('what nothing can reach is refused', () => {
  test.each<[string, readonly object[], string]>([
    [
      'a rule behind one that always decides first',
      [parent, child({ q: 'Q-1', riskGte: 0.5, risk: 1 }, { q: 'Q-1', value: 'no', risk: 1 })],
      `${at}/1 rule-never-applies`,
    ],
    [
      'the options of a question that is never asked',
      [parent, child({ q: 'Q-1', riskGte: 0, risk: 1 })],
      `${at} question-never-asked`,
    ],
    [
      'a question for an engagement that cannot be',
      [
        parent,
        choice(
          'Q-2',
          { yes: 0 },
          { scope: { all: [{ ctx: { mssp: true } }, { not: { ctx: { mssp: true } } }] } },
        ),
      ],
      '/themes/0/questions/1/scope scope-never-holds',
    ],
    [
      'a rule of a row behind one that always decides first',
      [
        {
          ...table,
          rowRisk: [
            { when: {}, risk: 1 },
            { when: { activity: 'a' }, risk: 0 },
          ],
        },
      ],
      '/themes/0/questions/0/rowRisk/1 rule-never-applies',
    ],
  ])('%s', (_name, questions, expected) => expect(publishRefusals(aDocument(questions))).toContain(expected));

  test('a scope within that of its theme alone', () => {
    const document = aDocument([choice('Q-1', { yes: 0 }, { scope: { ctx: { mssp: false } } })]);
    const [theme] = document.themes;
    const themes = theme === undefined ? [] : [{ ...theme, scope: { ctx: { mssp: true } } }];
    expect(publishRefusals({ ...document, themes })).toEqual([
      '/themes/0/questions/0/scope scope-never-holds',
    ]);
  });
});

describe('a knock-out', () => {
  const fed = (type: object, ...ids: string[]): object => ({ ...type, id: 'Q-1', knockouts: ids });
  const knockout = (id: string, floor: number, when: object, more: object = {}): object => ({
    id,
    floor,
    flag: 'cap_D',
    when,
    ref: [],
    text: texts,
    ...more,
  });
  const check = (question: object, ...knockouts: object[]): string[] =>
    publishRefusals(
      aDocument([question], { knockouts: knockouts as unknown as QuestionnaireDocument['knockouts'] }),
    );
  const unproven = { q: 'Q-1', phiLt: 0.7 };
  const worst = { q: 'Q-1', riskGte: 1 };

  test.each<[string, string[]]>([
    [
      'of wanting evidence alone is dodged by the worst answer',
      check(fed(yesNo, 'KO-1'), knockout('KO-1', 50, unproven)),
    ],
    [
      'of wanting evidence is dodged where the other floor is lower',
      check(fed(yesNo, 'KO-1', 'KO-2'), knockout('KO-1', 50, unproven), knockout('KO-2', 35, worst)),
    ],
    [
      'of wanting evidence is dodged where the other looks at fewer engagements',
      check(
        fed(yesNo, 'KO-1', 'KO-2'),
        knockout('KO-1', 50, unproven),
        knockout('KO-2', 90, worst, { scope: { ctx: { mssp: true } } }),
      ),
    ],
  ])('%s', (_name, refusals) => expect(refusals).toEqual(['/knockouts/0/when knockout-dodged']));

  test('of wanting evidence is accepted where the worst answer has as high a floor', () => {
    const both = [knockout('KO-1', 50, unproven), knockout('KO-2', 50, worst)];
    expect(check(fed(yesNo, 'KO-1', 'KO-2'), ...both)).toEqual([]);
    expect(check(fed(yesNo, 'KO-1'), knockout('KO-1', 50, { any: [unproven, worst] }))).toEqual([]);
  });

  test('of a row is dodged by silence, and by refusing the table', () => {
    const rows = {
      ...table,
      rowsRequired: [],
      rowRisk: [
        { when: { hds_activities_not_empty: true }, risk: 1 },
        { when: {}, risk: 0 },
      ],
    };
    const row = { q: 'Q-1', anyRow: { hdsActivitiesNotEmpty: true, rGte: 0.5 } };
    expect(check(fed(rows, 'KO-1'), knockout('KO-1', 50, row))).toEqual([
      '/knockouts/0/when knockout-dodged-by-silence',
    ]);
    expect(check(fed(rows, 'KO-1'), knockout('KO-1', 50, { any: [row, worst] }))).toEqual([]);
  });

  test('looks at rows of a table only, and at evidence that can be wanting', () => {
    const row = { q: 'Q-1', anyRow: { hdsActivitiesNotEmpty: true, rGte: 0.5 } };
    expect(check(fed(yesNo, 'KO-1'), knockout('KO-1', 50, row))).toEqual(['/knockouts/0/when/q not-a-table']);
    expect(check(fed(yesNo, 'KO-1'), knockout('KO-1', 50, { q: 'Q-1', phiLt: 0 }))).toEqual([
      '/knockouts/0/when condition-never-holds',
    ]);
  });
});

describe('the rules of a row', () => {
  const rows = (...rowRisk: object[]): string[] =>
    publishRefusals(aDocument([{ ...table, rowsRequired: [], rowRisk }]));

  test('never reward a certificate that lapses sooner', () => {
    const sooner = { when: { expires_in_days_gte: 90 }, risk: 1 };
    expect(rows(sooner, { when: {}, risk: 0 })).toEqual(['/themes/0/questions/0/rowRisk row-lapse-helps']);
    expect(rows({ ...sooner, risk: 0 }, { when: {}, risk: 1 })).toEqual([]);
  });

  test('never reward a certificate that is left out', () => {
    const more = { when: { has_certificate: 'hds' }, risk: 1 };
    expect(rows(more, { when: {}, risk: 0 })).toEqual([
      '/themes/0/questions/0/rowRisk row-certificate-harms',
    ]);
    expect(rows({ ...more, risk: 0 }, { when: {}, risk: 1 })).toEqual([]);
  });

  test('look at values that the column has', () => {
    expect(rows({ when: { activity: 'moon' }, risk: 0 })).toEqual([
      '/themes/0/questions/0/rowRisk/0/when/activity not-a-choice',
    ]);
  });
});

test('stronger evidence has to count for more', () => {
  const { evidence } = bank;
  const levels = evidence.levels.map((one) => ({ ...one, phi: 1 - one.phi }));
  expect(publishRefusals(aDocument([yesNo], { evidence: { ...evidence, levels } }))).toEqual([
    '/evidence/levels scale-not-ascending',
  ]);
});

test('a contradiction looks at answers that there are', () => {
  const check = (when: object): string[] =>
    publishRefusals(
      aDocument([yesNo], {
        consistencyChecks: [
          { id: 'C-1', when, text: texts },
        ] as unknown as QuestionnaireDocument['consistencyChecks'],
      }),
    );
  expect(check({ q: 'Q-1', value: 'moon' })).toEqual(['/consistencyChecks/0/when value-not-of-parent']);
  expect(check({ q: 'Q-1', anyRow: { performerIs: 'supplier' } })).toEqual([
    '/consistencyChecks/0/when not-a-table',
  ]);
});

test('a missing text does not keep the rules from being tried', () => {
  const wrong = { ...parent, text: { fr: 'Oui ?', en: '' } };
  expect(publishRefusals(aDocument([wrong, child({ q: 'Q-1', value: 'partly', risk: 1 })]))).toEqual([
    '/themes/0/questions/0/text/en text-missing',
    `${at}/0 worse-answer-helps`,
  ]);
});

test('the bank is tried in a moment', () => {
  expect(compileDocument(bank).questions.length).toBeGreaterThan(100);
  expect(validateDocument(bank).accepted).toBe(true);
});
