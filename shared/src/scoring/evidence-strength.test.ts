import { bank } from '../testing/bank.js';
import { strengthOfPiece, type ReviewedPiece } from './evidence-strength.js';

const accepted = (more: Partial<ReviewedPiece> = {}): ReviewedPiece => ({
  verdict: 'accepted',
  level: 'E3',
  ...more,
});

test.each<[string, ReviewedPiece, number | undefined, number]>([
  ['not yet examined proves nothing', { verdict: 'unexamined', level: 'E4' }, 12, 0],
  ['rejected proves nothing', { verdict: 'rejected', level: 'E4' }, 12, 0],
  ['accepted has the strength of its level', accepted(), 12, 0.9],
  ['as old as allowed is fresh', accepted({ datedOn: '2025-11-22' }), 12, 0.9],
  ['one day older is stale', accepted({ datedOn: '2025-11-21' }), 12, 0.2],
  ['without a limit it never grows stale', accepted({ datedOn: '2001-01-01' }), undefined, 0.9],
  ['a certificate holds on its last day', accepted({ expiresOn: '2026-11-22' }), 12, 0.9],
  ['and is stale the day after', accepted({ expiresOn: '2026-11-21' }), 12, 0.2],
  ['a bare claim does not gain by ageing', accepted({ level: 'E0', expiresOn: '2020-01-01' }), 12, 0],
])('%s', (_, piece, maxAgeMonths, expected) => {
  expect(strengthOfPiece(bank, piece, maxAgeMonths, '2026-11-22')).toBe(expected);
});
