import { Button } from '@mantine/core';
import { addresses } from '@probant/shared/addresses';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { forgetToken, keepToken, keptToken } from '../../platform/session/one-time-token.js';
import {
  type Session,
  useAdoptSession,
  useResumeSession,
  useSignedIn,
} from '../../platform/session/session.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { partDoor, requestDoor } from './doors.js';
import { LinkDoor } from './link-door.js';
import { linkTexts } from './link.texts.js';
import { PartTakenBack } from './part-taken-back.js';
import { PasteLink } from './paste-link.js';
import { type PartEnd, usePartEnd } from './use-part-end.js';

const focusOnArrival = (button: HTMLButtonElement | null): void => {
  button?.focus();
};

interface LinkAgainProps {
  /** Where the account has a password as well. */
  readonly onPassword: (() => void) | null;
}

/**
 * The session of a link ended while somebody was working: a new code brings it back with everything on the screen as it was,
 * by the link that this tab still holds or by a more recent one.
 */
export function LinkAgain({ onPassword }: LinkAgainProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const isPart = useSignedIn().part !== null;
  const door = isPart ? partDoor : requestDoor;
  const asked = usePartEnd(isPart);
  const [told, setTold] = useState<PartEnd | null>(null);
  const end = asked.data ?? told;
  const [secret, setSecret] = useState(() => keptToken(door.page));
  const [refused, setRefused] = useState(false);
  const none = secret === '';
  const enter = useEnterAgain();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const leave = (): void => {
    void navigate(door.page);
    adopt(null);
  };
  if (end !== null) {
    return (
      <Dialog title={t('part.ended.title')} onClose={null}>
        <div className="pb-stack pb-link-again">
          <PartTakenBack end={end} />
          <div>
            <Button ref={focusOnArrival} onClick={leave}>
              {t('again.leave')}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('again.title')} onClose={null}>
      <div className="pb-stack pb-link-again">
        <p>{t(none ? `${isPart ? 'part.' : ''}again.${refused ? 'closed' : 'either'}` : 'again.over')}</p>
        <p className="pb-soft">{t('again.kept')}</p>
        {none ? (
          <PasteLink
            onLink={(fresh) => {
              keepToken(door.page, fresh);
              setSecret(fresh);
            }}
          />
        ) : (
          <LinkDoor
            key={secret}
            door={door}
            secret={secret}
            takesFocus
            onEntered={enter}
            onTakenBack={setTold}
            onRefused={() => {
              forgetToken(door.page);
              setRefused(true);
              setSecret('');
            }}
          />
        )}
        <div className="pb-row pb-wrap">
          {onPassword ? <Button onClick={onPassword}>{t('again.password')}</Button> : null}
          <Button variant="transparent" onClick={leave}>
            {t('again.leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The same request again stays on its screen; a link to another one goes to that. */
function useEnterAgain(): (session: Session) => Promise<void> {
  const before = useSignedIn();
  const resume = useResumeSession();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  return async (session) => {
    const same =
      session.account.id === before.account.id &&
      session.organisation?.id === before.organisation?.id &&
      session.link?.assessmentId === before.link?.assessmentId &&
      session.part?.assessmentId === before.part?.assessmentId;
    if (same) {
      resume(session);
      return;
    }
    adopt(session);
    await navigate(session.part === null ? `${addresses.request}/request` : '/part', { replace: true });
  };
}
