import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { importTexts } from './import.texts.js';
import { RowChanges } from './import-changes.js';
import type { Preview } from './use-import.js';

interface ImportResultProps {
  readonly preview: Preview;
  readonly pending: boolean;
  readonly onApply: () => void;
}

/** What the import will do on the whole, and the button that does it. */
export function ImportResult({ preview, pending, onApply }: ImportResultProps): ReactNode {
  const { t } = useTranslation(importTexts);
  const { counts, rowCount } = preview;
  const kinds = ['suppliers', 'contacts', 'engagements'] as const;
  const changes = kinds.reduce((sum, kind) => sum + counts[kind].create + counts[kind].change, 0);
  return (
    <section className="pb-stack" aria-live="polite">
      <h2>{t('result.title')}</h2>
      <p className="pb-soft">{t('result.rows', { count: rowCount })}</p>
      {changes === 0 ? (
        <StatusLine kind="note">{t('result.nothing')}</StatusLine>
      ) : (
        <>
          <dl className="pb-import-counts">
            {kinds.map((kind) => (
              <div key={kind}>
                <dt className="pb-label">{t(kind)}</dt>
                <dd>{t('result.counts', counts[kind])}</dd>
              </div>
            ))}
          </dl>
          <div>
            <Button variant="filled" loading={pending} onClick={onApply}>
              {t('apply')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

type ImportError = Preview['errors'][number];

/** Every cell in the way, where the spreadsheet shows it. */
export function ImportErrors({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { errors, errorCount } = preview;
  const columns: Column<ImportError>[] = [
    {
      key: 'where',
      header: t('error.where'),
      cell: ({ row, column }) => {
        if (row === null) return t('error.file');
        return column === null
          ? t('error.row', { row: String(row) })
          : t('error.cell', { column, row: String(row) });
      },
    },
    { key: 'column', header: t('error.column'), cell: ({ heading }) => heading },
    {
      key: 'value',
      header: t('error.value'),
      cell: ({ value }) =>
        value === '' ? (
          <span className="pb-muted">{t('error.empty')}</span>
        ) : (
          <span className="pb-mono">{value}</span>
        ),
    },
    {
      key: 'problem',
      header: t('error.problem'),
      cell: ({ detail }) => <span className="pb-amber">{detail}</span>,
    },
  ];
  return (
    <section className="pb-stack" role="alert">
      <h2>{t('errors.title', { count: errorCount })}</h2>
      <p className="pb-soft">{t('errors.text', { count: errorCount })}</p>
      <DataTable
        caption={t('errors.title', { count: errorCount })}
        columns={columns}
        rows={errors}
        rowKey={(error) => `${error.row ?? ''} ${error.column ?? ''} ${error.heading} ${error.code}`}
      />
      {errorCount > errors.length ? (
        <p className="pb-muted">{t('errors.more', { shown: errors.length })}</p>
      ) : null}
    </section>
  );
}

type ImportRow = Preview['rows'][number];

/** The first rows, each with what it does to the three kinds of record. */
export function ImportRows({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { rows, rowCount } = preview;
  const effect = (value: ImportRow['supplier']): ReactNode => {
    if (value === null) return '–';
    const tone =
      value === 'create' ? 'pb-tag pb-tag-ok' : value === 'change' ? 'pb-tag pb-tag-blue' : 'pb-tag';
    return <span className={tone}>{t(`effect.${value}`)}</span>;
  };
  const columns: Column<ImportRow>[] = [
    {
      key: 'number',
      header: t('row.number'),
      cell: ({ number }) => <span className="pb-tabular">{number}</span>,
    },
    { key: 'name', header: t('row.name'), cell: ({ supplierName }) => supplierName },
    { key: 'supplier', header: t('row.supplier'), cell: ({ supplier }) => effect(supplier) },
    { key: 'contact', header: t('row.contact'), cell: ({ contact }) => effect(contact) },
    { key: 'engagement', header: t('row.engagement'), cell: ({ engagement }) => effect(engagement) },
    { key: 'changes', header: t('row.changes'), cell: ({ changes }) => <RowChanges changes={changes} /> },
    {
      key: 'warning',
      header: t('row.warning'),
      cell: ({ warnings }) =>
        warnings.length === 0 ? null : <span className="pb-amber">{warnings.join(' ')}</span>,
    },
  ];
  return (
    <section className="pb-stack">
      <h2>{t('rows.title')}</h2>
      <DataTable
        caption={t('rows.title')}
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
      {rowCount > rows.length ? (
        <p className="pb-muted">{t('rows.more', { shown: rows.length, count: rowCount })}</p>
      ) : null}
    </section>
  );
}
