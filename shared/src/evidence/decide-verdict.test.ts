import { decideVerdict, type VerdictWish } from './decide-verdict.js';

const dated = { datedOn: '2026-10-01' };

test.each<[string, object, VerdictWish, object]>([
  [
    'accepted with a level that its date carries',
    dated,
    { verdict: 'accepted', level: 'E3', note: '' },
    { verdict: 'accepted', level: 'E3' },
  ],
  [
    'accepted without a date at E1',
    {},
    { verdict: 'accepted', level: 'E1', note: '' },
    { verdict: 'accepted', level: 'E1' },
  ],
  ['rejected with a reason', dated, { verdict: 'rejected', note: 'Illisible.' }, { verdict: 'rejected' }],
  ['put back', dated, { verdict: 'unexamined', note: '' }, { verdict: 'unexamined' }],
])('a piece is %s', (_name, piece, wish, value) => {
  expect(decideVerdict(piece, wish)).toEqual({ accepted: true, value });
});

test.each<[string, object, VerdictWish, object]>([
  [
    'acceptance without a level',
    dated,
    { verdict: 'accepted', note: '' },
    { pointer: '/level', code: 'level-required' },
  ],
  [
    'E2 without a date',
    {},
    { verdict: 'accepted', level: 'E2', note: '' },
    { pointer: '/level', code: 'level-needs-date' },
  ],
  [
    'rejection without a reason',
    dated,
    { verdict: 'rejected', note: ' ' },
    { pointer: '/note', code: 'reason-required' },
  ],
])('%s is refused', (_name, piece, wish, error) => {
  expect(decideVerdict(piece, wish)).toEqual({
    accepted: false,
    refusal: { code: 'invalid-input', errors: [error] },
  });
});
