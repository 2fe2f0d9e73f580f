import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import type { Review } from './review-model.js';
import { reviewTexts } from './review.texts.js';
import { useFinish } from './use-review.js';

/** Ends the review; what was not looked at is said before. */
export function FinishDialog({
  review,
  opened,
  onClose,
}: {
  readonly review: Review;
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const finish = useFinish(review.assessmentId);
  const left = review.questions.filter(({ toSee }) => toSee).length;
  return (
    <ConfirmDialog
      opened={opened}
      title={t('finish.title')}
      confirm={t('finish')}
      act={() => finish.mutateAsync(undefined)}
      onClose={onClose}
    >
      <p>{t('finish.text')}</p>
      {left === 0 ? null : (
        <p className="pb-amber" style={{ marginTop: 8 }}>
          {t('finish.left', { count: left })}
          {review.score.unexamined > 0 ? ` ${t('finish.unproven')}` : ''}
        </p>
      )}
    </ConfirmDialog>
  );
}
