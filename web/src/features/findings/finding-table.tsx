import './findings.css';

import { findingStatusNames, findingStatuses } from '@probant/shared/findings/finding';
import { severities } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { toListQuery } from '../../platform/api/list-query.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar, type FilterChoice } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { findingTexts } from './findings.texts.js';
import { type ListedFinding, useFindingFilters, useFindings } from './use-findings.js';

interface FindingTableProps {
  /** Only those of one engagement. */
  readonly engagementId?: string;
  readonly empty: ReactNode;
}

const filterNames = ['status', 'severity', 'awaits', 'due', 'lesson', 'owner', 'supplierId'] as const;

/** Findings with who has to do what by when; the same table for all of them and for one engagement. */
export function FindingTable({ engagementId, empty }: FindingTableProps): ReactNode {
  const { t } = useTranslation(findingTexts);
  const list = useListState({
    filters: [...filterNames],
    sort: { key: 'severity', direction: 'descending' },
  });
  const asked = toListQuery(
    toTexts(engagementId === undefined ? list.query : { ...list.query, engagementId }),
  );
  const findings = useFindings(asked);
  const filters = useFilters();
  const columns = useColumns(engagementId === undefined);
  if (findings.isPending) return <ListSkeleton rows={8} />;
  if (findings.isError) return <ProblemNotice error={findings.error} onRetry={findings.refetch} />;
  const { items, next, total } = findings.data;
  if (items.length === 0 && !list.isFiltered) return empty;
  return (
    <>
      <FilterBar list={list} count={total} searchLabel={t('search.label')} filters={filters}>
        <ExportMenu list="findings" query={asked} />
      </FilterBar>
      {items.length === 0 ? (
        <p className="pb-soft">{t('none.found')}</p>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/findings/${id}`}
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

function useFilters(): readonly FilterChoice<(typeof filterNames)[number]>[] {
  const { t, language } = useTranslation(findingTexts);
  const { data: known } = useFindingFilters();
  const same = (value: string) => ({ value, label: value });
  return [
    {
      name: 'status',
      label: t('filter.status'),
      options: [
        { value: 'pending', label: t('filter.pending') },
        ...findingStatuses.map((status) => ({ value: status, label: findingStatusNames[status][language] })),
      ],
    },
    {
      name: 'severity',
      label: t('filter.severity'),
      options: severities.toReversed().map((value) => ({ value, label: t(`severity.${value}`) })),
    },
    {
      name: 'awaits',
      label: t('filter.awaits'),
      options: (['agreement', 'acceptance'] as const).map((value) => ({
        value,
        label: t(`awaits.${value}`),
      })),
    },
    {
      name: 'due',
      label: t('filter.due'),
      options: (['overdue', 'soon', 'none'] as const).map((value) => ({ value, label: t(`due.${value}`) })),
    },
    { name: 'owner', label: t('filter.owner'), options: (known?.owners ?? []).map(same) },
    { name: 'lesson', label: t('filter.lesson'), options: (known?.lessons ?? []).map(same) },
  ];
}

function useColumns(ofAll: boolean): readonly Column<ListedFinding>[] {
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
    ...(ofAll
      ? [
          {
            key: 'supplier',
            header: t('column.supplier'),
            sortable: true,
            cell: ({ supplierName, engagementName }: ListedFinding) => (
              <>
                {supplierName} <span className="pb-muted">{engagementName}</span>
              </>
            ),
          },
        ]
      : []),
    {
      key: 'severity',
      header: t('column.severity'),
      sortable: true,
      cell: ({ severity }) => t(`severity.${severity}`),
    },
    {
      key: 'status',
      header: t('column.status'),
      cell: ({ status, acceptedUntil }) => (
        <>
          <FindingStatusTag status={status} />{' '}
          {acceptedUntil === null ? null : (
            <span className="pb-xs pb-muted">
              {t('accepted.until', { on: formatDay(acceptedUntil, language) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'owner',
      header: t('column.owner'),
      cell: ({ plan }) => (plan === null ? null : <span className="pb-nowrap">{plan.owner}</span>),
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
    {
      key: 'raisedAt',
      header: t('column.raisedAt'),
      sortable: true,
      cell: ({ raisedAt }) => <DateText value={raisedAt} as="day" />,
    },
  ];
}
