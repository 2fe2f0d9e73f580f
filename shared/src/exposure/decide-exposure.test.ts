import { bank } from '../testing/bank.js';
import { decideExposure, type AskedExposure, type Estimate } from './decide-exposure.js';
import { evidenceIndex } from './evidence-index.js';
import { exposureKeys, exposureScenarios, getExposureScenario, lossKinds, lossNames } from './scenarios.js';

const loss = { kind: 'interruption', label: '', cents: 100_00, excluded: false } as const;
const estimate: Estimate = {
  key: 'ransomware',
  losses: [loss],
  ownCostsCents: 0,
  lostChance: null,
  grossFault: false,
};
const statement: AskedExposure = {
  terms: {
    annualFeeCents: 12_000_00,
    cap: { kind: 'multiple', multiple: 1.5 },
    remainingFeesCents: 0,
    exitClauses: ['CL-17'],
  },
  estimates: [estimate],
};

function refusals(asked: AskedExposure): string[] {
  const decision = decideExposure(asked);
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}
const withTerms = (terms: Partial<AskedExposure['terms']>) => ({
  ...statement,
  terms: { ...statement.terms, ...terms },
});
const withEstimate = (change: Partial<Estimate>) => ({
  ...statement,
  estimates: [{ ...estimate, ...change }],
});

test('what is stated is kept, a name only where it is one', () => {
  const losses = [
    { ...loss, label: 'sans effet' },
    { ...loss, kind: 'other', label: '  Matériel perdu ' },
  ] as const;
  expect(decideExposure(withEstimate({ losses }))).toEqual({
    accepted: true,
    value: withEstimate({ losses: [loss, { ...loss, kind: 'other', label: 'Matériel perdu' }] }),
  });
});

test.each([
  ['years of a fee that is not given', withTerms({ annualFeeCents: null }), '/terms/annualFeeCents required'],
  ['a negative cap', withTerms({ cap: { kind: 'amount', cents: -1 } }), '/terms/cap/cents out-of-range'],
  [
    'too many years',
    withTerms({ cap: { kind: 'multiple', multiple: 101 } }),
    '/terms/cap/multiple out-of-range',
  ],
  ['years without a number', withTerms({ cap: { kind: 'multiple' } }), '/terms/cap/multiple required'],
  ['an amount without one', withTerms({ cap: { kind: 'amount' } }), '/terms/cap/cents required'],
  ['half a cent', withTerms({ remainingFeesCents: 0.5 }), '/terms/remainingFeesCents not-an-integer'],
  ['a lost chance of one', withEstimate({ lostChance: 1 }), '/estimates/0/lostChance out-of-range'],
  ['a lost chance just over', withEstimate({ lostChance: 0.91 }), '/estimates/0/lostChance out-of-range'],
  ['the same head twice', withEstimate({ losses: [loss, loss] }), '/estimates/0/losses/1/kind duplicate'],
  [
    'another head without a name',
    withEstimate({ losses: [{ ...loss, kind: 'other' }] }),
    '/estimates/0/losses/0/label required',
  ],
  [
    'more heads than anybody reads',
    withEstimate({
      losses: Array.from({ length: 21 }, () => ({ ...loss, kind: 'other', label: 'x' }) as const),
    }),
    '/estimates/0/losses too-many',
  ],
  ['a scenario twice', { ...statement, estimates: [estimate, estimate] }, '/estimates/1/key duplicate'],
])('%s is refused', (_, asked, refusal) => {
  expect(refusals(asked)).toEqual([refusal]);
});

test('a lost chance may be as high as 0.9', () => {
  expect(refusals(withEstimate({ lostChance: 0.9 }))).toEqual([]);
});

test('scenarios rest on questions and lessons of the library', () => {
  const questions = new Set(bank.themes.flatMap((theme) => theme.questions.map(({ id }) => id)));
  const lessons = new Set(bank.lessons.map(({ id }) => id));
  expect(exposureScenarios.map(({ key }) => key)).toEqual([...exposureKeys]);
  for (const key of exposureKeys) {
    const scenario = getExposureScenario(key);
    expect(scenario.questions.filter((id) => !questions.has(id))).toEqual([]);
    expect(scenario.lessons.filter((id) => !lessons.has(id))).toEqual([]);
  }
  expect(Object.keys(lossNames)).toEqual([...lossKinds]);
});

describe('the evidence index', () => {
  const line = (
    question: string,
    phi: number,
    status: 'answered' | 'missing' | 'na' | 'out-of-scope' = 'answered',
  ) => ({
    question,
    phi,
    status,
  });

  test('is the mean of the linked questions that apply', () => {
    const lines = [
      line('A', 0.9),
      line('B', 0.35),
      line('C', 0, 'missing'),
      line('D', 0, 'na'),
      line('Z', 1),
    ];
    const { index, questions } = evidenceIndex(lines, ['A', 'B', 'C', 'D', 'E']);
    expect(index).toBeCloseTo((0.9 + 0.35) / 3, 10);
    expect(questions.map(({ question }) => question)).toEqual(['A', 'B', 'C']);
  });

  test('is none when no linked question applies', () => {
    expect(evidenceIndex([line('A', 0.5, 'out-of-scope')], ['A']).index).toBeNull();
    expect(evidenceIndex([], ['A']).index).toBeNull();
  });
});
