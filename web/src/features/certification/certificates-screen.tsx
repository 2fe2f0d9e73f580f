import './certification.css';

import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { parisDay } from '@probant/shared/calendar';
import {
  certificateKindNames,
  certificateKinds,
  expiryBands,
} from '@probant/shared/certifications/certificate';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { NumberText } from '../../ui/format/number-text.js';
import { useNow } from '../../ui/format/use-now.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { type ListState, useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { useCertificateActs, useCertificateColumns } from './certificate-section.js';
import { certificatesTexts } from './certificates.texts.js';
import { certificationTexts } from './certification.texts.js';
import { useCertificates, type Watched } from './use-certification.js';

type Filter = 'band' | 'kind';
type Row = Schema<'WatchedCertificateResponse'>;

/** The certificates of everybody who works for the organisation, those that end first on top. */
export function CertificatesScreen(): ReactNode {
  const { t } = useTranslation(certificatesTexts);
  const list = useListState<Filter>({
    filters: ['band', 'kind'],
    sort: { key: 'validUntil', direction: 'ascending' },
  });
  return (
    <Main>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ExportMenu list="certificates" query={list.query} />
            <Allowed action="certifications:write">
              <Button
                component={Link}
                to="/certificates/import"
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('import')}
              </Button>
            </Allowed>
          </>
        }
      />
      <div className="pb-page pb-stack">
        <Watch list={list} />
        <p className="pb-legal">{t('legal')}</p>
      </div>
    </Main>
  );
}

function Watch({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t, language } = useTranslation(certificatesTexts);
  const { t: words } = useTranslation(certificationTexts);
  const { t: ui } = useTranslation(uiTexts);
  const certificates = useCertificates(list.query);
  const mayWrite = useCan('certifications:write');
  const acts = useCertificateActs(parisDay(useNow().toISOString()));
  const columns: Column<Row>[] = [
    ...useCertificateColumns(),
    { key: 'engagements', header: t('engagements'), cell: (row) => <EngagementLinks row={row} /> },
    ...(mayWrite ? [acts.column] : []),
  ];
  const bar = (
    <FilterBar
      list={list}
      count={certificates.data?.total}
      searchLabel={t('search')}
      filters={[
        {
          name: 'band',
          label: t('filter.band'),
          options: expiryBands.map((value) => ({ value, label: words(`band.${value}`) })),
        },
        {
          name: 'kind',
          label: words('certificate.kind'),
          options: certificateKinds.map((value) => ({ value, label: certificateKindNames[value][language] })),
        },
      ]}
    />
  );
  if (certificates.isError) {
    return (
      <>
        {bar}
        <ProblemNotice error={certificates.error} onRetry={certificates.refetch} />
      </>
    );
  }
  if (certificates.isPending) {
    return (
      <>
        {bar}
        <ListSkeleton rows={8} />
      </>
    );
  }
  const { items, next } = certificates.data;
  return (
    <>
      <Bands list={list} bands={certificates.data.bands} />
      {bar}
      {items.length === 0 ? (
        <EmptyState title={list.isFiltered ? ui('list.none') : t('none')}>
          {list.isFiltered ? ui('list.none.hint') : t('none.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          sort={list.sort}
          onSort={list.setSort}
          pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
        />
      )}
      {acts.dialog}
    </>
  );
}

function Bands({
  list,
  bands,
}: {
  readonly list: ListState<Filter>;
  readonly bands: Watched['bands'];
}): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const { t: words } = useTranslation(certificatesTexts);
  return (
    <div className="pb-cert-bands" role="group" aria-label={words('filter.band')}>
      {bands.map(({ band, count }) => (
        <button
          key={band}
          type="button"
          data-band={band}
          aria-pressed={list.filters.band === band}
          onClick={() => {
            list.setFilter('band', list.filters.band === band ? '' : band);
          }}
        >
          <span className="pb-big">
            <NumberText value={count} />
          </span>
          <span className="pb-xs">{t(`band.${band}`)}</span>
        </button>
      ))}
    </div>
  );
}

const linked = 3;

function EngagementLinks({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation(certificatesTexts);
  if (row.engagements.length === 0) return <span className="pb-muted">{t('engagements.none')}</span>;
  return (
    <ul>
      {row.engagements.slice(0, linked).map(({ id, name, supplierName }) => (
        <li key={id}>
          <Link to={`/engagements/${id}/certification`}>{name}</Link>{' '}
          <span className="pb-xs pb-muted">{supplierName}</span>
        </li>
      ))}
      {row.engagements.length > linked ? (
        <li className="pb-xs pb-muted">
          {t('engagements.more', { count: row.engagements.length - linked })}
        </li>
      ) : null}
    </ul>
  );
}
