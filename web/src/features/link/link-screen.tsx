import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { useAdoptSession, useSession } from '../../platform/session/session.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { Warning } from '../../ui/feedback/warning.js';
import { LinkDoor } from './link-door.js';
import { LinkPage } from './link-page.js';
import { linkTexts } from './link.texts.js';

/** What the address of a request opens: nothing, until a code has shown that its holder reads the mail it went to. */
export function LinkScreen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { token: secret, forget } = useOneTimeToken();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  return (
    <LinkPage
      title={t('door.label')}
      label={t('door.label')}
      lead={t('door.title')}
      about={<p className="pb-link-intro pb-soft">{t('door.text')}</p>}
      act={
        <>
          <AlreadyInside />
          {secret === '' ? (
            <Warning more={<p className="pb-sm pb-soft">{t('link.missing.text')}</p>}>
              {t('link.missing')}
            </Warning>
          ) : (
            <div className="pb-card pb-link-card">
              <LinkDoor
                key={secret}
                secret={secret}
                onRefused={forget}
                onEntered={async (session) => {
                  adopt(session);
                  await navigate('/r/request', { replace: true });
                }}
              />
            </div>
          )}
        </>
      }
    />
  );
}

function AlreadyInside(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { data: session } = useSession();
  const ended = useSessionEnded();
  if (!session?.link || ended) return null;
  return (
    <p className="pb-sm" style={{ marginBottom: 'var(--pb-4)' }}>
      {t('link.inside')} <Link to="/r/request">{t('link.resume')}</Link>
    </p>
  );
}
