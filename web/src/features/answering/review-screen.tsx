import './answering.css';
import './review.css';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { AnswerList } from './answer-list.js';
import { givenIn } from './answer-queues.js';
import { Gaps } from './gaps.js';
import { reviewTexts } from './review.texts.js';
import { statusOfQueue } from './queue-state.js';
import { SaveAnnouncer } from './save-status.js';
import { SubmitForm } from './submit-form.js';
import { statusOf, useAnswering } from './use-answering.js';
import { useCorrected } from './use-changes.js';
import { sheetQuery, useReloadSheet, type Sheet } from './use-sheet.js';
import { WhatIsSeen } from './what-is-seen.js';

/** One page before sending: what is missing, what the buyer will see, and the attestation. */
export function ReviewScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  const { t } = useTranslation(reviewTexts);
  // Always read anew: what is attested has to be what stands there.
  const sheet = useQuery({ ...sheetQuery(assessmentId), refetchOnMount: 'always' });
  if (sheet.data !== undefined) return <Review key={assessmentId} sheet={sheet.data} />;
  return (
    <Main>
      <PageHeader title={t('title')} />
      {sheet.isPending ? (
        <PageSkeleton />
      ) : (
        <div className="pb-page">
          <ProblemNotice error={sheet.error} onRetry={sheet.refetch} />
        </div>
      )}
    </Main>
  );
}

function Review({ sheet: sent }: { readonly sheet: Sheet }): ReactNode {
  const sheet = useCorrected(sent);
  const { t } = useTranslation(reviewTexts);
  const answering = useAnswering(sheet);
  const { link } = useSignedIn();
  const { entries } = answering.state;
  const given = useMemo(() => givenIn(entries), [entries]);
  const { state } = sheet;
  const reload = useReloadSheet(state.assessmentId);
  const { kind } = statusOfQueue(answering.state);
  const isUploading = [...answering.uploads.values()].some(({ stage }) => stage !== 'failed');
  const settled = (kind === 'saved' || kind === 'none') && !isUploading;
  const behind = state.revision < answering.state.sheetRevision && settled;
  useEffect(() => {
    // Our own saves move the sheet past what was read; somebody else's may have come between them.
    if (behind) void reload();
  }, [behind, reload]);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('for-buyer', { buyer: state.buyerName })}
        breadcrumbs={[
          ...(link === null ? [{ title: t('requests'), path: '/requests' }] : []),
          { title: state.title, path: `/requests/${state.assessmentId}` },
        ]}
        actions={
          <>
            {state.submissions > 0 ? (
              <Button component={Link} to={`/requests/${state.assessmentId}/changes`}>
                {t('changes')}
              </Button>
            ) : null}
            <Button component={Link} to={`/requests/${state.assessmentId}/workbook`} variant="default">
              {t('workbook')}
            </Button>
            <Button component={Link} to={`/requests/${state.assessmentId}`}>
              {t('back')}
            </Button>
          </>
        }
      />
      <SaveAnnouncer status={statusOf(answering)} />
      <div className="pb-page pb-review">
        <div className="pb-review-main">
          <Gaps answering={answering} />
          <details className="pb-section pb-review-all">
            <summary>
              <h2>{t('all')}</h2>
            </summary>
            <AnswerList document={sheet.document} answers={given} hidden={answering.completion.hidden} />
          </details>
        </div>
        <div className="pb-review-side">
          <WhatIsSeen answering={answering} />
          <SubmitForm answering={answering} ready={settled && !behind} reload={reload} />
        </div>
      </div>
    </Main>
  );
}
