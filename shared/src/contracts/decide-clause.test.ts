import { decideClause, type AskedAssessment } from './decide-clause.js';

const text = 'Le plafond 😀 est fixé.';
const asked = (more: Partial<AskedAssessment>): AskedAssessment => ({
  status: 'weak',
  passage: { start: 3, end: 10 },
  note: '',
  ...more,
});
const refusals = (more: Partial<AskedAssessment>, of: string | null = text) => {
  const decision = decideClause(asked(more), of);
  return decision.accepted ? [] : (decision.refusal.errors ?? []).map(({ pointer, code }) => [pointer, code]);
};

test('the passage is quoted word for word', () => {
  expect(decideClause(asked({ note: ' à revoir ' }), text)).toEqual({
    accepted: true,
    value: { status: 'weak', start: 3, end: 10, quote: 'plafond', note: 'à revoir' },
  });
});

test.each<readonly [string, Partial<AskedAssessment>, readonly (readonly [string, string])[]]>([
  ['absent, with nothing to quote', { status: 'absent', passage: null }, []],
  ['absent, with a passage', { status: 'absent' }, [['/passage', 'unknown-field']]],
  ['there, without passage or note', { passage: null }, [['/note', 'passage-or-note-required']]],
  ['there, with a note alone', { passage: null, note: 'Article 4 de l’original.' }, []],
  [
    'a passage that begins behind the end',
    { passage: { start: 99, end: 100 } },
    [['/passage/start', 'out-of-range']],
  ],
  [
    'a passage that ends behind the end',
    { passage: { start: 3, end: 99 } },
    [['/passage/end', 'out-of-range']],
  ],
  [
    'a passage that ends before it begins',
    { passage: { start: 5, end: 5 } },
    [['/passage/end', 'out-of-range']],
  ],
  ['half a character', { passage: { start: 3, end: 12 } }, [['/passage/end', 'out-of-range']]],
  ['white space alone', { passage: { start: 2, end: 3 } }, [['/passage', 'passage-empty']]],
  ['a note too long', { note: 'x'.repeat(5_001) }, [['/note', 'too-long']]],
])('%s', (_, more, expected) => {
  expect(refusals(more)).toEqual(expected);
});

test('a passage longer than can be read at once is refused', () => {
  expect(refusals({ passage: { start: 0, end: 5_001 } }, 'x'.repeat(6_000))).toEqual([
    ['/passage/end', 'out-of-range'],
  ]);
});

test('a document without text has no passage', () => {
  expect(refusals({}, null)).toEqual([['/passage/start', 'out-of-range']]);
});
