import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { useSaveView, useShownFilters } from './use-views.js';
import { viewsTexts } from './views.texts.js';

interface SaveViewDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Names what is shown, so that it can be opened again. */
export function SaveViewDialog({ opened, onClose }: SaveViewDialogProps): ReactNode {
  const { t } = useTranslation(viewsTexts);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('save.title')}>
      <SaveViewForm onClose={onClose} />
    </Dialog>
  );
}

function SaveViewForm({ onClose }: Pick<SaveViewDialogProps, 'onClose'>): ReactNode {
  const { t } = useTranslation(viewsTexts);
  const filters = useShownFilters();
  const save = useSaveView();
  const state = useApiForm({
    defaultValues: { name: '', shared: false },
    send: async ({ name, shared }) => {
      await save({ name, shared, filters });
      onClose();
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('save')}>
      <TextInput
        data-autofocus
        label={t('name')}
        {...state.field('name', { required: t('name.required') })}
      />
      <Checkbox label={t('share')} {...state.field('shared')} />
    </ApiForm>
  );
}
