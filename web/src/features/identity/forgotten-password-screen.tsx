import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door } from './door.js';
import { identityTexts } from './identity.texts.js';

/** Asks for a link; the answer is the same whether the account exists or not. */
export function ForgottenPasswordScreen(): ReactNode {
  const { t, language } = useTranslation(identityTexts);
  const [sent, setSent] = useState(false);
  const state = useApiForm({
    defaultValues: { email: '' },
    send: async (values) => {
      await api.post('/api/password-resets', { body: { ...values, language } });
      setSent(true);
    },
  });
  return (
    <Door title={t('forgotten.title')} intro={t('forgotten.intro')}>
      <ApiForm
        state={state}
        submitLabel={t('forgotten.submit')}
        aside={<Link to="/sign-in">{t('forgotten.back')}</Link>}
      >
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          {...state.field('email', { required: t('required.email') })}
        />
      </ApiForm>
      <div role="status">
        {sent ? (
          <StatusLine kind="done" live={false}>
            {t('forgotten.sent')}
          </StatusLine>
        ) : null}
      </div>
    </Door>
  );
}
