import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { importTexts } from './import.texts.js';
import { RowChanges } from './import-changes.js';
import { tableImportTexts } from '../../ui/import/table-import.texts.js';
import type { Preview } from './import-preview.js';

interface ImportResultProps {
  readonly preview: Preview;
  readonly pending: boolean;
  readonly onApply: () => void;
}

/** What the import will do on the whole, and the button that does it. */
export function ImportResult({ preview, pending, onApply }: ImportResultProps): ReactNode {
  const { t } = useTranslation(importTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const { counts, rowCount } = preview;
  const kinds = ['suppliers', 'contacts', 'engagements'] as const;
  const changes = kinds.reduce((sum, kind) => sum + counts[kind].create + counts[kind].change, 0);
  return (
    <section className="pb-stack" aria-live="polite">
      <h2>{table('result.title')}</h2>
      <p className="pb-soft">{table('result.rows', { count: rowCount })}</p>
      {changes === 0 ? (
        <StatusLine kind="note">{table('result.nothing')}</StatusLine>
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
              {table('apply')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

type ImportRow = Preview['rows'][number];

/** The first rows, each with what it does to the three kinds of record. */
export function ImportRows({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const { rows, rowCount } = preview;
  const effect = (value: ImportRow['supplier']): ReactNode => {
    if (value === null) return '–';
    const tone =
      value === 'create' ? 'pb-tag pb-tag-ok' : value === 'change' ? 'pb-tag pb-tag-blue' : 'pb-tag';
    return <span className={tone}>{table(`effect.${value}`)}</span>;
  };
  const columns: Column<ImportRow>[] = [
    {
      key: 'number',
      header: table('row.number'),
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
      <h2>{table('rows.title')}</h2>
      <DataTable
        caption={table('rows.title')}
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
      {rowCount > rows.length ? (
        <p className="pb-muted">{table('rows.more', { shown: rows.length, count: rowCount })}</p>
      ) : null}
    </section>
  );
}
