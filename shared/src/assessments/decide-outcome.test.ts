import { decideOutcome, type OutcomeWish } from './decide-outcome.js';

const wish: OutcomeWish = { outcome: 'sign', reason: ' Suffisant. ', conditions: '', message: '' };

test('a decision has its reason, and conditions only where it signs under conditions', () => {
  expect(decideOutcome(wish)).toMatchObject({ value: { outcome: 'sign', reason: 'Suffisant.' } });
  expect(
    decideOutcome({ ...wish, outcome: 'sign-with-conditions', conditions: 'Copie hors ligne.' }),
  ).toMatchObject({ accepted: true });
});

test.each<[Partial<OutcomeWish>, object]>([
  [{ reason: ' ' }, { pointer: '/reason', code: 'reason-required' }],
  [{ outcome: 'sign-with-conditions' }, { pointer: '/conditions', code: 'required' }],
  [{ conditions: 'Une copie.' }, { pointer: '/conditions', code: 'nothing-to-decide' }],
  [
    { outcome: 'refuse', conditions: 'Une copie.' },
    { pointer: '/conditions', code: 'nothing-to-decide' },
  ],
])('%j is refused', (change, error) => {
  expect(decideOutcome({ ...wish, ...change })).toMatchObject({ refusal: { errors: [error] } });
});
