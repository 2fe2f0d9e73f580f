import type { Notice } from './use-notices.js';
import { emptyBreach, isDays, toDraft, toValues } from './draft-values.js';

const draft: Notice['draft'] = {
  ...{ senderAddress: '', signatory: '', recipientName: 'Cadran', recipientAddress: '', place: '' },
  ...{ contractTitle: 'Contrat', contractSignedOn: null, basis: 'clause', clauseArticle: '' },
  ...{ clauseWording: '', demand: '', cureDays: 30, channel: 'registered' },
  breaches: [
    { ...emptyBreach(true), on: '2026-01-05' },
    { ...emptyBreach(false), on: null },
  ],
};

test('what is saved comes back as it was', () => {
  const asked = { ...draft, breaches: draft.breaches.map((one) => ({ ...one, pieceIds: ['a'] })) };
  expect(toDraft(toValues(asked))).toEqual(asked);
});

test.each([
  ['', null],
  [' 15 ', 15],
  ['quinze', null],
])('%j as a cure period is %j', (cureDays, expected) => {
  const values = toValues({ ...draft, breaches: [] });
  expect(toDraft({ draft: { ...values.draft, cureDays } }).cureDays).toBe(expected);
});

test('a cure period is whole days', () => {
  expect(['', '30', '3,5', '-1', '1000'].map(isDays)).toEqual([true, true, false, false, false]);
});
