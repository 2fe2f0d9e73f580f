import { render } from '@testing-library/react';

import { LeftToReview, reviewLeft, ReviewTags } from './review-left.js';

const textOf = (left: Parameters<typeof reviewLeft>[0]): string[] => {
  const review = reviewLeft(left);
  const tags = render(<ReviewTags {...review} />).container;
  const line = render(<LeftToReview {...review} />).container;
  return [tags, line].map(({ textContent }) => textContent.replaceAll(/\s/g, ' '));
};

test('before the review is ended a score says so, and what is to be examined', () => {
  expect(textOf({ beforeReview: true, unexamined: 26, undecided: ['MSS-01'] })).toEqual([
    'avant examen',
    '26 pièces à examiner ne prouvent rien encore · 1 « sans objet » à trancher',
  ]);
});

test('once it is ended it counts what was left, and is before nothing', () => {
  expect(textOf({ beforeReview: false, unexamined: 26, undecided: 0 })).toEqual([
    '26 pièces non examinées',
    '26 pièces non examinées. Ce qui n’a pas été examiné ne prouve rien.',
  ]);
  expect(textOf({ beforeReview: false, unexamined: 0, undecided: 0 })).toEqual(['', '']);
});
