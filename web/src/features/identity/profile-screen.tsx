import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useChooseLanguage } from '../../platform/session/choose-language.js';
import { sessionQuery, useAdoptSession, useSignedIn } from '../../platform/session/session.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { LanguageSwitch } from '../../ui/input/language-switch.js';
import { SchemeSwitch } from '../../ui/input/scheme-switch.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';

/** The person's own settings; nothing here belongs to the organisation. */
export function ProfileScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const session = useSignedIn();
  const chooseLanguage = useChooseLanguage();
  return (
    <Main>
      <PageHeader title={t('profile.title')} subtitle={session.account.email} />
      <div className="pb-page pb-narrow">
        <section aria-labelledby="profile-account">
          <h2 id="profile-account">{t('profile.account')}</h2>
          <NameForm />
        </section>
        <section className="pb-section pb-stack">
          <p className="pb-label">{t('profile.language')}</p>
          <div>
            <LanguageSwitch onChoose={chooseLanguage} />
          </div>
          <p className="pb-label">{t('profile.scheme')}</p>
          <div>
            <SchemeSwitch />
          </div>
        </section>
        <section className="pb-section" aria-labelledby="profile-password">
          <h2 id="profile-password">{t('profile.password')}</h2>
          <PasswordForm />
        </section>
        <section className="pb-section pb-stack" aria-labelledby="profile-sessions">
          <h2 id="profile-sessions">{t('profile.sessions')}</h2>
          <p className="pb-soft">{t('profile.sessions.text')}</p>
          <SignOutEverywhere />
        </section>
      </div>
    </Main>
  );
}

function NameForm(): ReactNode {
  const { t, language } = useTranslation(identityTexts);
  const { account } = useSignedIn();
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const state = useApiForm({
    defaultValues: { name: account.name },
    send: async ({ name }) => {
      const session = await api.put('/api/account', { body: { name, language } });
      client.setQueryData(sessionQuery.queryKey, session);
      setSavedAt(new Date().toISOString());
    },
  });
  return (
    <ApiForm
      state={state}
      submitLabel={t('profile.save')}
      aside={
        savedAt ? (
          <StatusLine kind="done">{t('profile.saved', { time: formatTime(savedAt, language) })}</StatusLine>
        ) : null
      }
    >
      <TextInput
        label={t('name')}
        autoComplete="name"
        {...state.field('name', { required: t('required') })}
      />
    </ApiForm>
  );
}

function PasswordForm(): ReactNode {
  const { t, language } = useTranslation(identityTexts);
  const [changedAt, setChangedAt] = useState<string | null>(null);
  const state = useApiForm({
    defaultValues: { current: '', password: '' },
    send: async (values) => {
      await api.put('/api/account/password', { body: values });
      setChangedAt(new Date().toISOString());
      state.form.reset();
    },
  });
  return (
    <ApiForm
      state={state}
      submitLabel={t('profile.password.change')}
      aside={
        changedAt ? (
          <StatusLine kind="done">
            {t('profile.password.changed', { time: formatTime(changedAt, language) })}
          </StatusLine>
        ) : null
      }
    >
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...state.field('current', { required: t('required.password') })}
      />
      <NewPasswordField state={state} name="password" />
    </ApiForm>
  );
}

function SignOutEverywhere(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const signOut = useAct({
    mutationFn: () => api.delete('/api/sessions'),
    onSuccess: async () => {
      await navigate('/sign-in');
      adopt(null);
    },
  });
  return (
    <div>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('profile.sessions.submit')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('profile.sessions.submit')}
        confirm={t('profile.sessions.submit')}
        act={() => signOut.mutateAsync()}
        onClose={() => {
          setAsking(false);
        }}
      >
        {t('profile.sessions.confirm')}
      </ConfirmDialog>
    </div>
  );
}
