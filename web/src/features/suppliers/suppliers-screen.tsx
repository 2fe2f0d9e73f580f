import './suppliers.css';

import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { formatSiren } from '@probant/shared/suppliers/siren';
import type { ReactNode } from 'react';
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
import { FilterBar, type FilterChoice } from '../../ui/list/filter-bar.js';
import { type ListState, useListState } from '../../ui/list/use-list-state.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { supplierTexts } from './suppliers.texts.js';
import { type SupplierSummary, useSuppliers } from './use-suppliers.js';

type Filter = 'state' | 'missing';

/** The companies that the organisation buys from. */
export function SuppliersScreen(): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const list = useListState<Filter>({
    filters: ['state', 'missing'],
    sort: { key: 'name', direction: 'ascending' },
  });
  return (
    <Main>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ExportMenu
              list="suppliers"
              query={list.query}
              others={[
                { list: 'contacts', title: t('contacts') },
                { list: 'engagements', title: t('engagements') },
              ]}
            />
            <Allowed action="imports:run">
              <Button
                component={Link}
                to="/suppliers/import"
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('import')}
              </Button>
            </Allowed>
            <AddButton />
          </>
        }
      />
      <div className="pb-page">
        <SupplierList list={list} />
      </div>
    </Main>
  );
}

function AddButton(): ReactNode {
  const { t } = useTranslation(supplierTexts);
  return (
    <Allowed action="suppliers:manage">
      <Button
        component={Link}
        to="/suppliers/new"
        variant="filled"
        leftSection={<IconPlus size={16} aria-hidden />}
      >
        {t('add')}
      </Button>
    </Allowed>
  );
}

function SupplierList({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const { t: ui } = useTranslation(uiTexts);
  const suppliers = useSuppliers(list.query);
  const columns = useColumns();
  const filters: FilterChoice<Filter>[] = [
    {
      name: 'state',
      label: t('filter.state'),
      any: t('state.active'),
      options: [
        { value: 'archived', label: t('state.archived') },
        { value: 'all', label: t('state.all') },
      ],
    },
    {
      name: 'missing',
      label: t('filter.missing'),
      options: (['contact', 'engagement', 'siren'] as const).map((value) => ({
        value,
        label: t(`missing.${value}`),
      })),
    },
  ];
  const bar = (
    <FilterBar list={list} filters={filters} count={suppliers.data?.total} searchLabel={t('search')} />
  );
  if (suppliers.isError) {
    return (
      <>
        {bar}
        <ProblemNotice error={suppliers.error} onRetry={suppliers.refetch} />
      </>
    );
  }
  if (suppliers.isPending) {
    return (
      <>
        {bar}
        <ListSkeleton rows={10} />
      </>
    );
  }
  const { items, next } = suppliers.data;
  if (items.length === 0 && !list.isFiltered) {
    return (
      <EmptyState
        title={t('none.title')}
        action={
          <>
            <AddButton />
            <Allowed action="imports:run">
              <Button component={Link} to="/suppliers/import">
                {t('import')}
              </Button>
            </Allowed>
          </>
        }
      >
        {t('none.text')}
      </EmptyState>
    );
  }
  return (
    <>
      {bar}
      {items.length === 0 ? (
        <EmptyState title={ui('list.none')}>{ui('list.none.hint')}</EmptyState>
      ) : (
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={items}
          rowKey={(row) => row.id}
          rowHref={(row) => `/suppliers/${row.id}`}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
        />
      )}
    </>
  );
}

function useColumns(): Column<SupplierSummary>[] {
  const { t } = useTranslation(supplierTexts);
  return [
    {
      key: 'name',
      header: t('name'),
      sortable: true,
      cell: (row) => (
        <>
          {row.name} {row.archived ? <span className="pb-tag">{t('archived')}</span> : null}
        </>
      ),
    },
    {
      key: 'siren',
      header: t('siren'),
      cell: (row) =>
        row.siren ? <span className="pb-tabular pb-nowrap">{formatSiren(row.siren)}</span> : '–',
    },
    {
      key: 'domains',
      header: t('domains'),
      cell: (row) => <span className="pb-soft">{shownDomains(row.domains)}</span>,
    },
    {
      key: 'contacts',
      header: t('contacts'),
      align: 'end',
      cell: (row) => <NumberText value={row.contactCount} />,
    },
    {
      key: 'engagements',
      header: t('engagements'),
      align: 'end',
      cell: (row) => <NumberText value={row.engagementCount} />,
    },
    { key: 'grade', header: t('grade'), cell: (row) => <GradeBadge grade={row.worstGrade} /> },
    {
      key: 'updatedAt',
      header: t('updated'),
      sortable: true,
      cell: (row) => <DateText value={row.updatedAt} />,
    },
  ];
}

function shownDomains(domains: readonly string[]): string {
  const [first = '–', ...others] = domains;
  return others.length === 0 ? first : `${first} +${others.length}`;
}
