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

/** Opened from the invitation; ends inside the organisation. */
export function AcceptInvitationScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const token = useOneTimeToken();
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { name: '', password: '' },
    send: async (values) => enter(await api.post('/api/invitations/consume', { body: { token, ...values } })),
  });
  return (
    <Door title={t('invitation.title')} intro={t('invitation.intro')}>
      {token === '' ? (
        <MissingToken />
      ) : (
        <ApiForm state={state} submitLabel={t('invitation.submit')}>
          <TextInput
            label={t('name')}
            autoComplete="name"
            {...state.field('name', { required: t('required') })}
          />
          <NewPasswordField state={state} name="password" />
        </ApiForm>
      )}
    </Door>
  );
}
