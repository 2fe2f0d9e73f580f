import { type ReactNode, useEffect } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { MessageExtras } from '../../ui/thread/message-extras.js';
import { ThreadTools } from '../../ui/thread/thread-tools.js';
import { answeringTexts } from './answering.texts.js';
import { messageName, textsOf, useKeptEntries } from './kept-fields.js';
import { useDesk } from './use-desk.js';
import { usePostMessage, useReloadThreads, useThreads } from './use-threads.js';

interface QuestionThreadProps {
  readonly assessmentId: string;
  /** Empty for the request as a whole. */
  readonly questionId: string;
}

/** What both sides said about one question or the request, and the next message. */
export function QuestionThread({ assessmentId, questionId }: QuestionThreadProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const threads = useThreads(assessmentId);
  const mayWrite = useCan('clarifications:write');
  const reload = useReloadThreads(assessmentId);
  if (threads.isPending) return <TextSkeleton lines={3} />;
  if (threads.isError) return <ProblemNotice error={threads.error} onRetry={threads.refetch} />;
  const thread = threads.data.find((one) => one.questionId === questionId);
  const messages = thread?.messages ?? [];
  return (
    <section
      aria-label={questionId === '' ? t('thread.request') : t('thread.title', { id: questionId })}
      className="pb-stack"
    >
      {messages.length === 0 ? <p className="pb-sm pb-muted">{t('thread.none')}</p> : null}
      <ol className="pb-ans-thread">
        {messages.map((message) => (
          <li key={message.id} data-side={message.side}>
            <p className="pb-xs pb-muted">
              <span className="pb-medium">{message.authorName}</span> ·{' '}
              <DateText value={message.at} as="instant" />
            </p>
            <p className="pb-ans-said">{message.body}</p>
            <MessageExtras side="supplier" {...{ assessmentId, message }} />
          </li>
        ))}
      </ol>
      <ThreadTools side="supplier" {...{ assessmentId, questionId, thread, mayWrite }} onChanged={reload} />
      {mayWrite ? <MessageForm assessmentId={assessmentId} questionId={questionId} /> : null}
    </section>
  );
}

interface MessageFormProps {
  readonly assessmentId: string;
  readonly questionId: string;
}

function MessageForm({ assessmentId, questionId }: MessageFormProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const post = usePostMessage(assessmentId);
  const kept = useDesk(assessmentId).fields;
  const name = messageName(questionId);
  const state = useApiForm({
    defaultValues: { body: textsOf(kept, name)?.['body'] ?? '' },
    send: async ({ body }) => {
      await post.mutateAsync({ questionId, body });
      // What was typed while it went out is the next message.
      if (state.form.getValues('body') === body) state.form.setValue('body', '');
    },
  });
  const { subscribe } = state.form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          kept.keep(name, values.body.trim() === '' ? undefined : { body: values.body });
        },
      }),
    [subscribe, kept, name],
  );
  const unsent = useKeptEntries(kept).has(name);
  const { error, ...field } = state.field('body', { required: t('thread.empty') });
  return (
    <ApiForm
      state={state}
      submitLabel={t('thread.send')}
      aside={unsent ? <span className="pb-xs pb-muted">{t('thread.unsent')}</span> : null}
    >
      <div>
        <label className="pb-field-label" htmlFor={field.id}>
          {t('thread.write')}
        </label>
        <textarea
          className="pb-ans-input pb-ans-area"
          rows={2}
          aria-invalid={error !== undefined}
          aria-describedby={`${field.id}-note`}
          {...field}
        />
        <p className="pb-field-error" id={`${field.id}-note`}>
          {error}
        </p>
      </div>
    </ApiForm>
  );
}
