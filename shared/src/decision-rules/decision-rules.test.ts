import fc from 'fast-check';
import { outcomes } from '../audit/assessment-events.js';
import { grades } from '../questionnaires/document.js';
import { bank } from '../testing/bank.js';
import {
  decideDeparture,
  decideRecording,
  departsFrom,
  judgeRule,
  ruleInForce,
  type RuleFacts,
} from './judge-rule.js';
import { checkDecisionRule, ruleSubjects, type DecisionRule, type RuleCondition } from './rule.js';

const question = bank.themes
  .flatMap(({ questions }) => questions)
  .find((one) => one.type === 'single' && one.options.length > 1);
if (question?.type !== 'single') throw new Error('the bank has no choice');
const [option = { value: '' }, other = { value: '' }] = question.options;
const knockoutId = bank.knockouts[0]?.id ?? '';

const rule = (conditions: readonly RuleCondition[], more: Partial<DecisionRule> = {}): DecisionRule => ({
  conditions,
  payments: [],
  text: '',
  ...more,
});
const facts = (more: Partial<RuleFacts> = {}): RuleFacts => ({
  score: 40,
  grade: 'C',
  knockouts: [],
  answers: {},
  ...more,
});
const of = (values: readonly string[], orNothing = false): RuleCondition => ({
  kind: 'answer',
  questionId: question.id,
  values,
  orNothing,
});
const met = (condition: RuleCondition, given: RuleFacts): boolean | null =>
  judgeRule(bank, rule([condition]), given).met;

test.each<[string, RuleCondition, RuleFacts, boolean]>([
  ['a worse grade', { kind: 'grade-worse-than', grade: 'B' }, facts(), true],
  ['the very grade', { kind: 'grade-worse-than', grade: 'C' }, facts(), false],
  ['no grade at all', { kind: 'grade-worse-than', grade: 'B' }, facts({ grade: null }), false],
  ['a higher score', { kind: 'score-above', score: 39.99 }, facts(), true],
  ['the very score', { kind: 'score-above', score: 40 }, facts(), false],
  ['no score', { kind: 'score-above', score: 10 }, facts({ score: null }), false],
  ['any knock-out', { kind: 'knockout', knockoutId: '' }, facts({ knockouts: ['KO-X'] }), true],
  ['none of them', { kind: 'knockout', knockoutId: '' }, facts(), false],
  ['another knock-out', { kind: 'knockout', knockoutId: 'KO-Y' }, facts({ knockouts: ['KO-X'] }), false],
  ['the answer named', of([option.value]), facts({ answers: { [question.id]: { v: option.value } } }), true],
  ['another answer', of([option.value]), facts({ answers: { [question.id]: { v: other.value } } }), false],
  [
    'one of several',
    of([option.value]),
    facts({ answers: { [question.id]: { v: [other.value, option.value] } } }),
    true,
  ],
  ['nothing, which does not count', of([option.value]), facts(), false],
  ['nothing, which counts', of([option.value], true), facts(), true],
  ['a refusal, which counts', of([], true), facts({ answers: { [question.id]: { refused: true } } }), true],
  ['a claim that waits', of([], true), facts({ answers: { [question.id]: { na: 'pending' } } }), true],
  ['one that is agreed', of([], true), facts({ answers: { [question.id]: { na: 'accepted' } } }), false],
])('met by %s: %#', (_name, condition, given, expected) => {
  expect(met(condition, given)).toBe(expected);
});

test('one condition is enough, and a rule without any is met by no score', () => {
  const two = rule([
    { kind: 'grade-worse-than', grade: 'D' },
    { kind: 'score-above', score: 30 },
  ]);
  expect(judgeRule(bank, two, facts())).toEqual({ met: true, conditions: [false, true] });
  expect(judgeRule(bank, rule([], { text: 'Au cas par cas' }), facts())).toEqual({
    met: null,
    conditions: [],
  });
});

