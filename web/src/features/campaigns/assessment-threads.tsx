import { Button, Textarea } from '@mantine/core';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Messages } from '../../ui/thread/messages.js';
import { ThreadTools } from '../../ui/thread/thread-tools.js';
import { assessmentTexts } from './assessments.texts.js';
import type { Assessment } from './use-campaigns.js';
import { type Threads, useReloadThreads, useReply, useThreads } from './use-threads.js';

type Thread = Threads['threads'][number];

/** What the supplier asks, whether or not it has submitted anything: read and answered where its letter leads. */
export function AssessmentThreads({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const [params] = useSearchParams();
  const { data, isError, error, refetch } = useThreads(assessment.id, useCan('clarifications:read'));
  if (isError) return <ProblemNotice error={error} onRetry={refetch} />;
  if (data === undefined || data.threads.length === 0) return null;
  return (
    <section aria-labelledby="assessment-threads">
      <h2 id="assessment-threads">{t('threads')}</h2>
      <ul className="pb-stack">
        {data.threads.map((thread) => (
          <li key={thread.questionId}>
            <ThreadCard
              assessment={assessment}
              thread={thread}
              question={data.questions.find(({ id }) => id === thread.questionId)}
              wanted={params.get('thread') === thread.questionId}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ThreadCardProps {
  readonly assessment: Assessment;
  readonly thread: Thread;
  readonly question: Threads['questions'][number] | undefined;
  /** Named in the address: its letter was followed. */
  readonly wanted: boolean;
}

function ThreadCard({ assessment, thread, question, wanted }: ThreadCardProps): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const { questionId, messages, awaiting } = thread;
  const mayWrite = useCan('clarifications:write') && !isClosed(assessment.status);
  const reload = useReloadThreads(assessment.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (
    <article className="pb-card pb-assessment-thread">
      <div className="pb-between pb-wrap">
        <h3 ref={heading} tabIndex={-1}>
          {questionId === '' ? (
            t('thread.whole')
          ) : (
            <>
              <span className="pb-mono">{questionId}</span> {question?.text[language]}
            </>
          )}
        </h3>
        {awaiting ? <span className="pb-tag pb-tag-amber">{t('thread.awaiting')}</span> : null}
      </div>
      <Messages
        assessmentId={assessment.id}
        messages={messages}
        otherSide={{ side: 'supplier', label: t('thread.supplier') }}
      />
      <ThreadTools
        side="buyer"
        assessmentId={assessment.id}
        {...{ questionId, thread, mayWrite }}
        onChanged={reload}
      />
      {mayWrite ? <Reply key={messages.length} assessment={assessment} thread={thread} /> : null}
      {assessment.submissions > 0 && questionId !== '' ? (
        <Link
          className="pb-sm"
          to={`/assessments/${assessment.id}/review?question=${encodeURIComponent(questionId)}`}
        >
          {t('thread.review')}
        </Link>
      ) : null}
    </article>
  );
}

/** Open where the supplier had the last word; one press away where the buyer had it. */
function Reply({
  assessment,
  thread,
}: {
  readonly assessment: Assessment;
  readonly thread: Thread;
}): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const [open, setOpen] = useState(thread.awaiting);
  const reply = useReply(assessment.id);
  const state = useApiForm({
    defaultValues: { body: '' },
    send: ({ body }) => reply.mutateAsync({ questionId: thread.questionId, body }),
  });
  if (!open) {
    return (
      <div>
        <Button
          size="xs"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('thread.more')}
        </Button>
      </div>
    );
  }
  return (
    <ApiForm state={state} submitLabel={t('thread.send')}>
      <Textarea
        label={t('thread.write')}
        description={t('thread.help')}
        minRows={2}
        maxLength={maxLengths.longText}
        withAsterisk={false}
        {...state.field('body', { required: t('thread.required') })}
      />
    </ApiForm>
  );
}
