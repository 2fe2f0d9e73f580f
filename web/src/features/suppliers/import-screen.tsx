import './suppliers.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ChooseTable } from '../../ui/import/choose-table.js';
import { ImportColumns } from '../../ui/import/import-columns.js';
import { ImportErrors } from '../../ui/import/import-errors.js';
import { tableImportTexts } from '../../ui/import/table-import.texts.js';
import { type TableImport, useTableImport } from '../../ui/import/use-table-import.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { importTexts } from './import.texts.js';
import type { Applied, Preview } from './import-preview.js';
import { ImportRenamings } from './import-changes.js';
import { ImportResult, ImportRows } from './import-result.js';
import { useRefreshSuppliers } from './use-suppliers.js';

type ImportState = TableImport<Preview, Applied>;

/** A file, what its columns mean, what would happen row by row, and only then the import. */
export function ImportScreen(): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const state: ImportState = useTableImport('/api/imports', useRefreshSuppliers());
  const template = (format: 'csv' | 'xlsx') => `/api/imports/template?format=${format}&language=${language}`;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[{ title: t('suppliers'), path: '/suppliers' }]}
        actions={
          <>
            <Button component="a" href={template('csv')} download>
              {t('template.csv')}
            </Button>
            <Button component="a" href={template('xlsx')} download>
              {t('template.xlsx')}
            </Button>
          </>
        }
      />
      <div className="pb-page">
        {state.done ? <Done counts={state.done.counts} onMore={state.reset} /> : <Steps state={state} />}
      </div>
    </Main>
  );
}

function Steps({ state }: { readonly state: ImportState }): ReactNode {
  const { file, preview, busy } = state;
  return (
    <div className="pb-import-steps">
      {file === null ? <Help /> : null}
      <ChooseTable state={state} />
      {preview ? (
        <>
          <ImportColumns preview={preview} onChange={state.read} />
          {preview.errorCount > 0 ? <ImportErrors preview={preview} /> : null}
          <ImportRenamings preview={preview} />
          {preview.plan === null ? null : (
            <ImportResult preview={preview} pending={busy === 'applying'} onApply={state.apply} />
          )}
          {preview.rows.length > 0 ? <ImportRows preview={preview} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Help(): ReactNode {
  const { t } = useTranslation(importTexts);
  return (
    <section className="pb-narrow pb-stack">
      <h2>{t('help.title')}</h2>
      <ul className="pb-import-help pb-soft">
        <li>{t('help.one')}</li>
        <li>{t('help.match')}</li>
        <li>{t('help.empty')}</li>
        <li>{t('help.all')}</li>
      </ul>
    </section>
  );
}

function Done({
  counts,
  onMore,
}: {
  readonly counts: Applied['counts'];
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useTranslation(importTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const sum = ({ create, change }: Applied['counts']['suppliers']): number => create + change;
  return (
    <section className="pb-stack pb-narrow" role="status">
      <h2>{table('done.title')}</h2>
      <StatusLine kind="done" live={false}>
        {t('done.text', {
          suppliers: sum(counts.suppliers),
          contacts: sum(counts.contacts),
          engagements: sum(counts.engagements),
        })}
      </StatusLine>
      <div className="pb-row pb-wrap">
        <Button component={Link} to="/suppliers" variant="filled">
          {t('done.see')}
        </Button>
        <Button onClick={onMore}>{table('done.more')}</Button>
      </div>
    </section>
  );
}
