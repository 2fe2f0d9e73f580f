import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { useDocumentTitle } from '../../platform/document-title.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { useAdoptSession, useSession } from '../../platform/session/session.js';
import { Warning } from '../../ui/feedback/warning.js';
import { Main } from '../../ui/shell/page.js';
import { partDoor } from './doors.js';
import { LinkDoor } from './link-door.js';
import { linkTexts } from './link.texts.js';
import { PartTakenBack } from './part-taken-back.js';
import { type PartEnd, usePartEnd } from './use-part-end.js';

/** What the link of a part opens: nothing, until a code has shown that its holder reads the mail it went to. */
export function PartLinkScreen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { token: secret, forget } = useOneTimeToken();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const ended = useSessionEnded();
  const [told, setTold] = useState<PartEnd | null>(null);
  // A tab without the link, in a browser that may have held it.
  const asked = usePartEnd(secret === '' && !session?.part);
  const end = told ?? asked.data ?? null;
  useDocumentTitle(t(end === null ? 'part.title' : 'part.ended.title'));
  if (end !== null) {
    return (
      <Main className="pb-link">
        <div className="pb-link-about pb-stack">
          <div>
            <p className="pb-label">{t('door.label')}</p>
            <h1 className="pb-link-lead">{t('part.ended.title')}</h1>
          </div>
          <PartTakenBack end={end} />
        </div>
      </Main>
    );
  }
  return (
    <Main className="pb-link">
      <div className="pb-link-about">
        <div>
          <p className="pb-label">{t('door.label')}</p>
          <h1 className="pb-link-lead">{t('part.title')}</h1>
        </div>
        <p className="pb-link-intro pb-soft">{t('part.text')}</p>
      </div>
      <div className="pb-link-act">
        {session?.part && !ended ? (
          <p className="pb-sm">
            {t('link.inside')} <Link to="/part">{t('part.resume')}</Link>
          </p>
        ) : null}
        {secret === '' ? (
          <Warning more={<p className="pb-sm pb-soft">{t('link.missing.text')}</p>}>
            {t('link.missing')}
          </Warning>
        ) : (
          <div className="pb-card pb-link-card">
            <LinkDoor
              key={secret}
              door={partDoor}
              secret={secret}
              onRefused={forget}
              onTakenBack={setTold}
              onEntered={async (entered) => {
                adopt(entered);
                await navigate('/part', { replace: true });
              }}
            />
          </div>
        )}
      </div>
    </Main>
  );
}
