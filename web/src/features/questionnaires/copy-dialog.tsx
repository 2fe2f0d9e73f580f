import { Button, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { nameCopy } from '@probant/shared/questionnaires/name-copy';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type Questionnaire, useCreateQuestionnaire, useTitles } from './use-questionnaires.js';

interface CopyDialogProps {
  /** What is copied; `library` for the bank of Probant. */
  readonly origin: 'library' | Questionnaire;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Two questionnaires of the same title cannot be told apart when one sends: a copy is named first. */
export function CopyDialog({ origin, opened, onClose }: CopyDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const titles = useTitles(opened);
  const own = origin === 'library' ? titles.data?.library : origin.title;
  return (
    <Dialog
      size="lg"
      opened={opened}
      onClose={onClose}
      title={t(origin === 'library' ? 'copyLibrary' : 'copy.title')}
    >
      {titles.isPending ? <TextSkeleton lines={3} /> : null}
      {titles.isError ? <ProblemNotice error={titles.error} onRetry={titles.refetch} /> : null}
      {titles.data === undefined || own === undefined ? null : (
        <CopyForm origin={origin} proposed={nameCopy(own, titles.data.taken)} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface CopyFormProps extends Pick<CopyDialogProps, 'origin' | 'onClose'> {
  readonly proposed: Localised;
}

function CopyForm({ origin, proposed, onClose }: CopyFormProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { t: ui } = useTranslation(uiTexts);
  const navigate = useNavigate();
  const create = useCreateQuestionnaire();
  const state = useApiForm({
    defaultValues: { title: { ...proposed } },
    send: async ({ title }) => {
      const { id } = await create.mutateAsync(
        origin === 'library' ? { fromLibrary: true, title } : { copyOf: origin.id, title },
      );
      onClose();
      await navigate(`/questionnaires/${id}`);
    },
  });
  const required = { required: t('form.required') };
  return (
    <div className="pb-stack">
      <p className="pb-soft">{t(origin === 'library' ? 'copyLibrary.text' : 'copy.text')}</p>
      <ApiForm
        state={state}
        submitLabel={t('copy')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <TextInput
          label={t('title.fr')}
          maxLength={maxLengths.title}
          data-autofocus
          {...state.field('title.fr', required)}
        />
        <TextInput
          label={t('title.en')}
          maxLength={maxLengths.title}
          {...state.field('title.en', required)}
        />
      </ApiForm>
    </div>
  );
}
