import './changes.css';

import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { ChangeList } from './change-list.js';
import { changesTexts } from './changes.texts.js';

type Changes = Schema<'ChangesResponse'>;

/** For the supplier: what is not as it was last submitted. */
export function OwnChangesScreen(): ReactNode {
  const { t } = useTranslation(changesTexts);
  const { assessmentId = '' } = useParams();
  const changes = useQuery({
    queryKey: ['changes', assessmentId],
    staleTime: 0,
    queryFn: ({ signal }) =>
      api.get('/api/requests/{assessmentId}/changes', { path: { assessmentId }, signal }),
  });
  const path = `/requests/${assessmentId}`;
  return (
    <ChangesPage
      changes={changes}
      back={{ path, words: t('back') }}
      pathOf={(id) => `${path}?q=${encodeURIComponent(id)}`}
    />
  );
}

/** For the buyer: what the last submission says otherwise than the one before. */
export function SubmittedChangesScreen(): ReactNode {
  const { t } = useTranslation(changesTexts);
  const { assessmentId = '' } = useParams();
  const changes = useQuery({
    queryKey: ['assessments', 'changes', assessmentId],
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/changes', { path: { assessmentId }, query: {}, signal }),
  });
  const path = `/assessments/${assessmentId}`;
  return (
    <ChangesPage
      changes={changes}
      back={{ path, words: t('back.assessment') }}
      pathOf={(id) => `${path}/review?question=${encodeURIComponent(id)}`}
    />
  );
}

interface ChangesPageProps {
  readonly changes: UseQueryResult<Changes>;
  readonly back: { readonly path: string; readonly words: string };
  readonly pathOf: (questionId: string) => string;
}

function ChangesPage({ changes, back, pathOf }: ChangesPageProps): ReactNode {
  const { t } = useTranslation(changesTexts);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={changes.data?.title}
        actions={
          <Button component={Link} to={back.path}>
            {back.words}
          </Button>
        }
      />
      <div className="pb-page pb-stack">
        {changes.isPending ? (
          <ListSkeleton rows={4} />
        ) : changes.isError ? (
          <ProblemNotice error={changes.error} onRetry={changes.refetch} />
        ) : (
          <Told changes={changes.data} pathOf={pathOf} />
        )}
      </div>
    </Main>
  );
}

function Told({
  changes,
  pathOf,
}: { readonly changes: Changes } & Pick<ChangesPageProps, 'pathOf'>): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const { before, after, changes: list } = changes;
  const kind = after === null ? 'draft' : 'submission';
  if (before === null) return <EmptyState title={t('first')}>{t(`first.${kind}`)}</EmptyState>;
  const day = formatInstantDay(before.submittedAt, language);
  const span =
    after === null
      ? t('since.draft', { number: before.number, day })
      : t('between', { from: before.number, day, to: after.number });
  return (
    <>
      <p className="pb-soft">{span}</p>
      {list.length === 0 ? (
        <EmptyState title={t('none')}>{t(`none.${kind}`)}</EmptyState>
      ) : (
        <>
          <h2>{t('count', { count: list.length })}</h2>
          <ChangeList
            changes={list}
            pathOf={pathOf}
            labels={{
              before: t('after.submission', { number: before.number }),
              after: after === null ? t('after') : t('after.submission', { number: after.number }),
            }}
          />
        </>
      )}
    </>
  );
}
