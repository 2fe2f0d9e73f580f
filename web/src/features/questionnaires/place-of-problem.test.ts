import { bank } from '@probant/shared/testing/bank';

import { placeOf, subjectOf } from './place-of-problem.js';

test.each([
  ['/themes/1/questions/3/text/en', 'BKP', 'BKP-04'],
  ['/themes/1/questions', 'BKP', undefined],
  ['/themes/0', 'FIN', undefined],
  ['/themes', undefined, undefined],
  ['/presets/0', undefined, undefined],
  ['/knockouts/2/when', 'BKP', 'BKP-04'],
  ['/knockouts/999/when', undefined, undefined],
  ['/consistencyChecks/999', undefined, undefined],
  ['', undefined, undefined],
])('%s lies in %s, %s', (pointer, theme, question) => {
  const place = placeOf(bank, pointer);
  expect([place?.theme.code, place?.question?.id]).toEqual([theme, question]);
});

test('what is no question is told by its own name', () => {
  expect(subjectOf(bank, '/knockouts/2/when')).toBe('KO-BKP-1');
  expect(subjectOf(bank, '/consistencyChecks/0/text/fr')).toBe(bank.consistencyChecks[0]?.id);
  expect(subjectOf(bank, '/themes/0')).toBeUndefined();
});
