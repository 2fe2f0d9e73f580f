import { IconHistory, IconLogout, IconSettings, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useChooseLanguage } from '../../platform/session/choose-language.js';
import { type Session, useAdoptSession } from '../../platform/session/session.js';
import { LanguageSwitch } from '../input/language-switch.js';
import { SchemeSwitch } from '../input/scheme-switch.js';
import { initials } from './avatar.js';
import { Disclosure } from './disclosure.js';
import { shellTexts } from './shell.texts.js';

/** Who is signed in, for which organisation, and what belongs to the person: language, appearance, profile, sign-out. */
export function AccountMenu({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation(shellTexts);
  const chooseLanguage = useChooseLanguage();
  const { account } = session;
  return (
    <Disclosure
      label={t('account.open', { name: account.name })}
      buttonClassName="pb-avatar"
      button={initials(account.name)}
    >
      {(close) => (
        <>
          <div>
            <p className="pb-medium">{account.name}</p>
            <p className="pb-xs pb-muted pb-ellipsis">{account.email}</p>
            {session.organisation ? <p className="pb-xs pb-muted">{session.organisation.name}</p> : null}
          </div>
          {session.memberships.length > 1 ? <Organisations session={session} onDone={close} /> : null}
          <div className="pb-stack">
            <LanguageSwitch onChoose={chooseLanguage} />
            <SchemeSwitch />
          </div>
          <div>
            {session.organisation ? (
              <Link className="pb-panel-link" to="/settings/profile" onClick={close}>
                <IconSettings size={16} aria-hidden />
                {t('account.profile')}
              </Link>
            ) : null}
            <Allowed action="members:read">
              <Link className="pb-panel-link" to="/settings/members" onClick={close}>
                <IconUsers size={16} aria-hidden />
                {t('account.members')}
              </Link>
            </Allowed>
            <Allowed action="audit:read">
              <Link className="pb-panel-link" to="/audit" onClick={close}>
                <IconHistory size={16} aria-hidden />
                {t('account.audit')}
              </Link>
            </Allowed>
            <SignOut />
          </div>
        </>
      )}
    </Disclosure>
  );
}

function Organisations({
  session,
  onDone,
}: {
  readonly session: Session;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation(shellTexts);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const choose = useAct({
    mutationFn: (organisationId: string) =>
      api.put('/api/session/organisation', { body: { organisationId } }),
    onSuccess: async (next) => {
      adopt(next);
      onDone();
      await navigate('/');
    },
  });
  return (
    <div>
      <p className="pb-label">{t('account.organisations')}</p>
      <ul>
        {session.memberships.map((membership) => (
          <li key={membership.organisationId}>
            <button
              type="button"
              className="pb-panel-link"
              disabled={choose.isPending}
              {...(membership.organisationId === session.organisation?.id
                ? { 'aria-current': 'true' as const }
                : {})}
              onClick={() => {
                choose.mutate(membership.organisationId);
              }}
            >
              {membership.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SignOut(): ReactNode {
  const { t } = useTranslation(shellTexts);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const signOut = useAct({
    mutationFn: () => api.delete('/api/session'),
    onSuccess: async () => {
      await navigate('/sign-in');
      adopt(null);
    },
  });
  return (
    <>
      <button
        type="button"
        className="pb-panel-link"
        disabled={signOut.isPending}
        onClick={() => {
          signOut.mutate();
        }}
      >
        <IconLogout size={16} aria-hidden />
        {t('account.signOut')}
      </button>
      <p className="pb-field-error" role="status">
        {signOut.isError ? t('account.signOut.failed') : ''}
      </p>
    </>
  );
}
