import { Button, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useAdoptSession, useResumeSession, useSignedIn } from '../../platform/session/session.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { identityTexts } from './identity.texts.js';
import { SignInProblem } from './sign-in-problem.js';

/** The session ended while somebody was working: their password brings it back, with everything on the screen as it was. */
export function SignInAgain(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const { account, organisation } = useSignedIn();
  const adopt = useAdoptSession();
  const resume = useResumeSession();
  const navigate = useNavigate();
  const state = useApiForm({
    defaultValues: { password: '' },
    send: async ({ password }) => {
      const session = await api.post('/api/session', { body: { email: account.email, password } });
      const elsewhere = organisation && session.organisation?.id !== organisation.id;
      resume(
        elsewhere
          ? await api.put('/api/session/organisation', { body: { organisationId: organisation.id } })
          : session,
      );
    },
  });
  return (
    <Dialog title={t('again.title')} onClose={null}>
      <div className="pb-stack">
        <p className="pb-soft">{t('again.text')}</p>
        <ApiForm
          state={state}
          submitLabel={t('again.submit')}
          problemText={(problem) => <SignInProblem problem={problem} />}
          aside={
            <Button
              variant="transparent"
              onClick={() => {
                void navigate('/sign-in');
                adopt(null);
              }}
            >
              {t('again.leave')}
            </Button>
          }
        >
          <p className="pb-medium">{account.email}</p>
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            data-autofocus
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            {...state.field('password', { required: t('required.password') })}
          />
        </ApiForm>
      </div>
    </Dialog>
  );
}
