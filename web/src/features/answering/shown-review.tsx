import './review.css';

import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from './answer-words.js';
import { FindingList } from './finding-list.js';
import { reviewTexts } from './review.texts.js';
import { useShownReviews } from './use-findings.js';
import type { Sheet } from './use-sheet.js';

interface ShownReviewProps {
  readonly sheet: Sheet;
  readonly question: SupplierQuestion;
}

/** What the buyer made of this answer: claims, corrections, pieces set aside, and the finding with what would settle it. */
export function ShownReview({ sheet, question }: ShownReviewProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { assessmentId, pieces } = sheet.state;
  const reviews = useShownReviews(assessmentId);
  const review = reviews.data?.find(({ questionId }) => questionId === question.id);
  const { notApplicable: claim, override, rejectedPieces = [] } = review ?? {};
  return (
    <>
      {review === undefined ? null : (
        <ul className="pb-shown-review">
          {claim === undefined ? null : <li>{t(`claim.${claim.decision}`, { reason: claim.reason })}</li>}
          {override === undefined ? null : (
            <li>
              {t('override', {
                answer: answerLines(question, override, language).join(' · '),
                reason: override.reason,
              })}
            </li>
          )}
          {rejectedPieces.map(({ evidenceId, reason }) => (
            <li key={evidenceId}>
              {t('rejected', {
                name: pieces.find((piece) => piece.evidenceId === evidenceId)?.name ?? t('rejected.former'),
                reason,
              })}
            </li>
          ))}
        </ul>
      )}
      <FindingList assessmentId={assessmentId} questionId={question.id} />
    </>
  );
}
