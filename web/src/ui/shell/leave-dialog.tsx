import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { askToSend } from '../../platform/kept/senders.js';
import { forgetWaiting, readWaiting, type Waiting } from '../../platform/kept/waiting.js';
import { Dialog } from '../feedback/dialog.js';
import { StatusLine } from '../feedback/status-line.js';
import { shellTexts } from './shell.texts.js';

interface LeaveDialogProps {
  readonly accountId: string;
  readonly waiting: Waiting;
  /** Nothing waits any more, or the person has chosen. */
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

const sendingMs = 8_000;
const lookAgainMs = 400;

/** Somebody signs out while something waits: it is sent first; what cannot go, they decide about. */
export function LeaveDialog({ accountId, waiting: first, onLeave, onStay }: LeaveDialogProps): ReactNode {
  const { t, language } = useTranslation(shellTexts);
  const { waiting, sending } = useSending(accountId, first, onLeave);
  const parts = [
    ...(waiting.answers > 0 ? [t('leave.answers', { count: waiting.answers })] : []),
    ...(waiting.files > 0 ? [t('leave.files', { count: waiting.files })] : []),
    ...(waiting.texts > 0 ? [t('leave.texts', { count: waiting.texts })] : []),
  ];
  const what = new Intl.ListFormat(language).format(parts);
  return (
    <Dialog title={t('leave.title')} onClose={onStay} keepsNothing>
      <div className="pb-stack">
        <p>{t('leave.text', { what })}</p>
        {sending ? (
          <StatusLine kind="working">{t('leave.sending')}</StatusLine>
        ) : (
          <>
            <p className="pb-sm pb-soft">{t('leave.hint')}</p>
            <div className="pb-stack">
              <Button variant="filled" data-autofocus onClick={onStay}>
                {t('leave.stay')}
              </Button>
              <Button onClick={onLeave}>{t('leave.keep')}</Button>
              <Button
                variant="subtle"
                onClick={() => {
                  void forgetWaiting(accountId).then(onLeave, onLeave);
                }}
              >
                {t('leave.forget')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function useSending(
  accountId: string,
  first: Waiting,
  onSent: () => void,
): { readonly waiting: Waiting; readonly sending: boolean } {
  const [waiting, setWaiting] = useState(first);
  const [sending, setSending] = useState(() => navigator.onLine && first.answers + first.files > 0);
  const [until] = useState(() => Date.now() + sendingMs);
  useEffect(() => {
    if (sending) askToSend();
  }, [sending]);
  useEffect(() => {
    if (!sending) return undefined;
    const timer = setInterval(() => {
      void readWaiting(accountId).then((now) => {
        setWaiting(now);
        const isDone = now.answers + now.files === 0;
        if (isDone && now.texts === 0) onSent();
        if (isDone || Date.now() > until) setSending(false);
      });
    }, lookAgainMs);
    return () => {
      clearInterval(timer);
    };
  }, [accountId, sending, until, onSent]);
  return { waiting, sending };
}
