import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, NoToken, TokenGate } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';
import { useEnter } from './use-sign-in.js';
import { type TokenAddress, useTokenAddress } from './use-token-address.js';

/** Opened from the one-time address that a new installation prints in its terminal. */
export function FirstAdministratorScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const address = useTokenAddress('first-administrator', async (token, signal) => {
    await api.post('/api/first-administrator/inspect', { body: { token }, signal });
    // A query may not answer with nothing.
    return true as const;
  });
  return (
    <Door title={t('first.title')} intro={t('first.intro')}>
      <TokenGate
        address={address}
        missing={<NoToken title={t('first.missing')} text={t('first.missing.text')} />}
        spent={<NoToken title={t('first.spent')} text={t('first.spent.text')} />}
      >
        <FirstForm address={address} />
      </TokenGate>
    </Door>
  );
}

function FirstForm({ address }: { readonly address: TokenAddress<true> }): ReactNode {
  const { t, language } = useTranslation(identityTexts);
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { organisationName: '', name: '', email: '', password: '' },
    send: async (values) => {
      const body = { token: address.token, language, ...values };
      await enter(await address.spend(() => api.post('/api/first-administrator', { body })));
    },
  });
  const required = { required: t('required') };
  return (
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
  );
}
