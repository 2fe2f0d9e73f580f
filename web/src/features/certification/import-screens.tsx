import './certification.css';

import { Button, Textarea } from '@mantine/core';
import { scopeInWords } from '@probant/shared/certifications/activities';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useEngagement } from '../../ui/engagement/engagement-file.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ChooseTable } from '../../ui/import/choose-table.js';
import { ImportColumns } from '../../ui/import/import-columns.js';
import { ImportErrors } from '../../ui/import/import-errors.js';
import { tableImportTexts } from '../../ui/import/table-import.texts.js';
import { type TableImport, useTableImport } from '../../ui/import/use-table-import.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { certificationImportTexts } from './certification-import.texts.js';
import { useRefreshCertifications } from './use-certification.js';

type Preview = Schema<'CertificationImportPreviewResponse'>;
type Applied = Schema<'CertificationImportAppliedResponse'>;
type State = TableImport<Preview, Applied>;

/** The supplier's statutory table of guarantees, laid over the chain of one engagement. */
export function GuaranteesImportScreen(): ReactNode {
  const { t } = useTranslation(certificationImportTexts);
  const { engagementId = '' } = useParams();
  const engagement = useEngagement(engagementId);
  const back = `/engagements/${engagementId}/certification`;
  const address = `/api/engagements/${encodeURIComponent(engagementId)}/certification/import`;
  const state: State = useTableImport(address, useRefreshCertifications());
  return (
    <Main>
      <PageHeader
        title={t('guarantees.title')}
        breadcrumbs={[{ title: engagement.data?.name ?? t('guarantees.crumb'), path: back }]}
      />
      <div className="pb-page">
        <Steps
          state={state}
          back={back}
          help={[t('guarantees.help'), t('guarantees.columns'), t('help.all')]}
        />
      </div>
    </Main>
  );
}

/** A list of certified hosts, for the companies that are on record. */
export function CertificateListImportScreen(): ReactNode {
  const { t } = useTranslation(certificationImportTexts);
  const state: State = useTableImport('/api/certificates/import', useRefreshCertifications());
  return (
    <Main>
      <PageHeader title={t('list.title')} breadcrumbs={[{ title: t('list.crumb'), path: '/certificates' }]} />
      <div className="pb-page">
        <Steps state={state} back="/certificates" help={[t('list.help'), t('list.columns'), t('help.all')]} />
      </div>
    </Main>
  );
}

interface StepsProps {
  readonly state: State;
  readonly back: string;
  readonly help: readonly string[];
}

function Steps({ state, back, help }: StepsProps): ReactNode {
  const { t } = useTranslation(certificationImportTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const { preview, done, busy } = state;
  if (done) {
    return (
      <section className="pb-stack pb-narrow" role="status">
        <h2>{table('done.title')}</h2>
        <StatusLine kind="done" live={false}>
          {t('done', done.counts)}
        </StatusLine>
        <div className="pb-row pb-wrap">
          <Button component={Link} to={back} variant="filled">
            {t('see')}
          </Button>
          <Button onClick={state.reset}>{table('done.more')}</Button>
        </div>
      </section>
    );
  }
  return (
    <div className="pb-import-steps">
      {state.file === null ? (
        <ul className="pb-import-help pb-soft pb-narrow">
          {help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <ChooseTable state={state} />
      {state.file === null ? <Paste onPaste={state.choose} /> : null}
      {preview ? (
        <>
          <ImportColumns preview={preview} onChange={state.read} />
          {preview.errorCount > 0 ? <ImportErrors preview={preview} /> : null}
          {preview.errorCount === 0 ? (
            <section className="pb-stack" aria-live="polite">
              <h2>{table('result.title')}</h2>
              {preview.plan === null ? (
                <StatusLine kind="note">{table('result.nothing')}</StatusLine>
              ) : (
                <>
                  <p className="pb-soft">{t('done', preview.counts)}</p>
                  <div>
                    <Button variant="filled" loading={busy === 'applying'} onClick={state.apply}>
                      {table('apply')}
                    </Button>
                  </div>
                </>
              )}
            </section>
          ) : null}
          {preview.rows.length > 0 ? <Rows preview={preview} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** Cells copied from a spreadsheet or a document: a file all the same. */
function Paste({ onPaste }: { readonly onPaste: (file: File) => void }): ReactNode {
  const { t } = useTranslation(certificationImportTexts);
  const [text, setText] = useState('');
  return (
    <section className="pb-stack pb-narrow">
      <Textarea
        label={t('paste.label')}
        description={t('paste.help')}
        minRows={4}
        autosize
        maxRows={12}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <div>
        <Button
          disabled={text.trim() === ''}
          onClick={() => {
            onPaste(new File([text], t('paste.file'), { type: 'text/csv' }));
          }}
        >
          {t('paste.read')}
        </Button>
      </div>
    </section>
  );
}

type Row = Preview['rows'][number];

function Rows({ preview }: { readonly preview: Preview }): ReactNode {
  const { t, language } = useTranslation(certificationImportTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const { rows, rowCount } = preview;
  const columns: Column<Row>[] = [
    {
      key: 'number',
      header: table('row.number'),
      cell: ({ number }) => <span className="pb-tabular">{number}</span>,
    },
    { key: 'actor', header: t('row.actor'), cell: ({ actorName }) => actorName },
    {
      key: 'activities',
      header: t('row.activities'),
      cell: ({ activities }) => scopeInWords(activities, language) || '–',
    },
    {
      key: 'effect',
      header: t('row.effect'),
      cell: ({ effect }) => <span className={tones[effect]}>{t(`effect.${effect}`)}</span>,
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

const tones: Readonly<Record<Row['effect'], string>> = {
  create: 'pb-tag pb-tag-ok',
  change: 'pb-tag pb-tag-blue',
  same: 'pb-tag',
  'not-yours': 'pb-muted',
};
