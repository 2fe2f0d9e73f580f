import { Button } from '@mantine/core';
import { linkCode } from '@probant/shared/limits';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { api, type Reply } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { useAdoptSession, useSession } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { useNow } from '../../ui/format/use-now.js';
import { DigitBoxes } from './digit-boxes.js';
import { LinkPage } from './link-page.js';
import { linkTexts } from './link.texts.js';

/** What the address of a request opens: nothing, until a code has shown that its holder reads the mail it went to. */
export function LinkScreen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const secret = useOneTimeToken();
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
            <Door secret={secret} />
          )}
        </>
      }
    />
  );
}

function AlreadyInside(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { data: session } = useSession();
  if (!session?.link) return null;
  return (
    <p className="pb-sm" style={{ marginBottom: 'var(--pb-4)' }}>
      {t('link.inside')} <Link to="/r/request">{t('link.resume')}</Link>
    </p>
  );
}

function Door({ secret }: { readonly secret: string }): ReactNode {
  const { t } = useTranslation(linkTexts);
  const opened = useQuery({
    queryKey: ['link', secret],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.post('/api/links/open', { body: { secret }, signal }),
  });
  const code = useAct({ mutationFn: () => api.post('/api/links/code', { body: { secret } }) });
  if (opened.isPending) return <TextSkeleton lines={4} />;
  if (opened.isError) return <LinkProblem error={opened.error} onRetry={opened.refetch} />;
  if (code.data) {
    return (
      <CodeForm
        secret={secret}
        sent={code.data}
        sending={code.isPending}
        problem={code.error}
        onAgain={() => {
          code.mutate();
        }}
      />
    );
  }
  return (
    <div className="pb-card pb-link-card">
      <h2>{t('code.ask.title')}</h2>
      <p className="pb-sm pb-soft">{t('code.ask.text', { address: opened.data.maskedAddress })}</p>
      {code.isError ? <LinkProblem error={code.error} /> : null}
      <Button
        variant="filled"
        size="lg"
        fullWidth
        loading={code.isPending}
        onClick={() => {
          code.mutate();
        }}
      >
        {t('code.ask')}
      </Button>
    </div>
  );
}

function LinkProblem({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
}): ReactNode {
  const { t } = useTranslation(linkTexts);
  if (isProblem(error, 'link-refused') || isProblem(error, 'invalid-input')) {
    return (
      <Warning more={<p className="pb-sm pb-soft">{t('link.refused.text')}</p>}>{t('link.refused')}</Warning>
    );
  }
  if (isProblem(error, 'code-refused')) {
    return (
      <Warning more={<p className="pb-sm pb-soft">{t('code.refused.text')}</p>}>{t('code.refused')}</Warning>
    );
  }
  return <ProblemNotice error={error} {...(onRetry ? { onRetry } : {})} />;
}

interface CodeFormProps {
  readonly secret: string;
  readonly sent: Reply<'/api/links/code', 'post'>;
  readonly sending: boolean;
  readonly problem: unknown;
  readonly onAgain: () => void;
}

function CodeForm({ secret, sent, sending, problem, onAgain }: CodeFormProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const [digits, setDigits] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const errorId = useId();
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const verify = useAct({
    mutationFn: (code: string) => api.post('/api/links/verify', { body: { secret, code } }),
    onSuccess: async (session) => {
      adopt(session);
      await navigate('/r/request', { replace: true });
    },
  });
  const code = digits.replaceAll(' ', '');
  const submit = (): void => {
    const whole = code.length === linkCode.digits;
    setTooShort(!whole);
    if (whole) verify.mutate(code);
  };
  return (
    <form
      noValidate
      className="pb-card pb-link-card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t('code.title')}</h2>
      <p className="pb-sm pb-soft">{t('code.text', { address: sent.maskedAddress })}</p>
      <DigitBoxes
        label={t('code.label')}
        digitLabel={(place) => t('code.digit', { place })}
        value={digits}
        invalid={tooShort || isProblem(verify.error, 'code-refused')}
        describedBy={errorId}
        onChange={(value) => {
          setDigits(value);
          setTooShort(false);
        }}
      />
      <div id={errorId} className="pb-stack">
        {tooShort ? (
          <p className="pb-sm pb-amber" role="alert">
            {t('code.short')}
          </p>
        ) : null}
        {verify.isError ? <LinkProblem error={verify.error} /> : null}
        {problem ? <LinkProblem error={problem} /> : null}
      </div>
      <Button type="submit" variant="filled" size="lg" fullWidth loading={verify.isPending}>
        {t('code.submit')}
      </Button>
      <div className="pb-between pb-sm pb-wrap">
        <button
          type="button"
          className="pb-link-plain"
          disabled={sending}
          onClick={() => {
            setDigits('');
            verify.reset();
            onAgain();
          }}
        >
          {t('code.again')}
        </button>
        <Validity expiresAt={sent.expiresAt} />
      </div>
    </form>
  );
}

function Validity({ expiresAt }: { readonly expiresAt: string }): ReactNode {
  const { t } = useTranslation(linkTexts);
  const left = Math.ceil((new Date(expiresAt).getTime() - useNow().getTime()) / 60_000);
  if (left <= 0) return <StatusLine kind="waiting">{t('code.expired')}</StatusLine>;
  const count = Math.min(left, linkCode.validMinutes);
  return (
    <span className="pb-status">
      <IconClock size={14} stroke={2} aria-hidden />
      {t('code.valid', { count })}
    </span>
  );
}
