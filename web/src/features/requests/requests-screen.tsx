import './requests.css';

import { statusNames } from '@probant/shared/assessments/status-names';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { KeptRequests } from '../../ui/kept/kept-requests.js';
import { DataTable, type Column } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { requestTexts } from './requests.texts.js';

type RequestSummary = Schema<'RequestSummaryResponse'>;
const states = ['to-answer', 'with-buyer', 'closed'] as const;

/** What a supplier's workspace was asked, the most urgent first. */
export function RequestsScreen(): ReactNode {
  const { t } = useTranslation(requestTexts);
  const list = useListState({ filters: ['state'], sort: { key: 'dueOn', direction: 'ascending' } });
  const requests = useQuery({
    queryKey: ['requests', list.query],
    queryFn: ({ signal }) => api.get('/api/requests', { query: list.query, signal }),
  });
  const columns = useColumns();
  const empty = requests.data?.items.length === 0 && !list.isFiltered;
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page">
        {empty ? (
          <EmptyState title={t('none')}>{t('none.hint')}</EmptyState>
        ) : (
          <FilterBar
            list={list}
            filters={[
              {
                name: 'state',
                label: t('state'),
                options: states.map((state) => ({ value: state, label: t(`state.${state}`) })),
              },
            ]}
            count={requests.data?.total}
          >
            <ExportMenu
              list="requests"
              query={list.query}
              others={[
                { list: 'submissions', title: t('submissions') },
                { list: 'evidence', title: t('evidence') },
              ]}
            />
          </FilterBar>
        )}
        {requests.isPending ? <ListSkeleton rows={5} /> : null}
        {requests.isError ? <ProblemNotice error={requests.error} onRetry={requests.refetch} /> : null}
        {requests.data === undefined && requests.failureCount > 0 ? <KeptRequests /> : null}
        {requests.data === undefined || empty ? null : (
          <DataTable
            caption={t('list')}
            columns={columns}
            rows={requests.data.items}
            rowKey={({ id }) => id}
            rowHref={({ id, status }) =>
              isSubmitted(status) ? `/requests/${id}/receipt` : `/requests/${id}`
            }
            sort={list.sort}
            onSort={list.setSort}
            pager={{ isFirst: list.after === '', next: requests.data.next, goTo: list.goTo }}
          />
        )}
      </div>
    </Main>
  );
}

/** Nothing to write any more: what was submitted is what one looks for. */
function isSubmitted(status: string): boolean {
  return status === 'submitted' || status === 'in-review' || status === 'reviewed' || status === 'decided';
}

function useColumns(): readonly Column<RequestSummary>[] {
  const { t, language } = useTranslation(requestTexts);
  return [
    { key: 'title', header: t('request'), cell: ({ title }) => title },
    { key: 'buyer', header: t('buyer'), sortable: true, cell: ({ buyerName }) => buyerName },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status, overdue }) => (
        <span className="pb-row pb-wrap">
          <span className="pb-tag">{statusNames[status][language]}</span>
          {overdue ? <span className="pb-tag pb-tag-amber">{t('overdue')}</span> : null}
        </span>
      ),
    },
    {
      key: 'progress',
      header: t('progress'),
      cell: ({ answered, questions }) => (
        <span className="pb-requests-progress">
          <span className="pb-meter" aria-hidden>
            <span style={{ width: `${questions === 0 ? 0 : (answered / questions) * 100}%` }} />
          </span>
          <span className="pb-xs pb-muted">{t('progress.of', { done: answered, total: questions })}</span>
        </span>
      ),
    },
    { key: 'dueOn', header: t('due'), sortable: true, cell: ({ dueOn }) => <DateText value={dueOn} /> },
  ];
}
