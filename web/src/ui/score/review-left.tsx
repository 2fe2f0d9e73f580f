import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scoreTexts } from './score.texts.js';

/** What nobody has examined or decided, and whether the review that would is still to be ended. */
export interface ReviewLeft {
  readonly before: boolean;
  readonly pieces: number;
  readonly claims: number;
}

/** Of a score of an assessment, live or kept. */
export function reviewLeft(score: {
  readonly beforeReview: boolean;
  readonly unexamined: number;
  readonly undecided: number | readonly string[];
}): ReviewLeft {
  const { beforeReview: before, unexamined: pieces, undecided } = score;
  return { before, pieces, claims: typeof undecided === 'number' ? undecided : undecided.length };
}

/** In a word or two beside a score. */
export function ReviewTags({ before, pieces, claims }: ReviewLeft): ReactNode {
  const { t } = useTranslation(scoreTexts);
  const words = before
    ? [t('before-review')]
    : [
        ...(pieces > 0 ? [t('left.pieces', { count: pieces })] : []),
        ...(claims > 0 ? [t('left.claims', { count: claims })] : []),
      ];
  return words.map((word) => (
    <span key={word} className="pb-tag pb-tag-amber">
      {word}
    </span>
  ));
}

/** In a line under a score. */
export function LeftToReview({ before, pieces, claims }: ReviewLeft): ReactNode {
  const { t } = useTranslation(scoreTexts);
  const counts = [
    ...(pieces > 0 ? [t(before ? 'before-review.pieces' : 'left.pieces', { count: pieces })] : []),
    ...(claims > 0 ? [t(before ? 'before-review.claims' : 'left.claims', { count: claims })] : []),
  ];
  if (counts.length === 0) return null;
  return (
    <p className="pb-xs pb-amber" style={{ marginTop: 6 }}>
      {counts.join(' · ')}
      {before ? null : `. ${t('left.proves')}`}
    </p>
  );
}
