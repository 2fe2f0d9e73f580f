import { aSingle } from '@probant/shared/testing/mini-document';

import { givenAgain, stillHolds } from './still-holds.js';

const asked = { ...aSingle('A-1'), help: undefined } as unknown as Parameters<typeof stillHolds>[0];
const saved = {
  ...{ comment: '', justification: '', revision: 3, savedBy: 'Léa', savedAt: '2026-03-12T09:00:00.000Z' },
};

test('an answer as the server gives it back holds as long as its choice is offered', () => {
  const offered = 'options' in asked ? asked.options[0]?.value : '';
  expect(stillHolds(asked, { ...saved, state: 'answered', value: offered })).toBe(true);
  expect(stillHolds(asked, { ...saved, state: 'answered', value: 'plus-proposé' })).toBe(false);
  expect(stillHolds(asked, { ...saved, state: 'refused', value: null })).toBe(true);
  expect(stillHolds(asked, { ...saved, state: 'cleared', value: null })).toBe(true);
});

test('given again, it has no place that its state has no use for', () => {
  expect(givenAgain({ ...saved, state: 'answered', value: 'oui' })).toEqual({
    ...{ state: 'answered', value: 'oui', comment: '' },
  });
  expect(givenAgain({ ...saved, state: 'na', value: null, justification: 'Sans serveur' })).toEqual({
    ...{ state: 'na', justification: 'Sans serveur', comment: '' },
  });
});
