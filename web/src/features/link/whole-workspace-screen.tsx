import { Button, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Navigate, useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useAdoptSession, useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { linkTexts } from './link.texts.js';

/** From the one request of a link to the whole workspace: with a password, chosen through the mail of the same address. */
export function WholeWorkspaceScreen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { account, organisation } = useSignedIn();
  // Before a workspace is chosen there is nothing more to open.
  if (!organisation) return <Navigate to="/r/request" replace />;
  return (
    <Main>
      <PageHeader title={t('whole.title')} subtitle={organisation.name} />
      <div className="pb-page pb-narrow pb-stack">
        <p>{t('whole.text', { organisation: organisation.name })}</p>
        <ul className="pb-link-list">
          <li>{t('whole.colleagues')}</li>
          <li>{t('whole.requests')}</li>
          <li>{t('whole.audit')}</li>
        </ul>
        {account.hasPassword ? <GivePassword /> : <ChoosePassword />}
      </div>
    </Main>
  );
}

/** Not chosen here: whoever sits before this screen has shown a code once, and a password is for good. */
function ChoosePassword(): ReactNode {
  const { t, language } = useTranslation(linkTexts);
  const { account } = useSignedIn();
  const ask = useAct({
    mutationFn: () => api.post('/api/password-resets', { body: { email: account.email, language } }),
  });
  return (
    <>
      <p className="pb-soft">{t('whole.choose.text', { email: account.email })}</p>
      {ask.isError ? <ProblemNotice error={ask.error} /> : null}
      <div className="pb-row pb-wrap">
        <Button
          variant="filled"
          loading={ask.isPending}
          onClick={() => {
            ask.mutate();
          }}
        >
          {t(ask.isSuccess ? 'whole.choose.again' : 'whole.choose')}
        </Button>
      </div>
      <div role="status">
        {ask.isSuccess ? (
          <StatusLine kind="done" live={false}>
            {t('whole.sent', { email: account.email })}
          </StatusLine>
        ) : null}
      </div>
    </>
  );
}

function GivePassword(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { account } = useSignedIn();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const state = useApiForm({
    defaultValues: { password: '' },
    send: async ({ password }) => {
      adopt(await api.post('/api/session', { body: { email: account.email, password } }));
      await navigate('/', { replace: true });
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('whole.open')}>
      <PasswordInput
        label={t('whole.password', { email: account.email })}
        autoComplete="current-password"
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('whole.show') }}
        {...state.field('password', { required: t('whole.required') })}
      />
    </ApiForm>
  );
}
