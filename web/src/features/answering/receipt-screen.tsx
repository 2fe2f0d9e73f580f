import './answering.css';
import './review.css';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { SealCard } from '../../ui/proof/seal-card.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { DecisionNotice } from './decision-notice.js';
import { FindingList } from './finding-list.js';
import { Receipt } from './receipt.js';
import { reviewTexts } from './review.texts.js';
import { SubmittedAnswers } from './submitted-answers.js';

/** The proof of what was said and when; the newest submission unless the address names another. */
export function ReceiptScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  const [parameters] = useSearchParams();
  const { link } = useSignedIn();
  const { t } = useTranslation(reviewTexts);
  const submissions = useQuery({
    queryKey: ['submissions', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/submissions', { path: { assessmentId }, signal })).items,
  });
  const wanted = parameters.get('submission');
  const chosen = submissions.data?.find(({ id }) => id === wanted) ?? submissions.data?.[0];
  return (
    <Main>
      <PageHeader
        title={t('receipt')}
        breadcrumbs={link === null ? [{ title: t('requests'), path: '/requests' }] : []}
        actions={
          <Button component={Link} to={`/requests/${assessmentId}`}>
            {t('back')}
          </Button>
        }
      />
      <div className="pb-page">
        {submissions.isPending ? <TextSkeleton lines={6} /> : null}
        {submissions.isError ? (
          <ProblemNotice error={submissions.error} onRetry={submissions.refetch} />
        ) : null}
        {submissions.data !== undefined && chosen === undefined ? (
          <EmptyState
            title={t('receipt.none')}
            action={
              <Button component={Link} to={`/requests/${assessmentId}/review`} variant="filled">
                {t('title')}
              </Button>
            }
          >
            {t('receipt.none.hint')}
          </EmptyState>
        ) : null}
        {chosen === undefined ? null : (
          <>
            <Receipt key={chosen.id} assessmentId={assessmentId} submissionId={chosen.id} />
            <DecisionNotice assessmentId={assessmentId} />
            <FindingList assessmentId={assessmentId} />
            {link === null ? <SealCard kind="request" assessmentId={assessmentId} /> : null}
            {(submissions.data?.length ?? 0) > 1 ? (
              <section className="pb-section">
                <h2>{t('receipt.others')}</h2>
                <ul className="pb-review-links">
                  {submissions.data?.map(({ id, number, submittedAt }) => (
                    <li key={id}>
                      <Link
                        to={`?submission=${id}`}
                        {...(id === chosen.id ? { 'aria-current': 'true' as const } : {})}
                      >
                        <span>{t('receipt.number', { number })}</span>
                        <DateText value={submittedAt} as="instant" />
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <SubmittedAnswers assessmentId={assessmentId} submissionId={chosen.id} />
          </>
        )}
      </div>
    </Main>
  );
}
