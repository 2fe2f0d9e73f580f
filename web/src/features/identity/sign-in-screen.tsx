import './identity.css';
import '../../ui/shell/shell.css';

import { PasswordInput, TextInput } from '@mantine/core';
import { addresses } from '@probant/shared/addresses';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';

import { api } from '../../platform/api/client.js';
import { chooseLanguage } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { keptToken } from '../../platform/session/one-time-token.js';
import { useSession } from '../../platform/session/session.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { LanguageSwitch } from '../../ui/input/language-switch.js';
import { Brand } from '../../ui/shell/brand.js';
import { contentId, SkipLink } from '../../ui/shell/skip-link.js';
import { shellTexts } from '../../ui/shell/shell.texts.js';
import { DemoSeats } from './demo-seats.js';
import { identityTexts } from './identity.texts.js';
import { SignInProblem } from './sign-in-problem.js';
import { cameFrom, useEnter, useInstance } from './use-sign-in.js';

/** The door for members; suppliers come by their link. */
export function SignInScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const { t: shell } = useTranslation(shellTexts);
  const session = useSession();
  const instance = useInstance();
  const location = useLocation();
  const enter = useEnter();
  const ended = useSessionEnded();
  if (session.data?.organisation && !ended) return <Navigate to={cameFrom(location.state)} replace />;

  const seats = instance.data?.demo ? instance.data.demoAccounts : [];
  const demo = seats.length > 0;
  return (
    <div className="pb-signin">
      <SkipLink />
      <main id={contentId} tabIndex={-1} className="pb-signin-left">
        <div className="pb-between pb-wrap">
          <Brand />
          <LanguageSwitch onChoose={chooseLanguage} />
        </div>
        <SignInForm onEnter={enter} notice={noticeOf(location.state)} />
        <p className="pb-legal">{shell('legal')}</p>
      </main>
      <section className="pb-signin-right" aria-label={demo ? t('signIn.demo') : t('signIn.lead1')}>
        <div>
          {demo ? <p className="pb-label">{t('signIn.demo')}</p> : null}
          <p className="pb-lead">
            {t('signIn.lead1')}
            <br />
            {t('signIn.lead2')}
          </p>
          <p className="pb-signin-words pb-soft">{demo ? t('signIn.cases') : t('signIn.plain')}</p>
          {demo ? <DemoSeats accounts={seats} onEnter={enter} /> : null}
        </div>
      </section>
    </div>
  );
}

interface SignInFormProps {
  readonly onEnter: ReturnType<typeof useEnter>;
  readonly notice: 'password-changed' | null;
}

function SignInForm({ onEnter, notice }: SignInFormProps): ReactNode {
  const { t } = useTranslation(identityTexts);
  const state = useApiForm({
    defaultValues: { email: '', password: '' },
    send: async (values) => onEnter(await api.post('/api/session', { body: values })),
  });
  return (
    <div className="pb-signin-form">
      <div>
        <h1>{t('signIn.title')}</h1>
        <p className="pb-soft">{t('signIn.intro')}</p>
      </div>
      {notice ? <StatusLine kind="done">{t('reset.done')}</StatusLine> : null}
      <ApiForm
        state={state}
        submitLabel={t('signIn.submit')}
        large
        problemText={(problem) => <SignInProblem problem={problem} />}
      >
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          size="lg"
          withAsterisk={false}
          {...state.field('email', { required: t('required.email') })}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          size="lg"
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...state.field('password', { required: t('required.password') })}
        />
      </ApiForm>
      <div className="pb-signin-foot pb-stack pb-sm">
        <Link to="/forgotten-password">{t('signIn.forgotten')}</Link>
        <p className="pb-soft">
          {t('signIn.supplier')}{' '}
          {keptToken(addresses.request) === '' ? null : (
            <Link to={addresses.request}>{t('signIn.resume')}</Link>
          )}
        </p>
      </div>
    </div>
  );
}

function noticeOf(state: unknown): 'password-changed' | null {
  const notice = typeof state === 'object' && state !== null && 'notice' in state ? state.notice : null;
  return notice === 'password-changed' ? notice : null;
}
