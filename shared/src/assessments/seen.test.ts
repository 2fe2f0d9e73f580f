import type { Submission } from './submit.js';
import { findPrevious, isSeen, saysSomething } from './seen.js';

type Said = Pick<Submission, 'answers' | 'pieces'> & { readonly number: number };
const piece = {
  id: 'p1',
  name: 'pv.pdf',
  kind: 'pv_test',
  sha256: 'a',
  mediaType: 'application/pdf',
  bytes: 1,
};
const first: Said = {
  number: 1,
  answers: { A: { state: 'answered', value: 'oui' }, B: { state: 'refused' } },
  pieces: [{ ...piece, questions: ['A'] }],
};

test('a question stays seen until its answer, its comment or its pieces change', () => {
  expect(isSeen(first, first, 'A')).toBe(true);
  expect(isSeen(first, undefined, 'A')).toBe(false);
  const commented = {
    ...first,
    answers: { ...first.answers, A: { state: 'answered', value: 'oui', comment: 'x' } },
  } as const;
  expect(isSeen(commented, first, 'A')).toBe(false);
  expect(isSeen(commented, first, 'B')).toBe(true);
  expect(isSeen({ ...first, pieces: [] }, first, 'A')).toBe(false);
});

test('the answer before is the last that was another', () => {
  const second: Said = { ...first, number: 2, answers: { A: { state: 'answered', value: 'non' } } };
  const third: Said = { ...second, number: 3 };
  expect(findPrevious(third, [first, second], 'A')?.number).toBe(1);
  expect(findPrevious(third, [first, second], 'B')?.number).toBe(1);
  const none: readonly Said[] = [];
  expect(findPrevious(first, none, 'A')).toBeUndefined();
  expect(findPrevious(second, [second], 'A')).toBeUndefined();
});

test('there is something to look at where something was said or shown', () => {
  expect(saysSomething(first, 'B')).toBe(true);
  expect(saysSomething({ answers: {}, pieces: first.pieces }, 'A')).toBe(true);
  expect(saysSomething(first, 'C')).toBe(false);
});
