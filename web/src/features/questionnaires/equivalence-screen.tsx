import './questionnaires.css';
import './compare.css';

import { Button } from '@mantine/core';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { EquivalenceLink } from '@probant/shared/questionnaires/decide-equivalence';
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { equivalenceTexts } from './equivalence.texts.js';
import { EquivalenceCard } from './equivalence-card.js';
import { nextNumber } from './publish-dialog.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { useEditedLinks } from './use-edited-links.js';
import { type Questionnaire, usePublish, useQuestionnaire, useVersion } from './use-questionnaires.js';

/** What the questions published last become in the draft, as its author states it, and the way to publish both. */
export function EquivalenceScreen(): ReactNode {
  const { questionnaireId = '' } = useParams();
  const { t, language } = useTranslation(equivalenceTexts);
  const { t: tq } = useTranslation(questionnaireTexts);
  const questionnaire = useQuestionnaire(questionnaireId);
  const published = questionnaire.data?.published ?? null;
  const version = useVersion(questionnaireId, published?.id ?? '', published !== null);
  const title = questionnaire.data?.title[language];
  const failed = [questionnaire, version].find(({ isError }) => isError);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[
          { title: tq('title'), path: '/questionnaires' },
          ...(title === undefined ? [] : [{ title, path: `/questionnaires/${questionnaireId}` }]),
        ]}
      />
      <div className="pb-page pb-compare">
        {failed ? <ProblemNotice error={failed.error} onRetry={failed.refetch} /> : null}
        {questionnaire.isSuccess && published === null ? (
          <EmptyState title={t('first.title')}>{t('first.text')}</EmptyState>
        ) : null}
        {!failed && (questionnaire.isPending || (published !== null && version.data === undefined)) ? (
          <ListSkeleton rows={8} />
        ) : null}
        {questionnaire.data && version.data ? (
          <Editor questionnaire={questionnaire.data} before={version.data.document} />
        ) : null}
      </div>
    </Main>
  );
}

interface EditorProps {
  readonly questionnaire: Questionnaire;
  readonly before: QuestionnaireDocument;
}

function Editor({ questionnaire, before }: EditorProps): ReactNode {
  const { t } = useTranslation(equivalenceTexts);
  const { id, revision, document: after } = questionnaire;
  const edited = useEditedLinks(id, revision, before, after);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { links, judge } = edited;
  // By what the texts say: a word of the author moves no card from under the pointer.
  const same = useMemo(
    () => new Set(links.filter((link) => judge(link).kind === 'unchanged')),
    [links, judge],
  );
  const cards = (shown: readonly EquivalenceLink[]): ReactNode => (
    <ol className="pb-changed">
      {shown.map((link) => (
        <EquivalenceCard
          key={nameOf(link)}
          {...{ link, edited, before, after }}
          open={openKey === nameOf(link)}
          onToggle={() => {
            setOpenKey(openKey === nameOf(link) ? null : nameOf(link));
          }}
        />
      ))}
    </ol>
  );
  return (
    <>
      <p className="pb-soft">{t('lead', { number: questionnaire.published?.number ?? 0 })}</p>
      <Publish questionnaire={questionnaire} edited={edited} />
      <h2 className="pb-hidden">{t('list')}</h2>
      {same.size === links.length ? <p role="status">{t('none')}</p> : null}
      {cards(links.filter((link) => !same.has(link)))}
      {same.size === 0 ? null : (
        <details>
          <summary>{t('kept', { count: same.size })}</summary>
          {cards([...same])}
        </details>
      )}
    </>
  );
}

/** The same while the question is linked to others. */
function nameOf({ from, to }: EquivalenceLink): string {
  return from[0] === undefined ? `>${to[0] ?? ''}` : `<${from[0]}`;
}

interface PublishProps {
  readonly questionnaire: Questionnaire;
  readonly edited: ReturnType<typeof useEditedLinks>;
}

function Publish({ questionnaire, edited }: PublishProps): ReactNode {
  const { t } = useTranslation(equivalenceTexts);
  const navigate = useNavigate();
  const publish = usePublish(questionnaire);
  const [asking, setAsking] = useState(false);
  const number = nextNumber(questionnaire);
  const ready = questionnaire.changed && questionnaire.problems.length === 0 && edited.accepted;
  return (
    <div className="pb-row pb-wrap">
      <Button
        variant="filled"
        disabled={!ready}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('publish', { number })}
      </Button>
      {edited.edited > 0 ? (
        <>
          <span className="pb-sm pb-muted" role="status">
            {t('edited', { count: edited.edited })}
          </span>
          <Button variant="transparent" onClick={edited.reset}>
            {t('reset')}
          </Button>
        </>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={t('publish', { number })}
        confirm={t('publish', { number })}
        act={async () => {
          const { versions } = await publish.mutateAsync(edited.links);
          edited.reset();
          const [version] = versions;
          await navigate(`/questionnaires/${questionnaire.id}/versions/${version?.id ?? ''}`);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('publish.text')}</p>
      </ConfirmDialog>
    </div>
  );
}
