import { obligationTitle } from '@probant/shared/obligations/describe';
import { obligationRules } from '@probant/shared/obligations/kinds';
import { obligationStates, stateNames } from '@probant/shared/obligations/marks';
import { causeRules, watchCauses } from '@probant/shared/obligations/watch';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar, type FilterChoice } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { DueText } from './obligation-line.js';
import { StateTag } from './state-mark.js';
import { factsOf, type Obligation, useObligations } from './use-calendar.js';
import { watchTexts } from './watch.texts.js';

const filterNames = ['cause', 'state'] as const;

/** What dates and events ask, each with the contract that it asks it of. */
export function WatchedEvents(): ReactNode {
  const { t } = useTranslation(watchTexts);
  const list = useListState({ filters: filterNames, sort: { key: 'day', direction: 'ascending' } });
  const { cause } = list.filters;
  const asked = { ...list.query, cause: cause || 'any' };
  const page = useObligations(asked);
  const columns = useColumns();
  const filters = useFilters();
  if (page.isPending) return <ListSkeleton rows={8} />;
  if (page.isError) return <ProblemNotice error={page.error} onRetry={page.refetch} />;
  const { items, next } = page.data;
  if (items.length === 0 && !list.isFiltered)
    return <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
  return (
    <>
      <FilterBar list={list} filters={filters}>
        <ExportMenu list="obligations" query={asked} others={[{ list: 'regulations', title: t('texts') }]} />
      </FilterBar>
      {items.length === 0 ? (
        <p className="pb-soft">{t('none.found')}</p>
      ) : (
        <DataTable
          caption={t('events')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/calendar/${id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
          busy={page.isPlaceholderData}
        />
      )}
    </>
  );
}

function useFilters(): FilterChoice<(typeof filterNames)[number]>[] {
  const { t, language } = useTranslation(watchTexts);
  return [
    {
      name: 'cause',
      label: t('filter.cause'),
      any: t('filter.cause.any'),
      options: watchCauses
        .filter((cause) => cause !== 'any')
        .map((value) => ({ value, label: causeRules[value].name[language] })),
    },
    {
      name: 'state',
      label: t('filter.state'),
      any: t('filter.state.any'),
      options: [
        { value: 'all', label: t('filter.state.all') },
        ...obligationStates.map((value) => ({ value, label: stateNames[value][language] })),
      ],
    },
  ];
}

function useColumns(): Column<Obligation>[] {
  const { t, language } = useTranslation(watchTexts);
  return [
    {
      key: 'cause',
      header: t('column.cause'),
      cell: (row) => obligationTitle({ kind: row.kind, facts: factsOf(row) }, language),
    },
    {
      key: 'asks',
      header: t('column.asks'),
      cell: ({ kind }) => <span className="pb-sm">{obligationRules[kind].aim[language]}</span>,
    },
    {
      key: 'supplier',
      header: t('column.where'),
      sortable: true,
      width: 260,
      cell: ({ supplierName, engagementName, engagementId }) => (
        <>
          {supplierName}
          <Link className="pb-cal-place" to={`/engagements/${engagementId}/contract`}>
            {engagementName}
          </Link>
        </>
      ),
    },
    {
      key: 'day',
      header: t('column.day'),
      sortable: true,
      width: 150,
      cell: (row) => <DueText obligation={row} />,
    },
    {
      key: 'state',
      header: t('column.state'),
      width: 120,
      cell: ({ state }) => <StateTag state={state} />,
    },
  ];
}
