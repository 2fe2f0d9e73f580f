import './queue.css';

import { Button, NativeSelect } from '@mantine/core';
import { queueShares, type QueueShare } from '@probant/shared/assessments/queue-shares';
import { type ReactNode, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { Segments } from '../../ui/input/segments.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { useShortcutLines } from '../../ui/shell/shortcut-help.js';
import { FourEyesSection } from './four-eyes-section.js';
import { IdenticalSection } from './identical-section.js';
import { queueTexts } from './queue.texts.js';
import { TimesSection } from './times-section.js';
import {
  addressInQueue,
  isShare,
  type QueuedReview,
  type ReviewQueue,
  useAssign,
  useQueue,
} from './use-queue.js';

/** Everything that waits to be reviewed, and what makes it go faster. */
export function QueueScreen(): ReactNode {
  const { t } = useTranslation(queueTexts);
  const list = useListState({ filters: ['share'], sort: { key: 'risk', direction: 'descending' } });
  const share = isShare(list.filters.share) ? list.filters.share : 'all';
  const queue = useQueue({ ...list.query, share });
  const [first] = queue.data?.items ?? [];
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        breadcrumbs={[]}
        actions={
          first === undefined ? null : (
            <>
              <ExportMenu list="reviews" query={{ ...list.query, share }} />
              <Button component={Link} variant="filled" to={addressInQueue(first, share)}>
                {t('start')}
              </Button>
            </>
          )
        }
      />
      <div className="pb-page pb-queue">
        <div>
          <Segments
            label={t('share')}
            values={queueShares}
            chosen={share}
            name={(one) => (
              <>
                {t(`share.${one}`)} <span className="pb-tabular">{queue.data?.counts[one] ?? ''}</span>
              </>
            )}
            onChoose={(one) => {
              list.setFilter('share', one === 'all' ? '' : one);
            }}
          />
          {queue.isPending ? <ListSkeleton rows={8} /> : null}
          {queue.isError ? <ProblemNotice error={queue.error} onRetry={queue.refetch} /> : null}
          {queue.data === undefined ? null : (
            <QueueList queue={queue.data} list={list} share={share} busy={queue.isPlaceholderData} />
          )}
        </div>
        <aside className="pb-queue-aside">
          <IdenticalSection />
          <TimesSection />
          <FourEyesSection />
        </aside>
      </div>
    </Main>
  );
}

interface QueueListProps {
  readonly queue: ReviewQueue;
  readonly list: ReturnType<typeof useListState<'share'>>;
  readonly share: QueueShare;
  readonly busy: boolean;
}

function QueueList({ queue, list, share, busy }: QueueListProps): ReactNode {
  const { t } = useTranslation(queueTexts);
  const assign = useAssign();
  const columns = useColumns(queue, assign.mutate);
  useQueueKeys(queue.items, assign.mutate);
  const { items, next, total } = queue;
  if (total === 0 && list.search === '') {
    return (
      <EmptyState
        title={t(`none.${share}`)}
        action={share === 'all' ? undefined : <Link to="/reviews">{t('see.all')}</Link>}
      >
        {t('none.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <FilterBar list={list} count={total} filters={[]} />
      {assign.error ? <ProblemNotice error={assign.error} /> : null}
      {items.length === 0 ? (
        <p className="pb-soft">{t('none.found')}</p>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={items}
          rowKey={({ assessmentId }) => assessmentId}
          rowHref={(row) => addressInQueue(row, share)}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
          busy={busy}
        />
      )}
    </>
  );
}

type Assign = (input: { readonly review: QueuedReview; readonly accountId: string | null }) => void;

function useColumns({ reviewers }: ReviewQueue, assign: Assign): readonly Column<QueuedReview>[] {
  const { t } = useTranslation(queueTexts);
  const canAssign = useCan('reviews:write');
  return [
    {
      key: 'supplier',
      header: t('supplier'),
      cell: ({ supplierName, engagementName }) => (
        <>
          {supplierName} <span className="pb-muted">{engagementName}</span>
        </>
      ),
    },
    {
      key: 'risk',
      header: t('grade'),
      cell: ({ grade, unlawful }) => (
        <span className="pb-row">
          {grade === null ? (
            <span className="pb-muted pb-xs">{t('grade.none')}</span>
          ) : (
            <GradeBadge grade={grade} />
          )}
          {unlawful ? <span className="pb-verm pb-xs">{t('unlawful')}</span> : null}
        </span>
      ),
    },
    { key: 'dueOn', header: t('due'), cell: ({ dueOn }) => <DateText value={dueOn} /> },
    {
      key: 'submittedAt',
      header: t('submitted'),
      cell: ({ submittedAt, number }) => (
        <span>
          <DateText value={submittedAt} as="relative" />{' '}
          <span className="pb-xs pb-muted">{t('submitted.number', { number })}</span>
        </span>
      ),
    },
    {
      key: 'unexamined',
      header: t('unexamined'),
      align: 'end',
      cell: ({ unexamined, toConfirm }) => (
        <span className="pb-tabular">
          {unexamined}
          {toConfirm > 0 ? (
            <span className="pb-tag pb-tag-blue">{t('to-confirm', { count: toConfirm })}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'reviewer',
      header: t('reviewer'),
      cell: (review) =>
        canAssign ? (
          <NativeSelect
            size="xs"
            aria-label={t('reviewer.of', {
              supplier: review.supplierName,
              engagement: review.engagementName,
            })}
            value={review.reviewer?.accountId ?? ''}
            data={[
              { value: '', label: t('reviewer.none') },
              ...reviewers.map(({ accountId, name }) => ({ value: accountId, label: name })),
            ]}
            onChange={({ currentTarget }) => {
              assign({ review, accountId: currentTarget.value === '' ? null : currentTarget.value });
            }}
          />
        ) : (
          (review.reviewer?.name ?? t('reviewer.none'))
        ),
    },
  ];
}

/** The row that the focus is in, by the links that name the rows. */
function useQueueKeys(items: readonly QueuedReview[], assign: Assign): void {
  const { t } = useTranslation(queueTexts);
  const navigate = useNavigate();
  const { account } = useSignedIn();
  const canAssign = useCan('reviews:write');
  const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.pb-queue .pb-table-link')];
  const here = (): number =>
    links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const go = (step: 1 | -1): void => {
    const all = links();
    all[Math.min(Math.max(here() + step, 0), all.length - 1)]?.focus();
  };
  useShortcuts({
    j: () => {
      go(1);
    },
    k: () => {
      go(-1);
    },
    o: () => {
      const target = links()[Math.max(here(), 0)]?.getAttribute('href');
      if (target) void navigate(target);
    },
    t: () => {
      const review = items[here()];
      if (canAssign && review && review.reviewer?.accountId !== account.id)
        assign({ review, accountId: account.id });
    },
  });
  useShortcutLines(
    useMemo(
      () => [
        { keys: ['J'], does: t('key.down') },
        { keys: ['K'], does: t('key.up') },
        { keys: ['O'], does: t('key.open') },
        ...(canAssign ? [{ keys: ['T'], does: t('key.take') }] : []),
      ],
      [t, canAssign],
    ),
  );
}
