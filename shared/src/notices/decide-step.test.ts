import { noticeClock } from './clock.js';
import { decideStep, type AskedStep, type NoticeAsItStands } from './decide-step.js';
import { isOpen, isSent, noticeStates, noticeSteps, possibleSteps, ruleOf } from './lifecycle.js';

const standing: NoticeAsItStands = {
  state: 'counsel-review',
  gates: [],
  breaches: 2,
  hasReceipt: true,
  lastOn: null,
  effectiveOn: null,
  clock: null,
};
const asked: AskedStep = {
  step: 'send',
  on: '2018-04-16',
  note: '',
  reference: '1A 000',
  counsel: 'Me Perrin',
  effectiveOn: null,
  remaining: [],
};
const today = '2018-06-30';
const decide = (notice: Partial<NoticeAsItStands>, step: Partial<AskedStep>, on = today) => {
  const decided = decideStep({ ...standing, ...notice }, { ...asked, ...step }, on);
  if (decided.accepted) return decided.value.to;
  const { code, errors = [], params } = decided.refusal;
  const fields = errors.map(({ pointer, code: field }) => `${pointer} ${field}`);
  return [code, ...fields, ...(params ? [JSON.stringify(params)] : [])].join('; ');
};
const clock = noticeClock('2018-04-18', 30);
const received = { state: 'received', clock, lastOn: '2018-04-18' } as const;

test('every state is reached, and every step leads from somewhere else', () => {
  const reached = new Set(noticeSteps.map((step) => ruleOf(step).to));
  expect(noticeStates.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([]);
  for (const step of noticeSteps) expect(ruleOf(step).from).not.toContain(ruleOf(step).to);
  for (const state of noticeStates) {
    const last = state === 'cured' || state === 'data-returned' || state === 'withdrawn';
    expect([state, possibleSteps(state).length > 0]).toEqual([state, !last]);
  }
  expect(noticeStates.filter(isOpen).every(isSent)).toBe(true);
});

test.each<readonly [string, Partial<NoticeAsItStands>, Partial<AskedStep>, string]>([
  ['is posted once counsel has read it', {}, {}, 'sent'],
  ['is not posted straight from the draft', { state: 'draft' }, {}, 'notice-step-refused'],
  [
    'is not posted while a gate is shut',
    { gates: [{ key: 'proof', faults: [{ code: 'proof-low' }], cautions: [] }] },
    {},
    'notice-gates-shut; {"gates":1}',
  ],
  ['names who advised', {}, { counsel: ' ' }, 'invalid-input; /counsel required'],
  ['has the number of its letter', {}, { reference: '' }, 'invalid-input; /reference required'],
  ['is posted on a day', {}, { on: null }, 'invalid-input; /on required'],
  ['is not posted tomorrow', {}, { on: '2018-07-01' }, 'invalid-input; /on date-in-future'],
  [
    'is not posted before the last breach',
    { lastOn: '2018-04-17' },
    {},
    'invalid-input; /on before-earlier-step',
  ],
  ['is received', { state: 'sent' }, { step: 'receive' }, 'received'],
  [
    'is not received without its receipt',
    { state: 'sent', hasReceipt: false },
    { step: 'receive' },
    'notice-receipt-missing',
  ],
  ['is not collected', { state: 'sent' }, { step: 'miss' }, 'not-collected'],
  [
    'starts no clock when it is not collected',
    { state: 'not-collected' },
    { step: 'fail' },
    'notice-step-refused',
  ],
  [
    'is posted again on counsel’s advice alone',
    { state: 'not-collected' },
    { step: 'send-again', counsel: '' },
    'invalid-input; /note required; /counsel required',
  ],
  ['is posted again', { state: 'not-collected' }, { step: 'send-again', note: 'Par commissaire' }, 'sent'],
  ['may be cured at any time', received, { step: 'cure', on: '2018-04-20' }, 'cured'],
  [
    'is not found without effect on the last day',
    received,
    { step: 'fail', on: '2018-05-18', note: 'Rien' },
    'notice-clock-running; {"day":"2018-05-19"}',
  ],
  [
    'is found without effect on the first safe day',
    received,
    { step: 'fail', on: '2018-05-19', note: 'Rien' },
    'not-cured',
  ],
  [
    'may have had part of its effect',
    received,
    { step: 'cure-partly', on: '2018-05-22', note: 'La moitié' },
    'partly-cured',
  ],
  ['does not end the contract by itself', received, { step: 'terminate' }, 'notice-step-refused'],
])('a notice %s', (_, notice, step, expected) => {
  expect(decide(notice, step)).toBe(expected);
});

describe('the second letter', () => {
  const failed = { state: 'not-cured', clock, lastOn: '2018-05-19' } as const;
  const second = { step: 'terminate', on: '2018-05-25', effectiveOn: '2018-06-30', remaining: [1] } as const;

  test('ends the contract from a day on, for the breaches that were left', () => {
    expect(decide(failed, second)).toBe('terminated');
    expect(decide(failed, { ...second, effectiveOn: null })).toBe('invalid-input; /effectiveOn required');
    expect(decide(failed, { ...second, effectiveOn: '2018-05-24' })).toBe(
      'invalid-input; /effectiveOn ends-before-it-starts',
    );
    expect(decide(failed, { ...second, remaining: [] })).toBe('invalid-input; /remaining too-few');
    expect(decide(failed, { ...second, remaining: [3] })).toBe('invalid-input; /remaining unknown-reference');
  });

  test('takes effect on its day and not before, then the data comes back', () => {
    const terminated = {
      state: 'terminated',
      clock,
      lastOn: '2018-05-25',
      effectiveOn: '2018-06-30',
    } as const;
    expect(decide(terminated, { step: 'take-effect', on: '2018-06-29' })).toBe(
      'invalid-input; /on before-earlier-step',
    );
    expect(decide(terminated, { step: 'take-effect', on: '2018-06-30' })).toBe('effective');
    expect(decide({ ...terminated, state: 'effective' }, { step: 'return-data', on: '2018-06-30' })).toBe(
      'data-returned',
    );
  });
});

test('a withdrawal says why', () => {
  expect(decide({ state: 'sent' }, { step: 'withdraw' })).toBe('invalid-input; /note required');
  expect(decide({ state: 'sent' }, { step: 'withdraw', note: 'Accord trouvé' })).toBe('withdrawn');
  expect(decide({ state: 'terminated' }, { step: 'withdraw', note: 'Accord' })).toBe('notice-step-refused');
});
