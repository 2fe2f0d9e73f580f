import { bank } from '../../testing/bank.js';
import type { QuestionnaireDocument } from '../document.js';
import { findPlaced } from './apply-steps.js';
import { decideSteps } from './decide-steps.js';
import {
  addKnockoutSteps,
  addQuestionSteps,
  blankKnockout,
  blankQuestion,
  changeQuestionSteps,
  leaveOutQuestionSteps,
} from './draft-acts.js';
import type { SetStep } from './draft-step.js';

const ground = (draft: QuestionnaireDocument = bank) => ({ draft, library: bank, published: null });
const refusalOf = (steps: readonly unknown[], draft = bank) => {
  const decision = decideSteps(ground(draft), steps);
  return decision.accepted ? null : decision.refusal;
};
const set = (change: Partial<SetStep>): SetStep => ({
  kind: 'set',
  of: 'question',
  key: 'BKP-04',
  property: 'weight',
  before: findPlaced(bank, 'BKP-04')?.question.weight ?? 0,
  after: 9,
  ...change,
});

test('steps that fit are applied', () => {
  const decision = decideSteps(ground(), [set({})]);
  expect(decision.accepted && findPlaced(decision.value, 'BKP-04')?.question.weight).toBe(9);
});

test('knock-outs come, change and are checked like everything else', () => {
  const knockout = { ...blankKnockout('KO-ACME-1'), when: { q: 'BKP-02', phiLt: 0.7 } };
  const decision = decideSteps(ground(), addKnockoutSteps(bank, knockout));
  expect(decision.accepted && decision.value.knockouts.at(-1)).toEqual(knockout);
});

test.each<[string, unknown, string, string]>([
  ['no step at all', 'set', 'wrong-type', '/steps/0'],
  ['an unknown kind', { kind: 'explode' }, 'wrong-type', '/steps/0'],
  ['an unknown key', { ...set({}), more: 1 }, 'wrong-type', '/steps/0'],
  ['a property that nobody sets', set({ property: 'id' }), 'wrong-type', '/steps/0'],
  ['a property of the prototype', set({ property: '__proto__' }), 'wrong-type', '/steps/0'],
  ['a weight that is a text', set({ after: 'lourd' }), 'wrong-type', '/steps/0'],
  [
    'a choice that is none',
    set({ property: 'severity', before: 'critical', after: 'dire' }),
    'wrong-type',
    '/steps/0',
  ],
  ['half of a character', set({ property: 'text/fr', after: '\ud800' }), 'invalid-unicode', '/steps/0'],
  [
    'a text beyond all measure',
    set({ property: 'text/fr', after: 'x'.repeat(4_001) }),
    'too-long',
    '/steps/0',
  ],
  [
    'a list beyond all measure',
    set({ property: 'ref', after: Array(1_001).fill('R-01') }),
    'too-many',
    '/steps/0',
  ],
  [
    'a floor that is a text',
    set({ of: 'knockout', key: 'KO-BKP-1', property: 'floor', before: 50, after: 'bas' }),
    'wrong-type',
    '/steps/0',
  ],
  [
    'a trigger of no known kind',
    set({ of: 'knockout', key: 'KO-BKP-1', property: 'flag', before: 'cap_D', after: { q: 'BKP-04' } }),
    'wrong-type',
    '/steps/0',
  ],
  [
    'the key of another knock-out',
    addKnockoutSteps(bank, blankKnockout('ko-bkp-1'))[0],
    'key-twice',
    '/steps/0/knockout/id',
  ],
  [
    'a key in use',
    addQuestionSteps(bank, blankQuestion('bkp-01', 'text'), { theme: 'TRA' })[0],
    'key-twice',
    '/steps/0/question/id',
  ],
  [
    'a key that is none',
    addQuestionSteps(bank, blankQuestion('1 é', 'text'), { theme: 'TRA' })[0],
    'key-malformed',
    '/steps/0/question/id',
  ],
])('%s is refused with its place', (_name, step, code, pointer) => {
  expect(refusalOf([step])).toMatchObject({ code: 'invalid-input', errors: [{ code, pointer }] });
});

test('the key of a question left out is given to no other, and comes back with its own', () => {
  const decision = decideSteps(ground(), leaveOutQuestionSteps(bank, 'BKP-04'));
  if (!decision.accepted) throw new Error('refused');
  const draft = decision.value;
  const another = addQuestionSteps(draft, blankQuestion('BKP-04', 'text'), { theme: 'BKP' });
  expect(refusalOf(another, draft)).toMatchObject({ errors: [{ code: 'key-twice' }] });
  const placed = findPlaced(bank, 'BKP-04');
  const back = decideSteps(ground(draft), [{ kind: 'insert-question', ...placed, origin: 'back' }]);
  expect(back.accepted && back.value).toEqual(bank);
});

test('of several steps one that conflicts keeps all from being applied', () => {
  const mine = set({ before: 1_234 });
  const conflict = { index: 1, reason: 'changed', now: findPlaced(bank, 'BKP-04')?.question.weight };
  expect(refusalOf([set({ property: 'notApplicable', before: false, after: true }), mine])).toMatchObject({
    code: 'edit-conflict',
    conflicts: [conflict],
  });
});

test('a question that its type cannot be is refused', () => {
  const number = set({
    property: 'type',
    before: findPlaced(bank, 'BKP-04')?.question.type,
    after: 'number',
  });
  expect(refusalOf([number])).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/steps/0' }] });
});

test('an unfinished question may be kept: what is missing is asked for at publication', () => {
  expect(refusalOf(addQuestionSteps(bank, blankQuestion('ACME-01', 'single'), { theme: 'TRA' }))).toBeNull();
  const placed = findPlaced(bank, 'BKP-04')?.question;
  if (placed === undefined) throw new Error('no question');
  expect(refusalOf(changeQuestionSteps(bank, { ...placed, text: { fr: '', en: '' } }))).toBeNull();
});
