import { Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import type { Trial } from './use-trial.js';
import { type Profile, saveProfile } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface SaveDialogProps {
  readonly trial: Trial;
  readonly revision: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSaved: (profile: Profile) => void;
}

/** Names the weights tried: a dated profile, which never changes afterwards. */
export function SaveDialog(props: SaveDialogProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('save.title')}>
      <SaveForm {...props} />
    </Dialog>
  );
}

function SaveForm({ trial, revision, onClose, onSaved }: SaveDialogProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const client = useQueryClient();
  const state = useApiForm({
    defaultValues: { name: trial.start.name, makeDefault: false },
    send: async ({ name, makeDefault }) => {
      const { themes, questions } = trial.weights;
      const { preset } = trial.start;
      const profile = await saveProfile({
        body: { name, themes, questions, ...(preset === null ? {} : { preset }) },
        replaceDefault: makeDefault ? revision : null,
      });
      onSaved(profile);
      onClose();
      await client.invalidateQueries(makeDefault ? {} : { queryKey: ['profiles'] });
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('save')}>
      <TextInput
        label={t('save.name')}
        description={t('save.name.help')}
        {...state.field('name', { required: t('save.required') })}
      />
      <Checkbox label={t('save.default')} {...state.field('makeDefault')} />
    </ApiForm>
  );
}
