import { TextInput } from '@mantine/core';
import type { Localised, Theme } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { questionnaireTexts } from './questionnaires.texts.js';

interface RenameDialogProps {
  readonly title: Localised;
  readonly rename: (title: Localised) => void;
  readonly onClose: () => void;
}

/** The title in both languages. */
export function RenameDialog(props: RenameDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <Dialog opened title={t('rename.title')} onClose={props.onClose}>
      <RenameForm {...props} />
    </Dialog>
  );
}

function RenameForm({ title, rename, onClose }: RenameDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const state = useApiForm({
    defaultValues: { title: { ...title } },
    send: (values) => {
      rename(values.title);
      onClose();
      return Promise.resolve();
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

interface ThemeDialogProps {
  readonly add: (theme: Pick<Theme, 'code' | 'title' | 'weight'>) => Promise<void>;
  readonly onClose: () => void;
}

/** A theme of the organisation's own: empty at first. */
export function ThemeDialog(props: ThemeDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <Dialog opened title={t('form.theme.title')} onClose={props.onClose}>
      <ThemeForm {...props} />
    </Dialog>
  );
}

/** Named as the step is that carries the theme, so that what is refused lands on its field. */
function ThemeForm({ add, onClose }: ThemeDialogProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const state = useApiForm<{
    steps: [{ theme: { code: string; title: { fr: string; en: string }; weight: number } }];
  }>({
    defaultValues: { steps: [{ theme: { code: '', title: { fr: '', en: '' }, weight: 5 } }] },
    send: async ({ steps: [{ theme }] }) => {
      await add(theme);
      onClose();
    },
  });
  const required = { required: t('form.required') };
  return (
    <ApiForm state={state} submitLabel={t('add.theme')}>
      <TextInput
        label={t('form.theme.code')}
        description={t('form.theme.code.help')}
        {...state.field('steps.0.theme.code', required)}
      />
      <TextInput label={t('title.fr')} {...state.field('steps.0.theme.title.fr', required)} />
      <TextInput label={t('title.en')} {...state.field('steps.0.theme.title.en', required)} />
      <TextInput
        label={t('form.theme.weight')}
        type="number"
        min={0}
        step="any"
        {...state.field('steps.0.theme.weight', { ...required, valueAsNumber: true })}
      />
    </ApiForm>
  );
}
