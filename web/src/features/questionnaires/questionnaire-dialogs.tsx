import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type Questionnaire, useEditQuestionnaire } from './use-questionnaires.js';

interface FormDialogProps {
  readonly questionnaire: Questionnaire;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The title in both languages. */
export function RenameDialog({ questionnaire, opened, onClose }: FormDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <FormDialog title={t('rename.title')} opened={opened} onClose={onClose}>
      <RenameForm questionnaire={questionnaire} onClose={onClose} />
    </FormDialog>
  );
}

function RenameForm({ questionnaire, onClose }: Omit<FormDialogProps, 'opened'>): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const edit = useEditQuestionnaire(questionnaire);
  const state = useApiForm({
    defaultValues: { title: { ...questionnaire.title } },
    send: async ({ title }) => {
      await edit.mutateAsync({ kind: 'rename', title });
      onClose();
    },
  });
  const required = { required: t('form.required') };
  return (
    <ApiForm state={state} submitLabel={t('save')}>
      <TextInput label={t('title.fr')} {...state.field('title.fr', required)} />
      <TextInput label={t('title.en')} {...state.field('title.en', required)} />
    </ApiForm>
  );
}

/** A theme of the organisation's own: empty at first. */
export function ThemeDialog({ questionnaire, opened, onClose }: FormDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <FormDialog title={t('form.theme.title')} opened={opened} onClose={onClose}>
      <ThemeForm questionnaire={questionnaire} onClose={onClose} />
    </FormDialog>
  );
}

function ThemeForm({ questionnaire, onClose }: Omit<FormDialogProps, 'opened'>): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const edit = useEditQuestionnaire(questionnaire);
  const state = useApiForm({
    defaultValues: { theme: { code: '', title: { fr: '', en: '' }, weight: 5 } },
    send: async ({ theme }) => {
      await edit.mutateAsync({ kind: 'add-theme', theme });
      onClose();
    },
  });
  const required = { required: t('form.required') };
  return (
    <ApiForm state={state} submitLabel={t('add.theme')}>
      <TextInput
        label={t('form.theme.code')}
        description={t('form.theme.code.help')}
        {...state.field('theme.code', required)}
      />
      <TextInput label={t('title.fr')} {...state.field('theme.title.fr', required)} />
      <TextInput label={t('title.en')} {...state.field('theme.title.en', required)} />
      <TextInput
        label={t('form.theme.weight')}
        type="number"
        min={0}
        step="any"
        {...state.field('theme.weight', { ...required, valueAsNumber: true })}
      />
    </ApiForm>
  );
}

interface ModalProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function FormDialog({ title, opened, onClose, children }: ModalProps): ReactNode {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      {children}
    </Dialog>
  );
}
