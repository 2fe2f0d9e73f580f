import { Button } from '@mantine/core';
import { linkCode } from '@probant/shared/limits';
import { IconClock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

import type { Reply } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { useNow } from '../../ui/format/use-now.js';
import { DigitBoxes } from './digit-boxes.js';
import { type Door, partDoor } from './doors.js';
import { LinkProblem, triesLeft } from './link-problem.js';
import { linkTexts } from './link.texts.js';

interface CodeFormProps {
  readonly door: Door;
  readonly secret: string;
  readonly sent: Reply<'/api/links/code', 'post'>;
  /** Not the first code of this visit. */
  readonly again: boolean;
  readonly sending: boolean;
  readonly problem: unknown;
  readonly onAgain: () => void;
  readonly onEntered: (session: Session) => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}

/** The digits of one code, until they are right or the code is worth nothing any more. */
export function CodeForm(props: CodeFormProps): ReactNode {
  const { door, secret, sent, again, sending, problem, onAgain, onEntered, onProblem } = props;
  const { t } = useTranslation(linkTexts);
  const [digits, setDigits] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const errorId = useId();
  const firstBox = useRef<HTMLInputElement>(null);
  const renew = useRef<HTMLButtonElement>(null);
  const verify = useAct({
    mutationFn: (code: string) => door.verify(secret, code),
    onSuccess: onEntered,
    onError: (error) => {
      firstBox.current?.focus();
      onProblem(error);
    },
  });
  const minutes = useMinutesLeft(sent.expiresAt);
  const spent = minutes <= 0 || triesLeft(verify.error) === 0;
  useEffect(() => {
    (spent ? renew.current : firstBox.current)?.focus();
  }, [spent]);
  const code = digits.replaceAll(' ', '');
  const submit = (): void => {
    const whole = code.length === linkCode.digits;
    setTooShort(!whole);
    if (whole) verify.mutate(code);
    else firstBox.current?.focus();
  };
  return (
    <form
      noValidate
      className="pb-link-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!spent) submit();
      }}
    >
      <h2>{t('code.title')}</h2>
      <p className="pb-sm pb-soft">{t('code.text', { address: sent.maskedAddress })}</p>
      {again ? <StatusLine kind="done">{t('code.sent')}</StatusLine> : null}
      {spent ? null : (
        <DigitBoxes
          label={t('code.label')}
          digitLabel={(place) => t('code.digit', { place })}
          value={digits}
          invalid={tooShort || verify.isError}
          describedBy={errorId}
          firstBox={firstBox}
          onChange={(value) => {
            setDigits(value);
            setTooShort(false);
          }}
        />
      )}
      <div id={errorId} className="pb-stack">
        {tooShort ? (
          <p className="pb-sm pb-amber" role="alert">
            {t('code.short')}
          </p>
        ) : null}
        {verify.isError ? <LinkProblem error={verify.error} /> : null}
        {problem ? <LinkProblem error={problem} /> : null}
      </div>
      {spent ? (
        <>
          {verify.isError ? null : <StatusLine kind="waiting">{t('code.expired')}</StatusLine>}
          <Button ref={renew} variant="filled" size="lg" fullWidth loading={sending} onClick={onAgain}>
            {t('code.new')}
          </Button>
        </>
      ) : (
        <>
          <Button type="submit" variant="filled" size="lg" fullWidth loading={verify.isPending}>
            {t(door === partDoor ? 'code.submit.part' : 'code.submit')}
          </Button>
          <div className="pb-between pb-sm pb-wrap">
            <button type="button" className="pb-link-plain" disabled={sending} onClick={onAgain}>
              {t('code.again')}
            </button>
            <span className="pb-status">
              <IconClock size={14} stroke={2} aria-hidden />
              {t('code.valid', { count: minutes })}
            </span>
          </div>
        </>
      )}
    </form>
  );
}

/** Whole minutes that a code is good for; none once it has expired. */
function useMinutesLeft(expiresAt: string): number {
  const left = Math.ceil((new Date(expiresAt).getTime() - useNow().getTime()) / 60_000);
  return Math.min(left, linkCode.validMinutes);
}
