import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { statusNames } from '@probant/shared/assessments/status-names';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { EarlierScore } from '../../ui/score/earlier-score.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { supplierTexts } from './suppliers.texts.js';
import { type EngagementSummary, type Supplier, useEngagementsOf } from './use-suppliers.js';

/** What is bought from the company, each with its inherent tier and where it stands. */
export function EngagementSection({ supplier }: { readonly supplier: Supplier }): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const isArchived = supplier.archivedAt !== null;
  const [withArchived, setWithArchived] = useState(false);
  const state = withArchived || isArchived ? 'all' : 'active';
  const engagements = useEngagementsOf(supplier.id, state);
  const mayManage = useCan('engagements:manage') && !isArchived;
  const columns = useColumns();
  const add = mayManage ? (
    <Button
      component={Link}
      to={`/suppliers/${supplier.id}/engagements/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('engagement.add')}
    </Button>
  ) : null;
  const items = engagements.data?.items ?? [];
  return (
    <section aria-label={t('engagements')}>
      <div className="pb-supplier-head">
        <h2>{t('engagements')}</h2>
        {items.length === 0 ? null : (
          <span className="pb-row">
            <ExportMenu list="engagements" query={toListQuery({ supplierId: supplier.id, state })} />
            {add}
          </span>
        )}
      </div>
      {engagements.isPending ? <ListSkeleton rows={2} /> : null}
      {engagements.isError ? <ProblemNotice error={engagements.error} onRetry={engagements.refetch} /> : null}
      {engagements.isSuccess && items.length === 0 ? (
        <EmptyState title={t('engagement.none')} action={add}>
          {t('engagement.none.text')}
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <DataTable
          caption={t('engagements')}
          columns={columns}
          rows={items}
          rowKey={(row) => row.id}
          rowHref={(row) => `/engagements/${row.id}`}
        />
      ) : null}
      {isArchived ? null : (
        <Checkbox
          mt="sm"
          label={t('engagement.archivedToo')}
          checked={withArchived}
          onChange={(event) => {
            setWithArchived(event.currentTarget.checked);
          }}
        />
      )}
    </section>
  );
}

function useColumns(): Column<EngagementSummary>[] {
  const { t, language } = useTranslation(supplierTexts);
  return [
    {
      key: 'name',
      header: t('engagement.name'),
      cell: (row) => (
        <>
          {row.name} {row.archived ? <span className="pb-tag">{t('archived')}</span> : null}
        </>
      ),
    },
    {
      key: 'tier',
      header: t('engagement.tier'),
      cell: ({ tier }) => tier,
    },
    {
      key: 'grade',
      header: t('engagement.grade'),
      cell: ({ standing }) => (
        <span className="pb-row">
          <GradeBadge grade={standing.grade} />
          {standing.unlawful ? <KnockoutFlag kind="unlawful" /> : null}
          {standing.earlierScore ? <EarlierScore scoredAt={standing.scoredAt} /> : null}
        </span>
      ),
    },
    {
      key: 'status',
      header: t('engagement.status'),
      cell: ({ standing }) => statusNames[standing.status][language],
    },
    {
      key: 'dueOn',
      header: t('engagement.dueOn'),
      cell: ({ standing }) => (standing.dueOn === null ? '–' : <DateText value={standing.dueOn} />),
    },
  ];
}
