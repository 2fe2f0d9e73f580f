import './moves.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { movesTexts } from '../../ui/moves/moves.texts.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { MoveTable } from './move-table.js';
import { isUnderWay, useCancelDryRun, useLastDryRun, useStartDryRun, type DryRun } from './use-dry-runs.js';
import { useVersionName } from './use-version-name.js';

/** What going to a version would mean for every running assessment of an earlier one, and the move of those chosen. */
export function MovesScreen(): ReactNode {
  const { questionnaireId = '', versionId = '' } = useParams();
  const { t, language } = useTranslation(movesTexts);
  const version = useVersionName(questionnaireId, versionId);
  const run = useLastDryRun(questionnaireId, versionId);
  const path = `/questionnaires/${questionnaireId}`;
  return (
    <Main>
      <PageHeader
        title={t('title', { number: version.data?.number ?? run.data?.number ?? 0 })}
        breadcrumbs={[{ title: version.data?.title[language] ?? '…', path }]}
        actions={<Start questionnaireId={questionnaireId} versionId={versionId} run={run.data ?? null} />}
      />
      <div className="pb-page pb-moves">
        <p className="pb-soft">{t('lead')}</p>
        <p className="pb-sm pb-muted">{t('draft')}</p>
        {run.isPending ? <ListSkeleton rows={5} /> : null}
        {run.isError ? <ProblemNotice error={run.error} onRetry={run.refetch} /> : null}
        {run.data === null ? <EmptyState title={t('none')}>{t('none.text')}</EmptyState> : null}
        {run.data ? <Run run={run.data} /> : null}
      </div>
    </Main>
  );
}

interface StartProps {
  readonly questionnaireId: string;
  readonly versionId: string;
  readonly run: DryRun | null;
}

function Start({ questionnaireId, versionId, run }: StartProps): ReactNode {
  const { t } = useTranslation(movesTexts);
  const start = useStartDryRun(versionId);
  return (
    <Allowed action="assessments:move">
      <Button
        variant={run === null ? 'filled' : 'default'}
        loading={start.isPending}
        disabled={run !== null && isUnderWay(run)}
        onClick={() => {
          start.mutate({ questionnaireId });
        }}
      >
        {run === null ? t('start') : t('again')}
      </Button>
      {start.isError ? <ProblemNotice error={start.error} /> : null}
    </Allowed>
  );
}

function Run({ run }: { readonly run: DryRun }): ReactNode {
  const { t } = useTranslation(movesTexts);
  return (
    <>
      <p className="pb-sm pb-muted">
        {t('by', { name: run.wantedByName })} <DateText value={run.wantedAt} as="instant" />
      </p>
      <Progress run={run} />
      {run.underReview > 0 ? <p className="pb-sm">{t('review', { count: run.underReview })}</p> : null}
      {run.state === 'done' && run.items.length === 0 ? (
        <EmptyState title={t('none.running')}>{t('none.running.text')}</EmptyState>
      ) : null}
      {run.items.length > 0 ? <MoveTable key={run.id} run={run} /> : null}
    </>
  );
}

function Progress({ run }: { readonly run: DryRun }): ReactNode {
  const { t } = useTranslation(movesTexts);
  const cancel = useCancelDryRun(run.versionId);
  const moving = run.movesState !== null && run.state === 'done';
  const { done, total } = moving ? { done: run.movesDone, total: run.movesTotal } : run;
  const words = wordsOf(run, moving);
  if (words === null) return null;
  return (
    <div className="pb-moves-progress" role="status">
      <span>{t(words, { done, total })}</span>
      {isUnderWay(run) ? (
        <>
          <progress max={Math.max(1, total)} value={done} aria-label={t(words, { done, total })} />
          <Allowed action="assessments:move">
            <Button
              size="xs"
              loading={cancel.isPending}
              onClick={() => {
                cancel.mutate(run.id);
              }}
            >
              {t('cancel')}
            </Button>
          </Allowed>
        </>
      ) : null}
    </div>
  );
}

function wordsOf({ state, movesState }: DryRun, moving: boolean) {
  if (moving) {
    if (movesState === 'queued' || movesState === 'running') return 'moves.running' as const;
    return movesState === 'done' ? ('moves.done' as const) : ('moves.cancelled' as const);
  }
  if (state === 'queued') return 'queued' as const;
  if (state === 'running') return 'running' as const;
  if (state === 'cancelled') return 'cancelled' as const;
  return state === 'failed' ? ('failed' as const) : null;
}
