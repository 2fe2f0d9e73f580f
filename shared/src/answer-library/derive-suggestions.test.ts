import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import {
  deriveSuggestions,
  maxSuggestions,
  type Candidate,
  type LibraryPiece,
} from './derive-suggestions.js';
import { askable, type LibraryQuestion } from './library-question.js';

const now = '2026-11-28T09:00:00.000Z';
const asked: LibraryQuestion = { id: 'Q', type: 'text', text: { fr: 'Comment ?', en: 'How?' } };
const question: SupplierQuestion = {
  ...askable(asked),
  evidence: { need: 'required', kinds: [], maxAgeMonths: 12 },
};
const candidate = (more: Partial<Candidate> & { value?: string } = {}): Candidate => ({
  question: asked,
  answer: { state: 'answered', value: more.value ?? 'Ainsi' },
  similarity: 1,
  declared: null,
  givenAt: '2026-05-01T08:00:00.000Z',
  pieces: [],
  ...more,
});
const reworded: LibraryQuestion = { ...asked, text: { fr: 'Comment donc ?', en: 'How then?' } };
const piece = (id: string, more: Partial<LibraryPiece> = {}): LibraryPiece => ({
  id,
  superseded: false,
  datedOn: '2026-06-01',
  ...more,
});
const valuesOf = (candidates: readonly Candidate[]) =>
  deriveSuggestions(question, candidates, now).map(
    ({ candidate: { answer } }) => 'value' in answer && answer.value,
  );

test('the closest comes first, and of equals the latest', () => {
  expect(
    valuesOf([
      candidate({ value: 'alike', question: { ...reworded, id: 'R' }, similarity: 0.8 }),
      candidate({ value: 'older' }),
      candidate({ value: 'reworded', question: reworded, similarity: 0.8 }),
      candidate({ value: 'latest', givenAt: '2026-06-01T08:00:00.000Z' }),
      candidate({ value: 'related', question: { ...reworded, id: 'R' }, declared: 'partly' }),
      candidate({ value: 'equivalent', question: { ...reworded, id: 'R' }, declared: 'same' }),
    ]),
  ).toEqual(['latest', 'older', 'equivalent', 'reworded', 'related']);
});

test('what can be taken over comes before what can only be read', () => {
  const unreadable: LibraryQuestion = { ...asked, type: 'number', unit: { fr: '', en: '' }, none: false };
  expect(
    valuesOf([
      candidate({ value: 'read', question: unreadable }),
      candidate({ value: 'take', question: reworded, similarity: 0.6 }),
    ]),
  ).toEqual(['take', 'read']);
});

test('the same answer is offered once, and no more than a few', () => {
  expect(valuesOf([candidate(), candidate({ question: reworded, similarity: 0.9 })])).toEqual(['Ainsi']);
  const many = Array.from({ length: 9 }, (_, index) => candidate({ value: `n${index}` }));
  expect(valuesOf(many)).toHaveLength(maxSuggestions);
});

test.each([
  ['fresh', {}, ['fresh'], 0],
  ['of the last day allowed', { datedOn: '2025-11-28' }, ['fresh'], 0],
  ['a day too old', { datedOn: '2025-11-27' }, [], 1],
  ['on the last day of a certificate', { expiresOn: '2026-11-28' }, ['fresh'], 0],
  ['the day after', { expiresOn: '2026-11-27' }, [], 1],
  ['undated', { datedOn: undefined }, ['undated'], 0],
  ['replaced by nothing that is known', { superseded: true }, [], 0],
] as const)('a piece that is %s', (_name, more, freshness, expired) => {
  const [first] = deriveSuggestions(
    question,
    [candidate({ pieces: [piece('p', more as Partial<LibraryPiece>)] })],
    now,
  );
  expect(first?.pieces.map((one) => one.freshness)).toEqual(freshness);
  expect(first?.expired).toBe(expired);
});

test('pieces alone are offered while one of them is fresh', () => {
  const file: LibraryQuestion = { id: 'Q', type: 'file', text: asked.text };
  const offer = (pieces: readonly LibraryPiece[]) =>
    deriveSuggestions(
      { ...question, ...askable(file), evidence: question.evidence },
      [candidate({ question: file, answer: { state: 'pieces' }, pieces })],
      now,
    );
  expect(offer([piece('p')])).toMatchObject([{ fit: { fits: 'pieces' }, pieces: [{ id: 'p' }] }]);
  expect(offer([piece('p', { datedOn: '2020-01-01' })])).toEqual([]);
});
