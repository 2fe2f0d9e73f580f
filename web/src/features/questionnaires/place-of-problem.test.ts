import { bank } from '@probant/shared/testing/bank';

import { placeOf } from './place-of-problem.js';

test.each([
  ['/themes/1/questions/3/text/en', 'BKP', 'BKP-04'],
  ['/themes/1/questions', 'BKP', undefined],
  ['/themes/0', 'FIN', undefined],
  ['/themes', undefined, undefined],
  ['/presets/0', undefined, undefined],
  ['', undefined, undefined],
])('%s lies in %s, %s', (pointer, theme, question) => {
  const place = placeOf(bank, pointer);
  expect([place?.theme.code, place?.question?.id]).toEqual([theme, question]);
});
