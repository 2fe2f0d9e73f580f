import './questionnaire-import.css';

import { Button, Progress } from '@mantine/core';
import { tellPlace } from '@probant/shared/imports/place-words';
import { isProblemCode, problemTitle } from '@probant/shared/problems';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { DateText } from '../../ui/format/date-text.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { stateOf } from './import-screen.js';
import { ItemList } from './item-list.js';
import { importTexts } from './questionnaire-import.texts.js';
import { SaveForm } from './save-form.js';
import { SheetMappings } from './sheet-mappings.js';
import { type Import, isUnderWay, useCancel, useImport, useItems, useReadAgain } from './use-imports.js';
import { useWish } from './use-wish.js';

/** What was read of a file: mapped, changed item by item, saved. */
export function ImportedFileScreen(): ReactNode {
  const { importId = '' } = useParams();
  const { t } = useTranslation(importTexts);
  const read = useImport(importId);
  if (read.data !== undefined) return <ImportPage read={read.data} />;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[{ title: t('questionnaires'), path: '/questionnaires' }]}
      />
      <div className="pb-page">
        {read.isError ? (
          <ProblemNotice error={read.error} onRetry={read.refetch} />
        ) : (
          <ListSkeleton rows={8} />
        )}
      </div>
    </Main>
  );
}

function ImportPage({ read }: { readonly read: Import }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { id, fileName, format, uploadedAt, uploadedByName } = read;
  return (
    <Main>
      <PageHeader
        title={fileName}
        breadcrumbs={[
          { title: t('questionnaires'), path: '/questionnaires' },
          { title: t('title'), path: '/questionnaires/import' },
        ]}
        subtitle={
          <>
            <DateText value={uploadedAt} as="instant" /> {t('list.by', { name: uploadedByName })}
          </>
        }
        tags={
          <>
            <span className="pb-tag">{t(stateOf(read))}</span>
            {format === null ? null : <span className="pb-tag">{t(`format.${format}`)}</span>}
          </>
        }
        actions={
          <Button component="a" href={`/api/questionnaire-imports/${id}/file`} download>
            {t('download')}
          </Button>
        }
      />
      <div className="pb-page pb-qimport">
        <Saved read={read} />
        <Reading read={read} />
        <Mapped key={id} read={read} />
      </div>
    </Main>
  );
}

function Saved({ read: { saved } }: { readonly read: Import }): ReactNode {
  const { t } = useTranslation(importTexts);
  if (saved === null) return null;
  return (
    <div className="pb-row pb-wrap">
      <StatusLine kind="done">
        {t('saved.text', { name: saved.byName })} <DateText value={saved.at} as="instant" />
      </StatusLine>
      <Button component={Link} to={`/questionnaires/${saved.questionnaireId}`} variant="filled">
        {t('saved.open')}
      </Button>
      <span className="pb-sm pb-muted">{t('saved.closed')}</span>
    </div>
  );
}

/** How far the reading is, or why there is none. */
function Reading({ read }: { readonly read: Import }): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const { state, problem, unreadable, sheets } = read;
  if (isUnderWay(read)) return <UnderWay read={read} />;
  if (state === 'cancelled') {
    return (
      <div className="pb-row pb-wrap">
        <StatusLine kind="note">{t('cancelled.text')}</StatusLine>
        <Again read={read} />
      </div>
    );
  }
  if (state === 'failed') {
    const code = problem !== null && isProblemCode(problem) ? problem : 'internal-error';
    return (
      <div className="pb-stack" role="alert">
        <Warning>{problemTitle(code, language)}</Warning>
        <Again read={read} />
      </div>
    );
  }
  if (unreadable === null) return null;
  return (
    <div className="pb-stack" role="alert">
      <Warning>
        {t('unreadable')} <span className="pb-mono">{tellPlace(unreadable.where, language)}</span>
        {t('unreadable.reason', { reason: unreadable.reason[language] })}
      </Warning>
      {sheets.length === 0 ? null : <p>{t('unreadable.sheets')}</p>}
      <div>
        <Button component={Link} to="/questionnaires/import">
          {t('file.other')}
        </Button>
      </div>
    </div>
  );
}

function UnderWay({ read: { id, done, total } }: { readonly read: Import }): ReactNode {
  const { t } = useTranslation(importTexts);
  const cancel = useCancel(id);
  const words = total === 0 ? t('reading.queued') : t('reading.step', { done, total });
  return (
    <div className="pb-row pb-wrap">
      <Progress
        className="pb-qimport-progress"
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={words}
      />
      <span className="pb-sm pb-num" role="status">
        {words}
      </span>
      <Allowed action="questionnaires:edit">
        <Button size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('stop')}
        </Button>
      </Allowed>
      {cancel.isError ? <ProblemNotice error={cancel.error} /> : null}
    </div>
  );
}

function Again({ read }: { readonly read: Import }): ReactNode {
  const { t } = useTranslation(importTexts);
  const again = useReadAgain(read);
  const { asSpreadsheet, mappings } = read;
  return (
    <Allowed action="questionnaires:edit">
      <Button loading={again.isPending} onClick={() => again.mutate({ asSpreadsheet, mappings })}>
        {t('read.again')}
      </Button>
      {again.isError ? <ProblemNotice error={again.error} /> : null}
    </Allowed>
  );
}

/** Everything that may be changed before it is saved; drawn once, so that nothing typed goes while the file is read again. */
function Mapped({ read }: { readonly read: Import }): ReactNode {
  const wish = useWish(read);
  const items = useItems(read);
  const mayEdit = useCan('questionnaires:edit') && read.saved === null;
  return (
    <>
      <Counts read={read} />
      {read.sheets.length > 0 ? <SheetMappings read={read} mayEdit={mayEdit} /> : null}
      {items.isError ? <ProblemNotice error={items.error} onRetry={items.refetch} /> : null}
      {items.isLoading ? <ListSkeleton rows={8} /> : null}
      {items.data === undefined || read.format === null ? null : (
        <>
          <ItemList read={items.data} wish={wish} mayEdit={mayEdit} />
          {mayEdit ? <SaveForm read={read} items={items.data.items} wish={wish} /> : null}
        </>
      )}
    </>
  );
}

function Counts({ read: { counts } }: { readonly read: Import }): ReactNode {
  const { t } = useTranslation(importTexts);
  if (counts === null) return null;
  return (
    <p className="pb-qimport-counts pb-medium">
      {(['sections', 'questions', 'options', 'conditions'] as const).map((name) => (
        <span key={name}>{t(`counts.${name}`, { count: counts[name] })}</span>
      ))}
    </p>
  );
}
