import { bank } from '../testing/bank.js';
import { decideMeasuredProof, textInForce, valueInForce } from './measured-proof.js';

const asOf = '2026-11-28T08:00:00.000Z';
const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === 'EIC-03');

test.each([
  ['the same', 4, 4, true],
  ['a worse answer', 4, 6, true],
  ['a better answer', 4, 1, false],
  ['a measure within the best, and an answer within it too', 0.1, 0.2, true],
  ['nothing found, and a delay claimed', 'none', 4, false],
  ['no answer', 4, undefined, false],
])('a measure beside %s', (_name, measured, claimed, expected) => {
  if (question === undefined) throw new Error('no such question');
  const decision = decideMeasuredProof(question, measured, claimed, asOf);
  expect(decision.accepted).toBe(expected);
  if (!decision.accepted) expect(decision.refusal.code).toBe('measure-contradicts');
});

test('the answer in force is the reviewer’s where there is one', () => {
  const answers = { 'EIC-03': { state: 'answered', value: 1, comment: 'vu' } } as const;
  const override = { state: 'answered', value: 6 } as const;
  expect(valueInForce(answers, 'EIC-03', undefined)).toBe(1);
  expect(valueInForce(answers, 'EIC-03', { override })).toBe(6);
  expect(valueInForce(answers, 'EIC-03', { override: { state: 'refused' } })).toBeUndefined();
  expect(textInForce(answers, 'EIC-03', undefined)).not.toContain('vu');
  expect(textInForce(answers, 'EIC-03', { override })).not.toBe(textInForce(answers, 'EIC-03', undefined));
});
