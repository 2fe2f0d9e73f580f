import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, NoToken, TokenGate } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';
import { useEnter } from './use-sign-in.js';
import { type TokenAddress, useTokenAddress } from './use-token-address.js';

/** Opened from the e-mail; ends signed in with the password just chosen. */
export function ResetPasswordScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const address = useTokenAddress('password-reset', (token, signal) =>
    api.post('/api/password-resets/inspect', { body: { token }, signal }),
  );
  const { data: account } = address.inspected;
  const another = (
    <Button component={Link} to="/forgotten-password">
      {t('reset.another')}
    </Button>
  );
  return (
    <Door
      title={t('reset.title')}
      intro={account ? t('reset.for', { email: account.email }) : t('reset.intro')}
    >
      <TokenGate
        address={address}
        missing={
          <NoToken title={t('reset.missing')} text={t('token.missing.text')}>
            {another}
          </NoToken>
        }
        spent={
          <NoToken title={t('reset.spent')} text={t('reset.spent.text')}>
            {another}
          </NoToken>
        }
      >
        <ResetForm address={address} email={account?.email ?? ''} />
      </TokenGate>
    </Door>
  );
}

interface ResetFormProps {
  readonly address: TokenAddress<unknown>;
  readonly email: string;
}

function ResetForm({ address, email }: ResetFormProps): ReactNode {
  const { t } = useTranslation(identityTexts);
  const navigate = useNavigate();
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { password: '' },
    send: async ({ password }) => {
      const body = { token: address.token, password };
      await address.spend(() => api.post('/api/password-resets/consume', { body }));
      try {
        await enter(await api.post('/api/session', { body: { email, password } }));
      } catch (error) {
        if (!isProblem(error)) throw error;
        // The password is set, whatever kept the door shut just now.
        await navigate('/sign-in', { replace: true, state: { notice: 'password-changed' } });
      }
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('reset.submit')}>
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField state={state} name="password" />
    </ApiForm>
  );
}
