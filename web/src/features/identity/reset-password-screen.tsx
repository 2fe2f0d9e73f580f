import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, MissingToken } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';

/** Opened from the e-mail; the token leaves the address bar at once. */
export function ResetPasswordScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const token = useOneTimeToken();
  const navigate = useNavigate();
  const state = useApiForm({
    defaultValues: { password: '' },
    send: async ({ password }) => {
      await api.post('/api/password-resets/consume', { body: { token, password } });
      await navigate('/sign-in', { replace: true, state: { notice: 'password-changed' } });
    },
  });
  return (
    <Door title={t('reset.title')} intro={t('reset.intro')}>
      {token === '' ? (
        <MissingToken />
      ) : (
        <ApiForm state={state} submitLabel={t('reset.submit')}>
          <NewPasswordField state={state} name="password" />
        </ApiForm>
      )}
    </Door>
  );
}
