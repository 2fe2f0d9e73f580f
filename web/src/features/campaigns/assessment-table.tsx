import './campaigns.css';

import { funnelStages } from '@probant/shared/assessments/funnel';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { statusNames } from '@probant/shared/assessments/status-names';
import { funnelStageNames } from '@probant/shared/assessments/stuck-names';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { toListQuery } from '../../platform/api/list-query.js';
import { assessmentTexts } from './assessments.texts.js';
import { controlTexts } from './control.texts.js';
import { StatusTag } from './status-tag.js';
import { type AssessmentSummary, useAssessments } from './use-campaigns.js';

interface AssessmentTableProps {
  /** Only those of one campaign. */
  readonly campaignId?: string;
  /** Shown while there is none at all. */
  readonly empty: ReactNode;
}

/** Assessments with who is stuck where; the same table for all of them and for one campaign. */
export function AssessmentTable({ campaignId, empty }: AssessmentTableProps): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const { t: tControl } = useTranslation(controlTexts);
  const list = useListState({
    filters: ['status', 'stage', 'overdue', 'stuck', 'awaits', 'supplierId'],
    sort: { key: 'dueOn', direction: 'ascending' },
  });
  const query = campaignId === undefined ? list.query : { ...list.query, campaignId };
  const asked = toListQuery(toTexts(query));
  const assessments = useAssessments(asked);
  const columns = useColumns();
  if (assessments.isPending) return <ListSkeleton rows={8} />;
  if (assessments.isError) {
    return <ProblemNotice error={assessments.error} onRetry={assessments.refetch} />;
  }
  const { items, next, total } = assessments.data;
  if (items.length === 0 && !list.isFiltered) return empty;
  return (
    <>
      <FilterBar
        list={list}
        count={total}
        filters={[
          {
            name: 'status',
            label: t('list.status'),
            options: assessmentStatuses
              .filter((status) => status !== 'prepared')
              .map((status) => ({ value: status, label: statusNames[status][language] })),
          },
          {
            name: 'stage',
            label: tControl('stage.label'),
            options: funnelStages.map((value) => ({ value, label: funnelStageNames[value][language] })),
          },
          {
            name: 'overdue',
            label: t('list.overdue'),
            options: [{ value: 'true', label: t('list.overdue.yes') }],
          },
          {
            name: 'stuck',
            label: t('list.stuck'),
            options: (['undelivered', 'unopened', 'not-started'] as const).map((value) => ({
              value,
              label: t(`list.stuck.${value}`),
            })),
          },
          {
            name: 'awaits',
            label: t('list.awaits'),
            options: (['reply', 'review'] as const).map((value) => ({
              value,
              label: t(`list.awaits.${value}`),
            })),
          },
        ]}
      >
        <ExportMenu list="assessments" query={asked} />
      </FilterBar>
      {items.length === 0 ? (
        <p className="pb-soft">{t('list.none.found')}</p>
      ) : (
        <DataTable
          caption={t('list.caption')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/assessments/${id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
          busy={assessments.isPlaceholderData}
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

function useColumns(): readonly Column<AssessmentSummary>[] {
  const { t } = useTranslation(assessmentTexts);
  return [
    {
      key: 'supplier',
      header: t('column.supplier'),
      sortable: true,
      cell: ({ supplierName, engagementName }) => (
        <>
          {supplierName} <span className="pb-muted">{engagementName}</span>
        </>
      ),
    },
    {
      key: 'recipient',
      header: t('column.recipient'),
      cell: (row) => <RecipientCell row={row} />,
    },
    { key: 'status', header: t('column.status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: 'progress',
      header: t('column.progress'),
      align: 'end',
      cell: ({ answered, questions }) => (
        <span className="pb-tabular">{t('progress.of', { answered, questions })}</span>
      ),
    },
    {
      key: 'dueOn',
      header: t('column.due'),
      sortable: true,
      cell: ({ dueOn, overdue }) => (
        <span>
          <DateText value={dueOn} />{' '}
          {overdue ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
        </span>
      ),
    },
    {
      key: 'statusAt',
      header: t('column.changed'),
      sortable: true,
      cell: ({ statusAt }) => <DateText value={statusAt} as="relative" />,
    },
  ];
}

function RecipientCell({ row }: { readonly row: AssessmentSummary }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  if (row.recipientName === null) return <span className="pb-tag">{t('no-link')}</span>;
  return (
    <span>
      {row.recipientName}{' '}
      {row.mailState === 'failed' ? <span className="pb-tag pb-tag-amber">{t('mail.failed')}</span> : null}
    </span>
  );
}
