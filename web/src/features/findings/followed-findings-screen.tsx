import './findings.css';

import { findingStatusNames, findingStatuses } from '@probant/shared/findings/finding';
import type { ReactNode } from 'react';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { findingTexts } from './findings.texts.js';
import { type FollowedFinding, useFollowedFindings } from './use-findings.js';

/** What a supplier's customers expect it to mend. */
export function FollowedFindingsScreen(): ReactNode {
  return (
    <FollowUp part="findings">
      <List />
    </FollowUp>
  );
}

function List(): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const list = useListState({
    filters: ['status'],
    sort: { key: 'dueOn', direction: 'ascending' },
  });
  const findings = useFollowedFindings(toListQuery(toTexts(list.query)));
  const columns = useColumns();
  if (findings.isPending) return <ListSkeleton rows={6} />;
  if (findings.isError) return <ProblemNotice error={findings.error} onRetry={findings.refetch} />;
  const { items, next, total } = findings.data;
  if (items.length === 0 && !list.isFiltered)
    return <EmptyState title={t('none.followed')}>{t('none.followed.text')}</EmptyState>;
  return (
    <>
      <FilterBar
        list={list}
        count={total}
        searchLabel={t('search.followed')}
        filters={[
          {
            name: 'status',
            label: t('filter.status'),
            options: [
              { value: 'pending', label: t('filter.pending') },
              ...findingStatuses.map((status) => ({
                value: status,
                label: findingStatusNames[status][language],
              })),
            ],
          },
        ]}
      />
      {items.length === 0 ? (
        <p className="pb-soft">{t('none.found')}</p>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/follow-up/findings/${id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
          busy={findings.isPlaceholderData}
        />
      )}
    </>
  );
}

function toTexts(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

function useColumns(): readonly Column<FollowedFinding>[] {
  const { t, language } = useTranslation(findingTexts);
  return [
    {
      key: 'finding',
      header: t('column.finding'),
      cell: ({ questionId, text }) => (
        <>
          <span className="pb-mono pb-xs pb-muted">{questionId}</span> {text[language]}
        </>
      ),
    },
    {
      key: 'customer',
      header: t('column.customer'),
      cell: ({ buyerName, title }) => (
        <>
          {buyerName} <span className="pb-muted">{title}</span>
        </>
      ),
    },
    {
      key: 'severity',
      header: t('column.severity'),
      sortable: true,
      cell: ({ severity }) => t(`severity.${severity}`),
    },
    {
      key: 'status',
      header: t('column.status'),
      cell: ({ status }) => <FindingStatusTag status={status} />,
    },
    {
      key: 'dueOn',
      header: t('column.dueOn'),
      sortable: true,
      cell: ({ plan, overdue }) =>
        plan === null ? null : (
          <span>
            <DateText value={plan.dueOn} />{' '}
            {overdue ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
          </span>
        ),
    },
  ];
}
