import { bank } from '../testing/bank.js';
import { scoreCase, scoreCases } from './score-case.js';

const ctx = { hosting: 'full', personal_data: 'ordinary' };
const answers = { 'BKP-04': { v: 'hors_perimetre_sans', ev: ['E2', 0.35] } };

function refusals(input: unknown) {
  const decision = scoreCases(bank, input);
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

function withAnswer(id: string, answer: unknown, more: object = {}) {
  return refusals({ ctx, answers: { [id]: answer }, ...more });
}

test.each<[string, unknown, string]>([
  ['null', null, ' wrong-type'],
  ['a text', 'case', ' wrong-type'],
  ['no context', { answers }, '/ctx required'],
  ['a context that is a list', { ctx: [], answers }, '/ctx wrong-type'],
  ['an unknown fact', { ctx: { hds: true }, answers }, '/ctx/hds unknown-context-fact'],
  [
    'a fact from the prototype',
    { ctx: JSON.parse('{"__proto__": true}') as object, answers },
    '/ctx/__proto__ unknown-context-fact',
  ],
  ['a text for a boolean', { ctx: { health_data: 'true' }, answers }, '/ctx/health_data wrong-type'],
  ['a boolean for a value', { ctx: { hosting: true }, answers }, '/ctx/hosting wrong-type'],
  ['an unknown value', { ctx: { hosting: 'some' }, answers }, '/ctx/hosting unknown-context-value'],
  ['answers in a list', { ctx, answers: [] }, '/answers wrong-type'],
  ['an unknown question', { ctx, answers: { 'ZZZ-01': { v: 1 } } }, '/answers/ZZZ-01 unknown-question'],
  ['factsOnly that is no boolean', { ctx, answers, factsOnly: 1 }, '/factsOnly wrong-type'],
  ['a day that does not exist', { ctx, answers, asOf: '2026-02-30' }, '/asOf not-a-date'],
  ['an instant without zone', { ctx, answers, asOf: '2026-02-20T10:00:00' }, '/asOf not-a-date'],
  ['a day in a number', { ctx, answers, asOf: 20260220 }, '/asOf not-a-date'],
  ['an unknown key', { ctx, answers, factOnly: true }, '/factOnly unknown-field'],
  ['weights in a list', { ctx, answers, weights: [] }, '/weights wrong-type'],
  ['null for weights', { ctx, answers, weights: null }, '/weights wrong-type'],
  ['an unknown theme', { ctx, answers, weights: { ZZZ: 1 } }, '/weights/ZZZ unknown-theme'],
  [
    'a question among the themes',
    { ctx, answers, weights: { 'BKP-04': 1 } },
    '/weights/BKP-04 unknown-theme',
  ],
  [
    'an unknown question weight',
    { ctx, answers, weights: { questions: { BKP: 1 } } },
    '/weights/questions/BKP unknown-question',
  ],
  [
    'both forms of weights at once',
    { ctx, answers, weights: { themes: {}, BKP: 1 } },
    '/weights/BKP unknown-field',
  ],
  ['a weight below 0', { ctx, answers, weights: { BKP: -1 } }, '/weights/BKP out-of-range'],
  ['a weight in a text', { ctx, answers, weights: { BKP: '5' } }, '/weights/BKP not-a-number'],
  ['a weight that is not finite', { ctx, answers, weights: { BKP: Infinity } }, '/weights/BKP not-a-number'],
])('%s is refused at its place', (_, input, expected) => {
  expect(refusals(input)).toEqual([expected]);
});

test.each<[string, string, unknown, string]>([
  ['an answer in a text', 'ADV-02', 'non', '/answers/ADV-02 wrong-type'],
  ['an empty answer', 'ADV-02', {}, '/answers/ADV-02 answer-required'],
  ['evidence alone', 'ADV-02', { ev: ['E4'] }, '/answers/ADV-02 answer-required'],
  [
    'an unknown key of an answer',
    'ADV-02',
    { v: 'non', comment: '' },
    '/answers/ADV-02/comment unknown-field',
  ],
  ['a value and an N/A', 'FIN-03', { v: 1, na: 'accepted' }, '/answers/FIN-03/na unknown-field'],
  [
    'an N/A and a refusal',
    'FIN-03',
    { na: 'pending', refused: true },
    '/answers/FIN-03/refused unknown-field',
  ],
  ['an N/A of another kind', 'FIN-03', { na: true }, '/answers/FIN-03/na not-a-choice'],
  ['a refusal that is not one', 'FIN-03', { refused: false }, '/answers/FIN-03/refused not-a-choice'],
  ['an unknown choice', 'ADV-02', { v: 'peut-être' }, '/answers/ADV-02/v unknown-option'],
  ['a number for a choice', 'ADV-02', { v: 1 }, '/answers/ADV-02/v wrong-type'],
  ['null for a choice', 'ADV-02', { v: null }, '/answers/ADV-02/v wrong-type'],
  ['a text for several choices', 'CTR-11', { v: 'correctifs' }, '/answers/CTR-11/v wrong-type'],
  ['a number among several choices', 'CTR-11', { v: ['correctifs', 2] }, '/answers/CTR-11/v/1 wrong-type'],
  ['a text for a number', 'FIN-03', { v: '1' }, '/answers/FIN-03/v not-a-number'],
  ['NaN', 'FIN-03', { v: NaN }, '/answers/FIN-03/v not-a-number'],
  ['none where it is no answer', 'FIN-03', { v: 'none' }, '/answers/FIN-03/v none-not-accepted'],
  ['a text that is no date', 'BKP-07', { v: 'last week' }, '/answers/BKP-07/v not-a-date'],
  ['a date without the day of the score', 'BKP-07', { v: '2026-01-01' }, '/asOf required'],
  ['evidence that is no list', 'ADV-02', { v: 'non', ev: 'E2' }, '/answers/ADV-02/ev wrong-type'],
  ['an unknown level', 'ADV-02', { v: 'non', ev: ['E5'] }, '/answers/ADV-02/ev/0 not-a-choice'],
  ['a strength above 1', 'ADV-02', { v: 'non', ev: [0, 1.01] }, '/answers/ADV-02/ev/1 out-of-range'],
  ['a strength that is NaN', 'ADV-02', { v: 'non', ev: [NaN] }, '/answers/ADV-02/ev/0 out-of-range'],
  ['a table that is no list', 'SUB-02', { v: {} }, '/answers/SUB-02/v wrong-type'],
  ['a row that is no object', 'SUB-02', { v: ['x'] }, '/answers/SUB-02/v/0 wrong-type'],
  ['an unknown column', 'SUB-02', { v: [{ cover: 'x' }] }, '/answers/SUB-02/v/0/cover unknown-column'],
  [
    'a cell of the wrong type',
    'SUB-02',
    { v: [{ data_access: 'yes' }] },
    '/answers/SUB-02/v/0/data_access wrong-type',
  ],
  [
    'an unknown value in a cell',
    'HDS-01',
    { v: [{ activity: '7' }] },
    '/answers/HDS-01/v/0/activity unknown-option',
  ],
  [
    'days to expiry in a text',
    'HDS-01',
    { v: [{ expires_in_days: '9' }] },
    '/answers/HDS-01/v/0/expires_in_days not-a-number',
  ],
  [
    'an expiry without the day of the score',
    'HDS-01',
    { v: [{ expires_on: '2027-01-01' }] },
    '/asOf required',
  ],
])('%s is refused at its place', (_, id, answer, expected) => {
  expect(withAnswer(id, answer)).toEqual([expected]);
});

test('a date to come and an expiry that does not exist are refused', () => {
  expect(withAnswer('BKP-07', { v: '2026-11-23' }, { asOf: '2026-11-22' })).toEqual([
    '/answers/BKP-07/v date-in-future',
  ]);
  expect(withAnswer('HDS-01', { v: [{ expires_on: '2027-02-29' }] }, { asOf: '2026-11-22' })).toEqual([
    '/answers/HDS-01/v/0/expires_on not-a-date',
  ]);
});

test('two dates without the day of the score are one fault', () => {
  expect(
    refusals({ ctx, answers: { 'BKP-07': { v: '2026-01-01' }, 'EIC-07': { v: '2026-01-01' } } }),
  ).toEqual(['/asOf required']);
});

test('several faults are told together, and the place of a case in an array is part of the pointer', () => {
  const wrong = { ctx: { hosting: 1 }, answers: { 'ADV-02': { v: 3 } } };

  expect(refusals([{ ctx, answers }, wrong])).toEqual([
    '/1/ctx/hosting wrong-type',
    '/1/answers/ADV-02/v wrong-type',
  ]);
});

test.each<[string, object]>([
  ['no weight above 0', { weights: Object.fromEntries(bank.themes.map(({ code }) => [code, 0])) }],
  ['no weight above 0 among the themes in scope', { weights: onlyTheme('DNS') }],
  ['no weight above 0 among the facts', { factsOnly: true, weights: { BKP: 0 } }],
])('%s is refused', (_, more) => {
  expect(refusals({ ctx, answers, ...more })).toEqual(['/weights no-positive-weight']);
});

function onlyTheme(code: string) {
  return Object.fromEntries(bank.themes.map((theme) => [theme.code, theme.code === code ? 5 : 0]));
}

test.each<[string, object]>([
  ['an instant as the day', { asOf: '2026-11-22T23:30:00Z' }],
  ['an instant with an offset', { asOf: '2026-11-22T23:30:00.5+02:00' }],
  ['theme weights alone', { weights: { BKP: 20 } }],
  ['theme and question weights', { weights: { themes: { BKP: 20 }, questions: { 'BKP-04': 5 } } }],
  ['no weights at all', { weights: {} }],
  ['an empty context', { ctx: {} }],
  ['an unknown choice among several, which brings no credit', { answers: { 'CTR-11': { v: ['nope'] } } }],
  ['an N/A on a question that allows none', { answers: { 'BKP-04': { na: 'accepted' } } }],
  ['an answer to a question out of scope', { answers: { 'DNS-01': { v: 'client' } } }],
  [
    'an expiry date with the day',
    { asOf: '2026-11-22', answers: { 'HDS-01': { v: [{ expires_on: '2027-01-01' }] } } },
  ],
])('%s is accepted', (_, more) => {
  expect(refusals({ ctx, answers, ...more })).toEqual([]);
});

test('a theme whose question weights add up to 0 leaves the mean', () => {
  const zero = Object.fromEntries(
    (bank.themes.find(({ code }) => code === 'BKP')?.questions ?? []).map(({ id }) => [id, 0]),
  );
  const decision = scoreCase(bank, { ctx, answers, weights: { questions: zero } });

  expect(decision).toMatchObject({
    accepted: true,
    value: { knockouts: expect.arrayContaining(['KO-BKP-1']) as unknown },
  });
  expect(decision.accepted && decision.value.themes).not.toHaveProperty('BKP');
});

test('an empty array gives an empty array', () => {
  expect(scoreCases(bank, [])).toEqual({ accepted: true, value: [] });
});

test('a date reads in Paris: past midnight there, the certificate has one day less', () => {
  const score = (asOf: string) =>
    scoreCase(bank, {
      ctx: { health_data: true },
      answers: {
        'SUB-02': {
          v: [{ hds_activities: ['1'], certificates: ['hds'], scope_covers: true, expires_on: '2026-11-22' }],
          ev: ['E4'],
        },
        'SUB-01': { v: 'complete' },
      },
      asOf,
      factsOnly: true,
    });
  const knockouts = (asOf: string) => {
    const decision = score(asOf);
    return decision.accepted ? decision.value.knockouts : decision;
  };

  expect(knockouts('2026-11-22T22:59:00Z')).toEqual([]);
  expect(knockouts('2026-11-22T23:00:00Z')).toEqual(['KO-HDS-1', 'KO-HDS-2']);
});
