import { Button, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { linkTexts } from './link.texts.js';

interface DeclineFormProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** «Not for me»: a word to the buyer, with the right person when one knows. */
export function DeclineForm({ onDone, onCancel }: DeclineFormProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const state = useApiForm({
    defaultValues: { reason: '', name: '', email: '' },
    send: async ({ reason, name, email }) => {
      await api.post('/api/links/decline', {
        body: { reason, ...(name === '' ? {} : { name }), ...(email === '' ? {} : { email }) },
      });
      onDone();
    },
  });
  return (
    <div className="pb-card pb-link-card">
      <h2>{t('decline.title')}</h2>
      <p className="pb-sm pb-soft">{t('decline.text')}</p>
      <ApiForm
        state={state}
        submitLabel={t('decline.submit')}
        aside={<Button onClick={onCancel}>{t('decline.cancel')}</Button>}
      >
        <Textarea
          label={t('decline.reason')}
          minRows={2}
          {...state.field('reason', { required: t('decline.reason.required') })}
        />
        <TextInput label={t('decline.name')} autoComplete="off" {...state.field('name')} />
        <TextInput label={t('decline.email')} type="email" autoComplete="off" {...state.field('email')} />
      </ApiForm>
    </div>
  );
}
