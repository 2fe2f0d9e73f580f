import './workbook.css';

import { Button } from '@mantine/core';
import { maxBytes } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Warning } from '../../ui/feedback/warning.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { isChange, useWorkbook, type Workbook } from './use-workbook.js';
import { WorkbookRows } from './workbook-rows.js';
import { workbookTexts } from './workbook.texts.js';

const accept = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'] };

/** Answers in a workbook: taken away, filled in elsewhere, and brought back under one's eyes. */
export function WorkbookScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  const { link } = useSignedIn();
  const { t, language } = useTranslation(workbookTexts);
  const workbook = useWorkbook(assessmentId, language);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={link === null ? [{ title: t('requests'), path: '/requests' }] : []}
        actions={
          <Button component={Link} to={`/requests/${assessmentId}`} variant="default">
            {t('back')}
          </Button>
        }
      />
      <div className="pb-page pb-workbook">
        <section>
          <h2>{t('out')}</h2>
          <p className="pb-muted">{t('out.hint')}</p>
          <Button
            component="a"
            href={`/api/requests/${assessmentId}/workbook?language=${language}`}
            download
            variant="default"
          >
            {t('download')}
          </Button>
        </section>
        <section>
          <h2>{t('in')}</h2>
          <p className="pb-muted">{t('in.hint')}</p>
          <BringBack workbook={workbook} />
        </section>
      </div>
    </Main>
  );
}

function BringBack({ workbook }: { readonly workbook: Workbook }): ReactNode {
  const { t } = useTranslation(workbookTexts);
  const { preview, busy, error, saved } = workbook;
  return (
    <>
      {preview === null ? (
        <FileDrop
          label={t('drop')}
          accept={accept}
          formats={t('formats')}
          maxBytes={maxBytes.importFile}
          disabled={busy !== null}
          onFiles={([file]) => {
            if (file !== undefined) workbook.read(file);
          }}
        />
      ) : (
        <Found workbook={workbook} />
      )}
      <p role="status" className="pb-sm">
        {busy === 'reading' ? t('reading') : null}
        {busy === 'saving' ? t('saving') : null}
        {saved === null ? null : t('saved', { count: saved })}
      </p>
      {busy === 'reading' ? (
        <Button variant="default" onClick={workbook.stop}>
          {t('cancel')}
        </Button>
      ) : null}
      {error === null ? null : (
        <ProblemNotice error={error} onRetry={preview === null ? workbook.reset : workbook.save} />
      )}
    </>
  );
}

function Found({ workbook }: { readonly workbook: Workbook }): ReactNode {
  const { t } = useTranslation(workbookTexts);
  const { preview, left, busy } = workbook;
  if (preview === null) return null;
  const count = (change: string) => preview.rows.filter((row) => row.change === change).length;
  const chosen = preview.rows.filter((row) => isChange(row) && !left.has(row.questionId)).length;
  const changes = preview.rows.filter(isChange).length;
  return (
    <>
      {workbook.moved ? <Warning>{t('moved')}</Warning> : null}
      {preview.version === 'other' ? <Warning>{t('other')}</Warning> : null}
      <p>
        {changes === 0 ? t('found.none') : t('found', { count: changes })}
        <span className="pb-sm pb-muted">
          {count('same') === 0 ? '' : ` · ${t('same', { count: count('same') })}`}
          {count('emptied') === 0 ? '' : ` · ${t('emptied', { count: count('emptied') })}`}
        </span>
      </p>
      {preview.unknownColumns.length === 0 ? null : (
        <p className="pb-sm pb-muted">
          {t('columns', {
            names: preview.unknownColumns.map(({ place, text }) => `${place} « ${text} »`).join(', '),
          })}
        </p>
      )}
      <WorkbookRows workbook={workbook} />
      <div className="pb-row pb-wrap">
        <Button variant="filled" disabled={chosen === 0 || busy !== null} onClick={workbook.save}>
          {t('save', { count: chosen })}
        </Button>
        <Button variant="default" disabled={busy !== null} onClick={workbook.reset}>
          {t('another')}
        </Button>
      </div>
    </>
  );
}
