import './thread.css';

import { Button } from '@mantine/core';
import { IconCircleCheck, IconPaperclip, IconUserPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { threadTexts } from './thread.texts.js';
import { type Side, useReadMark, useSettle } from './use-thread.js';

const MessageDialog = lazy(async () => ({ default: (await import('./message-dialog.js')).MessageDialog }));

interface ThreadToolsProps {
  readonly side: Side;
  readonly assessmentId: string;
  readonly questionId: string;
  /** Nothing when nobody has written in it. */
  readonly thread: Schema<'ThreadResponse'> | undefined;
  readonly mayWrite: boolean;
  readonly onChanged: () => unknown;
}

/** Beside the messages of a thread: whether it is resolved, what is new, a file to send, a colleague to tell. */
export function ThreadTools(props: ThreadToolsProps): ReactNode {
  const { side, assessmentId, questionId, thread, mayWrite, onChanged } = props;
  const { t } = useTranslation(threadTexts);
  // Whoever holds a part knows no list of members.
  const mayMention = useSignedIn().part === null;
  const [open, setOpen] = useState<'file' | 'mention' | null>(null);
  const settle = useSettle(side, assessmentId, onChanged);
  const { resolved = false, asked = false, unread = 0 } = thread ?? {};
  useReadMark(side, assessmentId, questionId, unread);
  const mark = (wanted: boolean) => () => {
    settle.mutate({ questionId, resolved: wanted });
  };
  return (
    <div className="pb-thread-tools pb-row pb-wrap">
      {unread > 0 ? <span className="pb-tag pb-tag-amber">{t('unread', { count: unread })}</span> : null}
      {resolved ? (
        <span className="pb-tag">
          <IconCircleCheck size={14} aria-hidden />
          {t('resolved')}
        </span>
      ) : null}
      {mayWrite && thread !== undefined && (resolved || asked) ? (
        <Button size="xs" loading={settle.isPending} onClick={mark(!resolved)}>
          {resolved ? t('reopen') : t('resolve')}
        </Button>
      ) : null}
      {mayWrite ? (
        <>
          <Button
            size="xs"
            variant="transparent"
            leftSection={<IconPaperclip size={14} aria-hidden />}
            onClick={() => {
              setOpen('file');
            }}
          >
            {t('file')}
          </Button>
          {mayMention ? (
            <Button
              size="xs"
              variant="transparent"
              leftSection={<IconUserPlus size={14} aria-hidden />}
              onClick={() => {
                setOpen('mention');
              }}
            >
              {t('mention')}
            </Button>
          ) : null}
        </>
      ) : null}
      {settle.isError ? <ProblemNotice error={settle.error} /> : null}
      {open === null ? null : (
        <Suspense>
          <MessageDialog
            {...{ side, assessmentId, questionId, onChanged }}
            kind={open}
            onClose={() => {
              setOpen(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
