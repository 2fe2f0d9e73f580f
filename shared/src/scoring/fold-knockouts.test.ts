import { bank } from '../testing/bank.js';
import { foldKnockouts } from './fold-knockouts.js';
import type { KnockoutState } from './knockouts.js';
import { scoreAssessment } from './score-assessment.js';

const one = (id: string, floor: number, state: KnockoutState, ...questions: string[]) => ({
  id,
  floor,
  state,
  questions,
});
const words = (active: Parameters<typeof foldKnockouts>[0]): string[] =>
  foldKnockouts(active).map(({ knockout, under }) =>
    [knockout.id, ...under.map(({ id }) => `(${id})`)].join(' '),
  );

test.each([
  ['the same answer, a lower floor', [one('A', 50, 'proved', 'Q'), one('B', 35, 'proved', 'Q')], ['A (B)']],
  ['whatever their order', [one('B', 35, 'proved', 'Q'), one('A', 50, 'proved', 'Q')], ['A (B)']],
  [
    'under the highest of several',
    [one('C', 20, 'proved', 'Q'), one('B', 35, 'proved', 'Q'), one('A', 50, 'proved', 'Q')],
    ['A (C) (B)'],
  ],
  ['another answer', [one('A', 50, 'proved', 'Q'), one('B', 35, 'proved', 'R')], ['A', 'B']],
  ['an answer more', [one('A', 50, 'proved', 'Q'), one('B', 35, 'proved', 'Q', 'R')], ['A', 'B']],
  ['the same floor', [one('A', 50, 'proved', 'Q'), one('B', 50, 'proved', 'Q')], ['A', 'B']],
  [
    'proved under what is not shown',
    [one('A', 50, 'undemonstrated', 'Q'), one('B', 35, 'proved', 'Q')],
    ['A', 'B'],
  ],
  [
    'not shown under what is unlawful',
    [one('A', 90, 'unlawful', 'Q'), one('B', 50, 'undemonstrated', 'Q')],
    ['A (B)'],
  ],
])('%s', (_what, active, expected) => {
  expect(words(active)).toEqual(expected);
});

test('no disconnected copy is told under no copy and no warning', () => {
  const context = { hosting: 'full' };
  const result = scoreAssessment(bank, { context, answers: { 'BKP-04': { v: 'non' } } });
  expect(words(result.knockouts).find((text) => text.startsWith('KO-BKP'))).toBe('KO-BKP-1 (KO-BKP-2)');
});
