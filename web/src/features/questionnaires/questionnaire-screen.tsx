import './questionnaires.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { CopyDialog } from './copy-dialog.js';
import { DocumentLinks } from './document-links.js';
import { ImportedFrom } from './imported-from.js';
import { useEditing } from './leave-out.js';
import { nextNumber, PublishDialog, PublishProblems, WhyNotPublished } from './publish-dialog.js';
import { RenameDialog, ThemeDialog } from './questionnaire-dialogs.js';
import { publishTexts } from './publish.texts.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { ThemeOutline } from './theme-outline.js';
import { ThemePanel } from './theme-panel.js';
import { type Edit, type Questionnaire, useArchive, useQuestionnaire } from './use-questionnaires.js';
import { VersionList } from './version-list.js';

/** One questionnaire: its themes and questions, what was left out, its versions. */
export function QuestionnaireScreen(): ReactNode {
  const { questionnaireId = '' } = useParams();
  const { t } = useTranslation(questionnaireTexts);
  const questionnaire = useQuestionnaire(questionnaireId);
  if (questionnaire.isPending || questionnaire.isError) {
    return (
      <Main>
        <PageHeader title={t('title')} />
        <div className="pb-page">
          {questionnaire.isError ? (
            <ProblemNotice error={questionnaire.error} onRetry={questionnaire.refetch} />
          ) : (
            <ListSkeleton rows={8} />
          )}
        </div>
      </Main>
    );
  }
  return <Studio questionnaire={questionnaire.data} reload={() => void questionnaire.refetch()} />;
}

interface StudioProps {
  readonly questionnaire: Questionnaire;
  readonly reload: () => void;
}

function Studio({ questionnaire, reload }: StudioProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const [params] = useSearchParams();
  const editing = useEditing(questionnaire);
  const { document, leftOut, title, code } = questionnaire;
  const theme = document.themes.find((one) => one.code === params.get('theme')) ?? document.themes[0] ?? null;
  const counts = new Map(leftOut.map(({ themeCode, questions }) => [themeCode, questions.length]));
  return (
    <Main>
      <PageHeader
        title={title[language]}
        breadcrumbs={[{ title: t('title'), path: '/questionnaires' }]}
        subtitle={<span className="pb-mono">{code}</span>}
        tags={<DraftState questionnaire={questionnaire} />}
        actions={<Actions questionnaire={questionnaire} />}
      />
      <div className="pb-page pb-studio">
        <div className="pb-studio-outline">
          <ThemeOutline themes={document.themes} chosen={theme?.code ?? ''} leftOut={counts} />
          <LeftOutThemes questionnaire={questionnaire} apply={editing.apply} pending={editing.pending} />
          <AddTheme questionnaire={questionnaire} />
        </div>
        <div className="pb-studio-middle">
          {editing.problem ? (
            <ProblemNotice
              error={editing.problem}
              {...(isProblem(editing.problem, 'stale-revision') ? { onRetry: reload } : {})}
            />
          ) : null}
          {editing.savedAt !== null ? (
            <StatusLine kind="done">
              {`${t('edit.done')} ${formatTime(new Date(editing.savedAt).toISOString(), language)}`}
            </StatusLine>
          ) : null}
          {theme ? (
            <ThemePanel
              questionnaire={questionnaire}
              theme={theme}
              apply={editing.apply}
              pending={editing.pending}
            />
          ) : null}
        </div>
        <div className="pb-studio-side">
          <PublishProblems questionnaire={questionnaire} />
          <ImportedFrom questionnaireId={questionnaire.id} />
          <DocumentLinks address={`/api/questionnaires/${questionnaire.id}`} />
          <VersionList questionnaireId={questionnaire.id} versions={questionnaire.versions} />
        </div>
      </div>
      {editing.dialog}
    </Main>
  );
}

function DraftState({ questionnaire }: { readonly questionnaire: Questionnaire }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { published, changed, archived, questionCount } = questionnaire;
  const number = published?.number ?? 0;
  return (
    <>
      <span className="pb-tag">{t('question.count', { count: questionCount })}</span>
      {archived ? <span className="pb-tag pb-tag-amber">{t('archived')}</span> : null}
      {published === null ? <span className="pb-tag pb-tag-amber">{t('draft.new')}</span> : null}
      {published !== null && changed ? (
        <span className="pb-tag pb-tag-amber">{t('draft.changed', { number })}</span>
      ) : null}
      {published !== null && !changed ? (
        <span className="pb-tag pb-tag-ok">{t('draft.same', { number })}</span>
      ) : null}
    </>
  );
}

function Actions({ questionnaire }: { readonly questionnaire: Questionnaire }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { t: publishing } = useTranslation(publishTexts);
  const [dialog, setDialog] = useState<'copy' | 'rename' | 'publish' | null>(null);
  const archive = useArchive(questionnaire);
  const mayPublish = useCan('questionnaires:publish');
  const { problems, changed, archived } = questionnaire;
  const close = (): void => {
    setDialog(null);
  };
  return (
    <>
      {archive.isError ? <ProblemNotice error={archive.error} /> : null}
      <Allowed action="questionnaires:edit">
        <Button
          variant="subtle"
          loading={archive.isPending}
          onClick={() => {
            archive.mutate(!archived);
          }}
        >
          {t(archived ? 'unarchive' : 'archive')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setDialog('copy');
          }}
        >
          {t('copy')}
        </Button>
        <Button
          onClick={() => {
            setDialog('rename');
          }}
        >
          {t('rename')}
        </Button>
        <CopyDialog origin={questionnaire} opened={dialog === 'copy'} onClose={close} />
        <RenameDialog questionnaire={questionnaire} opened={dialog === 'rename'} onClose={close} />
      </Allowed>
      {mayPublish ? <WhyNotPublished questionnaire={questionnaire} /> : null}
      {mayPublish ? (
        <Button
          variant="filled"
          disabled={problems.length === 0 && !changed}
          onClick={() => {
            setDialog('publish');
          }}
        >
          {publishing('confirm', { number: nextNumber(questionnaire) })}
        </Button>
      ) : (
        <span className="pb-sm pb-muted">{publishing('role')}</span>
      )}
      <PublishDialog questionnaire={questionnaire} opened={dialog === 'publish'} onClose={close} />
    </>
  );
}

interface LeftOutThemesProps {
  readonly questionnaire: Questionnaire;
  readonly apply: (edit: Edit) => void;
  readonly pending: boolean;
}

function LeftOutThemes({ questionnaire, apply, pending }: LeftOutThemesProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const mayEdit = useCan('questionnaires:edit');
  const themes = questionnaire.leftOut.filter(({ whole }) => whole);
  if (themes.length === 0) return null;
  return (
    <section className="pb-left-out">
      <h3>{t('leftOut.themes')}</h3>
      <ul>
        {themes.map(({ themeCode, title }) => (
          <li key={themeCode}>
            <span className="pb-grow pb-sm pb-soft">{title[language]}</span>
            {mayEdit ? (
              <Button
                size="xs"
                variant="transparent"
                disabled={pending}
                aria-label={t('restore.of', { id: title[language] })}
                onClick={() => {
                  apply({ kind: 'restore-theme', themeCode });
                }}
              >
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddTheme({ questionnaire }: { readonly questionnaire: Questionnaire }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const [opened, setOpened] = useState(false);
  return (
    <Allowed action="questionnaires:edit">
      <Button
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('add.theme')}
      </Button>
      <ThemeDialog
        questionnaire={questionnaire}
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
      />
    </Allowed>
  );
}
