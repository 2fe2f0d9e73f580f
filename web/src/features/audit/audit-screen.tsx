import './audit.css';
import '../../ui/list/filter-bar.css';

import { tellEvent } from '@probant/shared/audit/tell-event';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { type AuditFilter, AuditFilters } from './audit-filters.js';
import { auditTexts } from './audit.texts.js';
import { EventProof } from './event-proof.js';
import { type LoggedEvent, useEvents } from './use-events.js';

const filters: readonly AuditFilter[] = ['kind', 'accountId', 'assessmentId', 'day'];

/** What happened, in sentences, each with the instant and the hash that the chain keeps of it. */
export function AuditScreen(): ReactNode {
  const { t } = useTranslation(auditTexts);
  const list = useListState({ filters, sort: { key: '', direction: 'ascending' } });
  const events = useEvents(list.query);
  const columns = useColumns((assessmentId) => {
    list.setFilter('assessmentId', assessmentId);
  });
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={<ExportMenu list="audit" query={list.query} />}
      />
      <div className="pb-page">
        <AuditFilters list={list} />
        {events.isPending ? <ListSkeleton rows={10} /> : null}
        {events.isError ? <ProblemNotice error={events.error} onRetry={events.refetch} /> : null}
        {events.isSuccess && events.data.items.length === 0 ? <Nothing isFiltered={list.isFiltered} /> : null}
        {events.isSuccess && events.data.items.length > 0 ? (
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={events.data.items}
            rowKey={({ chainId, sequence }) => `${chainId}/${sequence}`}
            pager={{ isFirst: list.after === '', next: events.data.next, goTo: list.goTo }}
            busy={events.isPlaceholderData}
          />
        ) : null}
      </div>
    </Main>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const { t } = useTranslation(auditTexts);
  if (isFiltered) return <p className="pb-soft">{t('none.found')}</p>;
  return <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
}

function useColumns(showAssessment: (assessmentId: string) => void): readonly Column<LoggedEvent>[] {
  const { t, language } = useTranslation(auditTexts);
  return [
    {
      key: 'what',
      header: t('what'),
      cell: (event) => (
        <>
          <p className="pb-audit-sentence">{tellEvent(event, language)}</p>
          <EventProof event={event} />
        </>
      ),
    },
    {
      key: 'at',
      header: t('at'),
      width: 190,
      cell: ({ at }) => <DateText value={at} as="stamp" />,
    },
    {
      key: 'where',
      header: t('where'),
      width: 220,
      cell: ({ assessmentId, assessmentTitle, sequence }) => (
        <>
          {assessmentId === null ? (
            t('own')
          ) : (
            <button
              type="button"
              className="pb-audit-chain"
              onClick={() => {
                showAssessment(assessmentId);
              }}
            >
              {assessmentTitle ?? t('assessment')}
            </button>
          )}
          <br />
          <span className="pb-xs pb-muted pb-tabular">{t('number', { number: sequence })}</span>
        </>
      ),
    },
  ];
}
