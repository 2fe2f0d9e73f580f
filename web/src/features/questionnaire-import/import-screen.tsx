import './questionnaire-import.css';

import { Button, Progress } from '@mantine/core';
import { maxBytes } from '@probant/shared/limits';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { uploadFile } from '../../platform/api/upload-file.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { NumberText } from '../../ui/format/number-text.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { importTexts } from './questionnaire-import.texts.js';
import { type Import, type ImportSummary, useImports } from './use-imports.js';

const accept = {
  'application/json': ['.json'],
  'application/yaml': ['.yaml', '.yml'],
  'text/csv': ['.csv', '.tsv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};

/** A file to read, and those that were read before. */
export function ImportScreen(): ReactNode {
  const { t } = useTranslation(importTexts);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[{ title: t('questionnaires'), path: '/questionnaires' }]}
      />
      <div className="pb-page pb-qimport">
        <ChooseFile />
        <section className="pb-narrow pb-stack">
          <h2>{t('help.title')}</h2>
          <ul className="pb-qimport-help pb-soft">
            <li>{t('help.own')}</li>
            <li>{t('help.tools')}</li>
            <li>{t('help.sheet')}</li>
            <li>{t('help.save')}</li>
          </ul>
        </section>
        <Earlier />
      </div>
    </Main>
  );
}

interface Sending {
  readonly name: string;
  readonly share: number;
}

function ChooseFile(): ReactNode {
  const { t } = useTranslation(importTexts);
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const running = useRef<AbortController>(undefined);
  const send = async (file: File): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setProblem(null);
    setSending({ name: file.name, share: 0 });
    try {
      const { id } = await uploadFile<Import>({
        path: '/api/questionnaire-imports',
        file,
        fields: {},
        onProgress: (share) => setSending({ name: file.name, share }),
        signal: controller.signal,
      });
      await navigate(`/questionnaires/import/${id}`);
    } catch (caught) {
      if (!controller.signal.aborted) setProblem(caught);
    } finally {
      setSending(null);
    }
  };
  return (
    <section className="pb-stack">
      <FileDrop
        label={t('file.label')}
        accept={accept}
        formats={t('file.formats')}
        maxBytes={maxBytes.importFile}
        disabled={sending !== null}
        onFiles={([first]) => {
          if (first) void send(first);
        }}
      />
      {sending ? (
        <div className="pb-row pb-wrap">
          <Progress className="pb-qimport-progress" value={100 * sending.share} aria-label={sending.name} />
          <span className="pb-sm pb-num" role="status">
            {sending.share < 1
              ? t('file.sending', { name: sending.name, percent: Math.floor(100 * sending.share) })
              : t('file.scanning', { name: sending.name })}
          </span>
          <Button size="compact-sm" onClick={() => running.current?.abort()}>
            {t('stop')}
          </Button>
        </div>
      ) : null}
      {problem ? <ProblemNotice error={problem} /> : null}
    </section>
  );
}

export function stateOf({ state, saved, unreadable }: ImportSummary) {
  if (saved !== null) return 'state.saved';
  return unreadable === null ? (`state.${state}` as const) : 'state.unreadable';
}

function Earlier(): ReactNode {
  const { t } = useTranslation(importTexts);
  const imports = useImports();
  if (imports.isPending) return <ListSkeleton rows={2} />;
  if (imports.isError) return <ProblemNotice error={imports.error} onRetry={imports.refetch} />;
  if (imports.data.length === 0) return null;
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      header: t('list.file'),
      cell: ({ fileName, format }) => (
        <>
          {fileName} {format === null ? null : <span className="pb-muted">{t(`format.${format}`)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (one) => <span className="pb-tag">{t(stateOf(one))}</span>,
    },
    {
      key: 'questions',
      header: t('list.questions'),
      align: 'end',
      cell: ({ counts }) => (counts === null ? null : <NumberText value={counts.questions} />),
    },
    {
      key: 'at',
      header: t('list.at'),
      cell: ({ uploadedAt, uploadedByName }) => (
        <>
          <DateText value={uploadedAt} />{' '}
          <span className="pb-muted">{t('list.by', { name: uploadedByName })}</span>
        </>
      ),
    },
  ];
  return (
    <section className="pb-stack">
      <h2>{t('list.title')}</h2>
      <DataTable
        caption={t('list.title')}
        columns={columns}
        rows={imports.data}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/questionnaires/import/${id}`}
      />
    </section>
  );
}
