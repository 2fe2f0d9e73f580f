import './link.css';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import type { Reply } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CodeForm } from './code-form.js';
import { type Door, requestDoor } from './doors.js';
import { LinkProblem } from './link-problem.js';
import { linkTexts } from './link.texts.js';
import { type PartEnd, partEndOf } from './use-part-end.js';

interface LinkDoorProps {
  readonly door?: Door;
  readonly secret: string;
  /** In a dialog that is there for it alone. */
  readonly takesFocus?: boolean;
  readonly onEntered: (session: Session) => Promise<void>;
  /** The link opens nothing, and never will again. */
  readonly onRefused: () => void;
  /** It opened a part that was taken back. */
  readonly onTakenBack?: (end: PartEnd) => void;
}

const focusOnArrival = (button: HTMLButtonElement | null): void => {
  button?.focus();
};

/** From the secret of a link to a session: the code is asked for, sent, and typed in. */
export function LinkDoor({
  door = requestDoor,
  secret,
  takesFocus = false,
  onEntered,
  onRefused,
  onTakenBack,
}: LinkDoorProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const [sent, setSent] = useState<Reply<'/api/links/code', 'post'> | null>(null);
  const [times, setTimes] = useState(0);
  const opened = useQuery({
    queryKey: ['link', door.page, secret],
    // Asked anew by each door, and by nothing else: a code may be on its way meanwhile.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      try {
        return await door.open(secret, signal);
      } catch (error) {
        if (isProblem(error, 'link-refused')) onRefused();
        const end = partEndOf(error);
        if (end !== null) onTakenBack?.(end);
        throw error;
      }
    },
  });
  const code = useAct({
    mutationFn: () => door.sendCode(secret),
    onSuccess: (reply) => {
      setSent(reply);
      setTimes((count) => count + 1);
    },
    onError: (error) => {
      lookAgain(error);
    },
  });
  /** It was revoked or replaced since it was opened: asking again says so, and offers nothing that it no longer gives. */
  const lookAgain = (error: unknown): void => {
    if (isProblem(error, 'link-refused') || partEndOf(error) !== null) void opened.refetch();
  };
  if (opened.isPending) return <TextSkeleton lines={4} />;
  if (opened.isError) return <LinkProblem error={opened.error} onRetry={opened.refetch} />;
  const ask = (): void => {
    code.mutate();
  };
  if (sent) {
    return (
      <CodeForm
        key={times}
        {...{ door, secret, sent, onEntered }}
        onProblem={lookAgain}
        again={times > 1}
        sending={code.isPending}
        problem={code.error}
        onAgain={ask}
      />
    );
  }
  return (
    <>
      <h2>{t('code.ask.title')}</h2>
      <p className="pb-sm pb-soft">{t('code.ask.text', { address: opened.data.maskedAddress })}</p>
      {code.isError ? <LinkProblem error={code.error} /> : null}
      <Button
        variant="filled"
        size="lg"
        fullWidth
        loading={code.isPending}
        onClick={ask}
        {...(takesFocus ? { ref: focusOnArrival } : {})}
      >
        {t('code.ask')}
      </Button>
    </>
  );
}
