import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { NumberText } from '../../ui/format/number-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { CopyDialog } from './copy-dialog.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type QuestionnaireSummary, useQuestionnaires } from './use-questionnaires.js';

/** Every questionnaire of the organisation, and the way to the first. */
export function QuestionnairesScreen(): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <Main>
      <PageHeader title={t('title')} actions={<CopyLibrary />} />
      <div className="pb-page">
        <QuestionnaireList />
      </div>
    </Main>
  );
}

function CopyLibrary(): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const [naming, setNaming] = useState(false);
  return (
    <Allowed action="questionnaires:edit">
      <Button component={Link} to="/questionnaires/import">
        {t('import')}
      </Button>
      <Button
        variant="filled"
        onClick={() => {
          setNaming(true);
        }}
      >
        {t('copyLibrary')}
      </Button>
      <CopyDialog
        origin="library"
        opened={naming}
        onClose={() => {
          setNaming(false);
        }}
      />
    </Allowed>
  );
}

function QuestionnaireList(): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const list = useListState({ filters: ['state'], sort: { key: 'title', direction: 'ascending' } });
  const questionnaires = useQuestionnaires(list.query);
  if (questionnaires.isPending) return <ListSkeleton rows={3} />;
  if (questionnaires.isError) {
    return <ProblemNotice error={questionnaires.error} onRetry={questionnaires.refetch} />;
  }
  const { items, next } = questionnaires.data;
  if (items.length === 0 && !list.isFiltered) {
    return (
      <EmptyState title={t('list.none')} action={<CopyLibrary />}>
        {t('list.none.text')}
      </EmptyState>
    );
  }
  const columns: Column<QuestionnaireSummary>[] = [
    {
      key: 'title',
      header: t('column.title'),
      sortable: true,
      cell: ({ title, code }) => (
        <>
          {title[language]} <span className="pb-mono pb-muted">{code}</span>
        </>
      ),
    },
    {
      key: 'questions',
      header: t('column.questions'),
      align: 'end',
      cell: ({ questionCount }) => <NumberText value={questionCount} />,
    },
    {
      key: 'published',
      header: t('column.published'),
      cell: ({ published }) =>
        published === null ? (
          <span className="pb-tag pb-tag-amber">{t('never-published')}</span>
        ) : (
          <>
            {t('version.number', { number: published.number })}{' '}
            <span className="pb-muted">
              <DateText value={published.publishedAt} />
            </span>
          </>
        ),
    },
    {
      key: 'updated',
      header: t('column.updated'),
      sortable: true,
      cell: ({ updatedAt }) => <DateText value={updatedAt} />,
    },
  ];
  return (
    <>
      <FilterBar
        list={list}
        filters={[
          {
            name: 'state',
            label: t('list.state'),
            options: [{ value: 'archived', label: t('list.state.archived') }],
          },
        ]}
      >
        <ExportMenu list="questionnaires" query={list.query} />
      </FilterBar>
      {items.length === 0 ? (
        <p className="pb-soft">{t('list.none.found')}</p>
      ) : (
        <DataTable
          caption={t('list.caption')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/questionnaires/${id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
        />
      )}
    </>
  );
}
