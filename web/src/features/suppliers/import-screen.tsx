import './suppliers.css';

import { Button } from '@mantine/core';
import { maxBytes } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { importTexts } from './import.texts.js';
import { ImportRenamings } from './import-changes.js';
import { ImportColumns } from './import-columns.js';
import { ImportErrors, ImportResult, ImportRows } from './import-result.js';
import { type Counts, type ImportState, useImport } from './use-import.js';

const accepted = {
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};

/** A file, what its columns mean, what would happen row by row, and only then the import. */
export function ImportScreen(): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const state = useImport();
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
        {state.done ? <Done counts={state.done} onMore={state.reset} /> : <Steps state={state} />}
      </div>
    </Main>
  );
}

function Steps({ state }: { readonly state: ImportState }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { file, preview, busy, error } = state;
  return (
    <div className="pb-import-steps">
      {file === null ? <Help /> : null}
      <section className="pb-stack">
        {file ? (
          <p>
            <span className="pb-medium">{t('file.chosen', { name: file.name })}</span>{' '}
            <Button size="xs" variant="subtle" onClick={state.reset}>
              {t('file.other')}
            </Button>
          </p>
        ) : (
          <FileDrop
            label={t('file.label')}
            accept={accepted}
            formats={t('file.formats')}
            maxBytes={maxBytes.importFile}
            onFiles={([first]) => {
              if (first) state.choose(first);
            }}
          />
        )}
        {busy ? (
          <div className="pb-row">
            <StatusLine kind="working">
              {busy === 'reading' ? t('reading', { name: file?.name ?? '' }) : t('applying')}
            </StatusLine>
            <Button size="xs" variant="transparent" onClick={state.stop}>
              {t('stop')}
            </Button>
          </div>
        ) : null}
        {error ? (
          <ProblemNotice
            error={error}
            {...(isProblem(error, 'import-outdated')
              ? {
                  onRetry: () => {
                    state.read({});
                  },
                }
              : {})}
          />
        ) : null}
        {busy === 'reading' && !preview ? <TextSkeleton lines={6} /> : null}
      </section>
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

function Done({ counts, onMore }: { readonly counts: Counts; readonly onMore: () => void }): ReactNode {
  const { t } = useTranslation(importTexts);
  const sum = ({ create, change }: Counts['suppliers']): number => create + change;
  return (
    <section className="pb-stack pb-narrow" role="status">
      <h2>{t('done.title')}</h2>
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
        <Button onClick={onMore}>{t('done.more')}</Button>
      </div>
    </section>
  );
}
