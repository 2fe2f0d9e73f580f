import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, MissingToken } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';
import { useEnter } from './use-sign-in.js';

/** Opened from the one-time address that a new installation prints in its terminal. */
export function FirstAdministratorScreen(): ReactNode {
  const { t, language } = useTranslation(identityTexts);
  const token = useOneTimeToken();
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { organisationName: '', name: '', email: '', password: '' },
    send: async (values) =>
      enter(await api.post('/api/first-administrator', { body: { token, language, ...values } })),
  });
  const required = { required: t('required') };
  return (
    <Door title={t('first.title')} intro={t('first.intro')}>
      {token === '' ? (
        <MissingToken />
      ) : (
        <ApiForm state={state} submitLabel={t('first.submit')}>
          <TextInput
            label={t('first.organisation')}
            autoComplete="organization"
            {...state.field('organisationName', required)}
          />
          <TextInput label={t('name')} autoComplete="name" {...state.field('name', required)} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            {...state.field('email', { required: t('required.email') })}
          />
          <NewPasswordField state={state} name="password" />
        </ApiForm>
      )}
    </Door>
  );
}
