import { bank } from '@probant/shared/testing/bank';

import { placeOf, searchOf, subjectOf } from './place-of-problem.js';

test.each([
  ['/themes/1/questions/3/text/en', 'BKP', 'BKP-04'],
  ['/themes/1/questions', 'BKP', undefined],
  ['/themes/0', 'FIN', undefined],
  ['/themes', undefined, undefined],
  ['/presets/0', undefined, undefined],
  ['/knockouts/999/when', undefined, undefined],
  ['/consistencyChecks/999', undefined, undefined],
  ['', undefined, undefined],
])('%s lies in %s, %s', (pointer, theme, question) => {
  const place = placeOf(bank, pointer);
  const named = place?.kind === 'knockout' ? undefined : place;
  expect(named?.theme.code).toBe(theme);
  expect(named?.kind === 'question' ? named.question.id : undefined).toBe(question);
});

test('what is wrong with a knock-out leads to the knock-out', () => {
  expect(searchOf(placeOf(bank, '/knockouts/2/when/all/0/q'))).toBe('?knockout=KO-BKP-1');
  expect(searchOf(placeOf(bank, '/themes/1/questions/3'))).toBe('?q=BKP-04');
  expect(searchOf(placeOf(bank, '/themes/1/title/en'))).toBe('?theme=BKP');
  expect(searchOf(undefined)).toBe('');
});

test('what is no question is told by its own name', () => {
  expect(subjectOf(bank, '/consistencyChecks/0/text/fr')).toBe(bank.consistencyChecks[0]?.id);
  expect(subjectOf(bank, '/themes/0')).toBeUndefined();
});
