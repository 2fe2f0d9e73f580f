import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { type Column, DataTable } from '../list/data-table.js';
import { tableImportTexts } from './table-import.texts.js';
import type { TablePreview } from './use-table-import.js';

type ImportError = TablePreview['errors'][number];

/** Every cell in the way, where the spreadsheet shows it. */
export function ImportErrors({ preview }: { readonly preview: TablePreview }): ReactNode {
  const { t } = useTranslation(tableImportTexts);
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
