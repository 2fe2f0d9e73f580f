import { decideDraft, firstDraft, hasClause, type ContractFacts } from './draft.js';
import { decideReply, takesReplies } from './reply.js';
import { mayAddPiece } from './pieces.js';

const today = '2026-11-28';
const nothing: ContractFacts = { terms: null, substantial: null, termination: null };
const cure = { kind: 'clause', days: 15, article: '16', wording: 'demeurée infructueuse' } as const;
const facts: ContractFacts = { ...nothing, terms: { title: 'CGS', signedOn: '2020-01-01', cure } };

test('a draft begins with what the contract’s file says', () => {
  expect(firstDraft(facts, 'Cadran')).toMatchObject({
    recipientName: 'Cadran',
    contractTitle: 'CGS',
    contractSignedOn: '2020-01-01',
    basis: 'clause',
    clauseArticle: '16',
    clauseWording: 'demeurée infructueuse',
    cureDays: 15,
  });
});

test('a contract read without a clause leads to article 1226, one that nobody read leaves the choice', () => {
  const none = { ...facts, terms: { ...facts.terms, title: 'x', signedOn: null, cure: null } };
  expect(hasClause(none)).toBe(false);
  expect(firstDraft(none, '').basis).toBe('art-1226');
  expect(firstDraft(nothing, '').basis).toBe('clause');
});

test('the clause that was quoted serves where the terms hold no wording', () => {
  const termination = { status: 'weak', article: '14', quote: 'En cas de manquement' } as const;
  expect(firstDraft({ ...nothing, termination }, '')).toMatchObject({
    clauseArticle: '14',
    clauseWording: 'En cas de manquement',
  });
});

test('an incomplete draft is kept, a wrong one is refused by its fields', () => {
  const draft = firstDraft(facts, 'Cadran');
  expect(decideDraft(draft, new Set(), today).accepted).toBe(true);
  const breach = {
    ...{ obligation: ' Oblige ', article: '', substance: 'argued' as const, gravity: '', facts: '' },
    ...{ on: '2018-02-30', pieceIds: ['x'] },
  } as const;
  const decided = decideDraft({ ...draft, cureDays: 0, breaches: [breach] }, new Set(), today);
  expect(decided.accepted ? [] : decided.refusal.errors?.map(({ pointer }) => pointer)).toEqual([
    '/cureDays',
    '/breaches/0/on',
    '/breaches/0/pieceIds/0',
  ]);
  const tidy = decideDraft({ ...draft, breaches: [{ ...breach, on: null }] }, new Set(['x']), today);
  expect(tidy.accepted ? tidy.value.breaches[0]?.obligation : '').toBe('Oblige');
});

test.each([
  ['2026-11-28', []],
  ['2026-11-29', ['/contractSignedOn date-in-future', '/breaches/0/on date-in-future']],
  ['1830-01-01', ['/contractSignedOn date-too-old', '/breaches/0/on date-too-old']],
])('what a letter tells of %s has happened', (day, expected) => {
  const breach = { obligation: '', article: '', substance: 'argued', gravity: '', facts: '' } as const;
  const draft = {
    ...firstDraft(facts, 'Cadran'),
    contractSignedOn: day,
    breaches: [{ ...breach, on: day, pieceIds: [] }],
  };
  const decided = decideDraft(draft, new Set(), today);
  const errors = decided.accepted ? [] : (decided.refusal.errors ?? []);
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

test('proof goes in before the letter leaves, what the post gave back after, and the cure is the supplier’s', () => {
  expect(mayAddPiece('buyer', 'breach', 'draft')).toBe(true);
  expect(mayAddPiece('buyer', 'breach', 'sent')).toBe(false);
  expect(mayAddPiece('buyer', 'receipt', 'draft')).toBe(false);
  expect(mayAddPiece('buyer', 'receipt', 'sent')).toBe(true);
  expect(mayAddPiece('buyer', 'cure', 'received')).toBe(false);
  expect(mayAddPiece('buyer', 'data-return', 'received')).toBe(false);
  expect(mayAddPiece('buyer', 'data-return', 'effective')).toBe(true);
  expect(mayAddPiece('supplier', 'cure', 'draft')).toBe(false);
  expect(mayAddPiece('supplier', 'cure', 'received')).toBe(true);
  expect(mayAddPiece('supplier', 'receipt', 'received')).toBe(false);
});

test('a supplier answers what was sent and still stands', () => {
  expect(takesReplies('draft')).toBe(false);
  expect(takesReplies('withdrawn')).toBe(false);
  expect(decideReply('received', { kind: 'contests', body: ' Non. ' })).toEqual({
    accepted: true,
    value: { kind: 'contests', body: 'Non.' },
  });
  expect(decideReply('withdrawn', { kind: 'writes', body: 'x' })).toMatchObject({
    refusal: { code: 'notice-closed' },
  });
  expect(decideReply('received', { kind: 'writes', body: ' ' })).toMatchObject({
    refusal: { errors: [{ pointer: '/body', code: 'required' }] },
  });
});