test.each<[string, DecisionRule, string]>([
  ['nothing', rule([]), '/text required'],
  [
    'a grade that nothing is worse than',
    rule([{ kind: 'grade-worse-than', grade: 'E' }]),
    '/conditions/0/grade not-a-choice',
  ],
  [
    'a knock-out that is not there',
    rule([{ kind: 'knockout', knockoutId: 'KO-?' }]),
    '/conditions/0/knockoutId unknown-reference',
  ],
  [
    'a question that is not there',
    rule([{ kind: 'answer', questionId: 'X-1', values: [], orNothing: true }]),
    '/conditions/0/questionId unknown-reference',
  ],
  ['an option that is not there', rule([of(['?'])]), '/conditions/0/values not-a-choice'],
  ['no answer', rule([of([])]), '/conditions/0/values required'],
  [
    'a payment for nothing',
    rule([], { payments: [{ upToCents: 1, purpose: ' ' }] }),
    '/payments/0/purpose required',
  ],
  [
    'too many',
    rule(Array.from({ length: 21 }, () => ({ kind: 'score-above', score: 1 }) as const)),
    '/conditions too-many',
  ],
])('a rule of %s is refused', (_name, wrong, expected) => {
  const decision = checkDecisionRule(bank, wrong);
  const told = decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(told).toEqual([expected]);
});

test('a rule of every kind is taken, trimmed', () => {
  const whole = rule(
    [
      { kind: 'grade-worse-than', grade: 'C' },
      { kind: 'knockout', knockoutId },
      { kind: 'knockout', knockoutId: '' },
      of([option.value], true),
    ],
    { text: '  Pas sans sauvegarde.  ', payments: [{ upToCents: 1_200_000, purpose: ' coffre ' }] },
  );
  const decision = checkDecisionRule(bank, whole);
  expect(decision.accepted && decision.value).toEqual({
    ...whole,
    text: 'Pas sans sauvegarde.',
    payments: [{ upToCents: 1_200_000, purpose: 'coffre' }],
  });
});

test.each(outcomes)(
  '%s departs from a rule that is met exactly when it is not a refusal, and then says why',
  (outcome) => {
    const departs = outcome !== 'refuse';
    expect(departsFrom(true, outcome)).toBe(departs);
    expect(departsFrom(false, outcome)).toBe(false);
    expect(departsFrom(null, outcome)).toBe(false);
    expect(decideDeparture(true, outcome, '').accepted).toBe(!departs);
    expect(decideDeparture(true, outcome, 'Aucun autre hébergeur').accepted).toBe(departs);
    expect(decideDeparture(false, outcome, '').accepted).toBe(true);
  },
);

test('nothing is set beforehand once something was submitted', () => {
  expect(decideRecording(0).accepted).toBe(true);
  expect(decideRecording(1)).toMatchObject({ refusal: { code: 'rule-too-late' } });
});

test('the narrowest rule speaks, the last one recorded before the first submission, and none recorded after it', () => {
  const rules = fc.array(
    fc.record({ subject: fc.constantFrom(...ruleSubjects), recordedAt: fc.integer({ min: 0, max: 100 }) }),
  );
  fc.assert(
    fc.property(rules, fc.option(fc.integer({ min: 0, max: 100 })), (all, firstAt) => {
      const chosen = ruleInForce(all, firstAt);
      const inTime = all.filter(({ recordedAt }) => firstAt === null || recordedAt < firstAt);
      if (chosen === undefined) {
        expect(inTime).toEqual([]);
        return;
      }
      expect(inTime).toContain(chosen);
      for (const one of inTime) {
        const [own, theirs] = [chosen, one].map(({ subject }) => ruleSubjects.indexOf(subject));
        expect(own).toBeLessThanOrEqual(theirs ?? 0);
        if (own === theirs) expect(one.recordedAt).toBeLessThanOrEqual(chosen.recordedAt);
      }
    }),
  );
});

test('a worse grade never un-meets a rule', () => {
  fc.assert(
    fc.property(fc.constantFrom(...grades.slice(0, -1)), fc.nat(4), fc.nat(4), (grade, one, two) => {
      const [better, worse] = [Math.min(one, two), Math.max(one, two)];
      const condition: RuleCondition = { kind: 'grade-worse-than', grade };
      const at = (place: number) => met(condition, facts({ grade: grades[place] ?? 'E' }));
      expect(at(better) === true && at(worse) === false).toBe(false);
    }),
  );
});
