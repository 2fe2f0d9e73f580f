import { addresses } from '@probant/shared/addresses';
import {
  IconHistory,
  IconLogout,
  IconMailOpened,
  IconPlugConnected,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { askToSend } from '../../platform/kept/senders.js';
import { readWaiting, type Waiting } from '../../platform/kept/waiting.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useChooseLanguage } from '../../platform/session/choose-language.js';
import { forgetToken } from '../../platform/session/one-time-token.js';
import { type Session, useAdoptSession } from '../../platform/session/session.js';
import { LanguageSwitch } from '../input/language-switch.js';
import { SchemeSwitch } from '../input/scheme-switch.js';
import { initials } from './avatar.js';
import { Disclosure } from './disclosure.js';
import { shellTexts } from './shell.texts.js';

const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.js')).LeaveDialog }));

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
          {session.link === null && session.memberships.length > 1 ? (
            <Organisations session={session} onDone={close} />
          ) : null}
          <div className="pb-stack">
            <LanguageSwitch onChoose={chooseLanguage} />
            <SchemeSwitch />
          </div>
          <div>
            {session.part !== null ? null : session.link === null ? (
              <MemberLinks session={session} onDone={close} />
            ) : (
              <LinkHolderLinks session={session} onDone={close} />
            )}
            <SignOut session={session} />
          </div>
        </>
      )}
    </Disclosure>
  );
}

interface PartProps {
  readonly session: Session;
  readonly onDone: () => void;
}

function MemberLinks({ session, onDone }: PartProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  return (
    <>
      {session.organisation ? (
        <Link className="pb-panel-link" to="/settings/profile" onClick={onDone}>
          <IconSettings size={16} aria-hidden />
          {t('account.profile')}
        </Link>
      ) : null}
      <Allowed action="members:read">
        <Link className="pb-panel-link" to="/settings/members" onClick={onDone}>
          <IconUsers size={16} aria-hidden />
          {t('account.members')}
        </Link>
      </Allowed>
      <Allowed action="tokens:manage">
        <Link className="pb-panel-link" to="/settings/api" onClick={onDone}>
          <IconPlugConnected size={16} aria-hidden />
          {t('account.integrations')}
        </Link>
      </Allowed>
      <Allowed action="audit:read">
        <Link className="pb-panel-link" to="/audit" onClick={onDone}>
          <IconHistory size={16} aria-hidden />
          {t('account.audit')}
        </Link>
      </Allowed>
    </>
  );
}

/** What a session that a link opened reaches, and the way to the rest. */
function LinkHolderLinks({ session, onDone }: PartProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  return (
    <>
      <Link className="pb-panel-link" to="/r/request" onClick={onDone}>
        <IconMailOpened size={16} aria-hidden />
        {t('account.request')}
      </Link>
      <Link className="pb-panel-link" to="/r/workspace" onClick={onDone}>
        <IconUsers size={16} aria-hidden />
        {t(session.account.hasPassword ? 'account.whole' : 'account.password')}
      </Link>
    </>
  );
}

function Organisations({ session, onDone }: PartProps): ReactNode {
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

function SignOut({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation(shellTexts);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { account } = session;
  const signOut = useAct({
    mutationFn: () => api.delete('/api/session'),
    onSuccess: async () => {
      const door = session.part === null ? addresses.request : addresses.part;
      forgetToken(door);
      await navigate(session.link === null && session.part === null ? '/sign-in' : door);
      adopt(null);
    },
  });
  const { mutate } = signOut;
  const leave = useCallback(() => {
    setWaiting(null);
    mutate();
  }, [mutate]);
  const ask = async (): Promise<void> => {
    askToSend();
    const now = await readWaiting(account.id).catch(() => null);
    if (now === null || now.answers + now.files + now.texts === 0) leave();
    else setWaiting(now);
  };
  return (
    <>
      <button
        type="button"
        className="pb-panel-link"
        disabled={signOut.isPending}
        onClick={() => {
          void ask();
        }}
      >
        <IconLogout size={16} aria-hidden />
        {t('account.signOut')}
      </button>
      <p className="pb-field-error" role="status">
        {signOut.isError ? t(navigator.onLine ? 'account.signOut.failed' : 'account.signOut.offline') : ''}
      </p>
      {waiting === null ? null : (
        <Suspense>
          <LeaveDialog
            accountId={account.id}
            waiting={waiting}
            onLeave={leave}
            onStay={() => {
              setWaiting(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
