import './campaigns.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { campaignTexts } from './campaigns.texts.js';
import { type Campaign, useCampaigns } from './use-campaigns.js';

/** Every campaign with how far it has come. */
export function CampaignsScreen(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  return (
    <Main>
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            <Button component={Link} to="/reassessments">
              {t('reassessments')}
            </Button>
            <NewCampaign />
          </>
        }
      />
      <div className="pb-page">
        <CampaignList />
      </div>
    </Main>
  );
}

export function NewCampaign(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  return (
    <Allowed action="campaigns:send">
      <Button component={Link} to="/campaigns/new" variant="filled">
        {t('new')}
      </Button>
    </Allowed>
  );
}

function CampaignList(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const list = useListState({ filters: ['state'], sort: { key: 'sentAt', direction: 'descending' } });
  const campaigns = useCampaigns(list.query);
  const columns = useColumns();
  if (campaigns.isPending) return <ListSkeleton rows={6} />;
  if (campaigns.isError) return <ProblemNotice error={campaigns.error} onRetry={campaigns.refetch} />;
  const { items, next, total } = campaigns.data;
  if (items.length === 0 && !list.isFiltered) {
    return (
      <EmptyState title={t('list.none')} action={<NewCampaign />}>
        {t('list.none.text')}
      </EmptyState>
    );
  }
  const states = [
    { value: 'open', label: t('list.state.open') },
    { value: 'finished', label: t('list.state.finished') },
  ];
  return (
    <>
      <FilterBar
        list={list}
        filters={[{ name: 'state', label: t('list.state'), options: states }]}
        count={total}
      >
        <ExportMenu list="campaigns" query={list.query} />
      </FilterBar>
      {items.length === 0 ? (
        <p className="pb-soft">{t('list.none.found')}</p>
      ) : (
        <DataTable
          caption={t('list.caption')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/campaigns/${id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
          busy={campaigns.isPlaceholderData}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Campaign>[] {
  const { t, language } = useTranslation(campaignTexts);
  return [
    { key: 'name', header: t('column.name'), sortable: true, cell: ({ name }) => name },
    {
      key: 'questionnaire',
      header: t('column.questionnaire'),
      cell: ({ questionnaireTitle, versionNumber }) => (
        <span>
          {questionnaireTitle[language]}{' '}
          <span className="pb-muted">{t('version', { number: String(versionNumber) })}</span>
        </span>
      ),
    },
    {
      key: 'progress',
      header: t('column.progress'),
      cell: (campaign) => {
        const done = finishedOf(campaign);
        return (
          <span className="pb-progress-cell pb-tabular">
            {t('finished.of', { done, count: campaign.assessments })}
            <span className="pb-meter" style={{ display: 'block' }} aria-hidden>
              <span style={{ width: `${(100 * done) / Math.max(campaign.assessments, 1)}%` }} />
            </span>
          </span>
        );
      },
    },
    {
      key: 'late',
      header: t('column.late'),
      align: 'end',
      cell: ({ overdue }) =>
        overdue === 0 ? <span className="pb-muted">0</span> : <span className="pb-amber">{overdue}</span>,
    },
    {
      key: 'dueOn',
      header: t('column.due'),
      sortable: true,
      cell: ({ dueOn }) => <DateText value={dueOn} />,
    },
    {
      key: 'sentAt',
      header: t('column.sent'),
      sortable: true,
      cell: ({ createdAt }) => <DateText value={createdAt} />,
    },
  ];
}

const answered: readonly string[] = ['submitted', 'in-review', 'reviewed', 'decided', 'cancelled'];

/** Assessments for which no answer is awaited any more. */
export function finishedOf({ statuses }: Pick<Campaign, 'statuses'>): number {
  return statuses
    .filter(({ status }) => answered.includes(status))
    .reduce((sum, { count }) => sum + count, 0);
}
