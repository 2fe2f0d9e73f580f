import './ageing.css';

import { lapseKindNames } from '@probant/shared/ageing/lapse-names';
import { lapseKinds, movesScore } from '@probant/shared/ageing/lapses';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { lapsesTexts } from './lapses.texts.js';

type Lapse = Schema<'LapseResponse'>;
type Translate = ReturnType<typeof useTranslation<(typeof lapsesTexts)['fr']>>['t'];

const sort = { key: 'last', direction: 'ascending' } as const;
const filters = ['within', 'kind'] as const;

/** What lapses of all engagements, the nearest day first. */
export function LapsesScreen(): ReactNode {
  const { t, language } = useTranslation(lapsesTexts);
  const list = useListState({ filters, sort });
  const query = toListQuery({ search: list.search, after: list.after, ...list.filters });
  const lapses = useQuery({
    queryKey: ['portfolio', 'lapses', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/lapses', { query, signal }),
  });
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        breadcrumbs={[{ title: t('portfolio'), path: '/portfolio' }]}
        actions={<ExportMenu list="lapses" query={query} />}
      />
      <div className="pb-page">
        <FilterBar
          list={list}
          searchLabel={t('search')}
          filters={[
            {
              name: 'within',
              label: t('within'),
              any: t('within.any'),
              options: (['30', '180', 'past'] as const).map((value) => ({
                value,
                label: t(`within.${value}`),
              })),
            },
            {
              name: 'kind',
              label: t('kind'),
              options: lapseKinds.map((value) => ({ value, label: lapseKindNames[value][language] })),
            },
          ]}
        />
        {lapses.isPending ? <ListSkeleton rows={12} /> : null}
        {lapses.isError ? <ProblemNotice error={lapses.error} onRetry={lapses.refetch} /> : null}
        {lapses.data?.items.length === 0 ? <EmptyState title={t('none')} /> : null}
        {lapses.data !== undefined && lapses.data.items.length > 0 ? (
          <DataTable
            caption={t('caption')}
            columns={columnsOf(t, language)}
            rows={lapses.data.items}
            rowKey={({ id }) => id}
            rowHref={({ engagementId }) => `/engagements/${engagementId}/ageing`}
            pager={{ isFirst: list.after === '', next: lapses.data.next, goTo: list.goTo }}
            busy={lapses.isPlaceholderData}
          />
        ) : null}
      </div>
    </Main>
  );
}

function columnsOf(t: Translate, language: 'fr' | 'en'): Column<Lapse>[] {
  return [
    {
      key: 'engagement',
      header: t('column.engagement'),
      cell: ({ supplierName, engagementName }) => (
        <>
          {supplierName} <span className="pb-muted">{engagementName}</span>
        </>
      ),
    },
    {
      key: 'what',
      header: t('column.what'),
      cell: ({ kind }) => (
        <span className={`pb-tag ${movesScore({ kind }) ? 'pb-tag-amber' : ''}`}>
          {lapseKindNames[kind][language]}
        </span>
      ),
    },
    { key: 'subject', header: t('column.subject'), cell: (lapse) => <Subject lapse={lapse} /> },
    { key: 'last', header: t('column.last'), cell: ({ lastOn }) => <DateText value={lastOn} /> },
    { key: 'left', header: t('column.left'), align: 'end', cell: ({ daysLeft }) => leftWords(daysLeft, t) },
    { key: 'grade', header: t('column.grade'), cell: ({ grade }) => <GradeBadge grade={grade} /> },
    { key: 'soon', header: t('column.soon'), cell: ({ gradeSoon }) => <GradeBadge grade={gradeSoon} /> },
  ];
}

function leftWords(days: number, t: Translate): string {
  if (days === 0) return t('last-day');
  return days > 0 ? t('left', { count: days }) : t('ago', { count: -days });
}

function Subject({ lapse: { name, questions, label } }: { readonly lapse: Lapse }): ReactNode {
  const { t, language } = useTranslation(lapsesTexts);
  const [first = ''] = questions;
  const more = questions.length - 1;
  return (
    <span>
      {name === '' ? null : <b className="pb-ageing-name">{name}</b>}{' '}
      <span className="pb-sm pb-soft">
        {first}
        {label === null ? '' : `, ${label[language]}`}
        {more > 0 ? ` ${t('questions.more', { count: more })}` : ''}
      </span>
    </span>
  );
}
