import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { PageHeader } from '../../ui/shell/page.js';
import { FinishDialog } from './finish-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import type { Review } from './review-model.js';
import { reviewTexts } from './review.texts.js';

/** Whose answers, which submission, and what ends the review: returned, finished, decided. */
export function ReviewHeader({ review }: { readonly review: Review }): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const [open, setOpen] = useState<'return' | 'finish' | null>(null);
  const { assessmentId, possible, status } = review;
  const [submission] = review.submissions;
  const close = (): void => {
    setOpen(null);
  };
  const can = (act: Review['possible'][number]): boolean => possible.includes(act);
  const canFinish = can('finish-review') || (status === 'submitted' && can('start-review'));
  return (
    <>
      <PageHeader
        title={review.engagementName}
        breadcrumbs={[
          { title: t('list'), path: '/assessments' },
          { title: review.supplierName, path: `/assessments/${assessmentId}` },
        ]}
        tags={
          <>
            {submission === undefined ? null : (
              <span className="pb-tag">
                {t('submission', {
                  number: submission.number,
                  at: formatInstant(submission.submittedAt, language),
                })}
              </span>
            )}
            <Tier review={review} />
          </>
        }
        actions={
          <>
            {review.submissions.length > 1 ? (
              <Button component={Link} to={`/assessments/${assessmentId}/changes`}>
                {t('changes')}
              </Button>
            ) : null}
            <Button component={Link} to={`/assessments/${assessmentId}/score`}>
              {t('history')}
            </Button>
            {can('return') ? (
              <Button
                onClick={() => {
                  setOpen('return');
                }}
              >
                {t('return')}
              </Button>
            ) : null}
            {canFinish ? (
              <Button
                variant="filled"
                onClick={() => {
                  setOpen('finish');
                }}
              >
                {t('finish')}
              </Button>
            ) : null}
            {can('decide') || status === 'decided' ? (
              <Button
                component={Link}
                to={`/assessments/${assessmentId}/decision`}
                variant={status === 'decided' ? 'default' : 'filled'}
              >
                {t(status === 'decided' ? 'decision' : 'decide')}
              </Button>
            ) : null}
          </>
        }
      />
      {isReadOnly(status) ? (
        <p className="pb-examine-read-only pb-sm" role="status">
          {t(`read-only.${status}`)}
        </p>
      ) : null}
      {open === 'return' ? <ReturnDialog review={review} onClose={close} /> : null}
      <FinishDialog review={review} opened={open === 'finish'} onClose={close} />
    </>
  );
}

const readOnly = ['returned', 'reviewed', 'decided', 'cancelled', 'in-progress'] as const;

function isReadOnly(status: Review['status']): status is (typeof readOnly)[number] {
  return readOnly.some((one) => one === status);
}

/** With what raised it, where the points alone give less. */
function Tier({ review }: { readonly review: Review }): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { tier, points: count, raisedBy } = review;
  const reasons = raisedBy.map((reason) => reason[language]).join(', ');
  return (
    <span className="pb-tag pb-examine-tier">
      {reasons === '' ? t('tier', { tier, count }) : t('tier.raised', { tier, count, reasons })}
    </span>
  );
}
