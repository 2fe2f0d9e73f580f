import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useAct, oneLane } from '../../../platform/api/use-act.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { ProblemNotice } from '../../../ui/feedback/problem-notice.js';
import { CopyDialog } from '../copy-dialog.js';
import { nextNumber, PublishDialog, WhyNotPublished } from '../publish-dialog.js';
import { publishTexts } from '../publish.texts.js';
import { RenameDialog } from '../questionnaire-dialogs.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import { useArchive } from '../use-questionnaires.js';
import type { Problems } from './use-problems.js';
import type { Studio } from './use-studio.js';

interface StudioActionsProps {
  readonly studio: Studio;
  readonly problems: Problems;
}

/** What is done to the draft as a whole: once everything typed is with the server, and on what the server then has. */
export function StudioActions({ studio, problems }: StudioActionsProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { t: publishing } = useTranslation(publishTexts);
  const { questionnaire, desk } = studio;
  const [dialog, setDialog] = useState<'copy' | 'rename' | 'publish' | null>(null);
  const archive = useArchive(questionnaire.id);
  const mayPublish = useCan('questionnaires:publish');
  const mayEdit = useCan('questionnaires:edit');
  const prepare = useAct({
    lane: oneLane,
    mutationFn: async (then: 'copy' | 'publish' | 'archive') => {
      await desk.settled();
      await desk.reread();
      if (then !== 'archive') setDialog(then);
      else
        await archive.mutateAsync({ archived: !questionnaire.archived, revision: desk.read().base.revision });
    },
  });
  const close = (): void => {
    setDialog(null);
  };
  const first = (then: 'copy' | 'publish' | 'archive') => (): void => {
    prepare.mutate(then);
  };
  return (
    <>
      {prepare.isError ? <ProblemNotice error={prepare.error} /> : null}
      {mayEdit ? (
        <>
          <Button variant="subtle" loading={archive.isPending} onClick={first('archive')}>
            {t(questionnaire.archived ? 'unarchive' : 'archive')}
          </Button>
          <Button variant="subtle" onClick={first('copy')}>
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
          {dialog === 'rename' ? (
            <RenameDialog title={studio.draft.title} rename={studio.acts.rename} onClose={close} />
          ) : null}
        </>
      ) : null}
      {mayPublish ? (
        <WhyNotPublished questionnaire={questionnaire} document={studio.document} problems={problems.all} />
      ) : null}
      {mayPublish ? (
        <Button
          variant="filled"
          disabled={problems.all.length === 0 && !questionnaire.changed}
          onClick={first('publish')}
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

/** How the draft stands to what was published last. */
export function DraftState({ studio }: { readonly studio: Studio }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { published, changed, archived } = studio.questionnaire;
  const number = published?.number ?? 0;
  const count = studio.document.themes.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <span className="pb-tag">{t('question.count', { count })}</span>
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
