import { Textarea } from '@mantine/core';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode, RefObject } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { DateText } from '../../ui/format/date-text.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { Avatar } from '../../ui/shell/avatar.js';
import { QuietForm } from './quiet-form.js';
import type { Review, Thread } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { usePostMessage } from './use-review.js';

interface ThreadSectionProps {
  readonly review: Review;
  readonly questionId: string;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** What both sides wrote about the question, and one more message. */
export function ThreadSection({ review, questionId, fieldRef }: ThreadSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const canAsk = useCan('clarifications:write');
  const own = review.threads.find((thread) => thread.questionId === questionId);
  const whole = review.threads.find((thread) => thread.questionId === '');
  const count = own?.messages.length ?? 0;
  if (!canAsk && own === undefined && whole === undefined) return null;
  return (
    <section className="pb-examine-part" aria-labelledby="examine-thread">
      {/* The field below says the same to the eye. */}
      <h3 className={count === 0 && canAsk ? 'pb-hidden' : 'pb-label'} id="examine-thread">
        {count === 0 ? t('thread') : t('thread.count', { count })}
      </h3>
      {own === undefined ? null : <Messages thread={own} />}
      {canAsk ? <MessageForm review={review} questionId={questionId} fieldRef={fieldRef} /> : null}
      {whole === undefined ? null : (
        <details className="pb-examine-help">
          <summary className="pb-xs pb-muted">{t('thread.whole')}</summary>
          <Messages thread={whole} />
        </details>
      )}
    </section>
  );
}

function Messages({ thread }: { readonly thread: Thread }): ReactNode {
  const { t } = useTranslation(judgingTexts);
  return (
    <ol>
      {thread.messages.map(({ id, authorName, side, at, body }) => (
        <li key={id} className="pb-examine-message">
          <Avatar name={authorName} />
          <div className="pb-grow">
            <p className="pb-xs">
              <span className="pb-strong">{authorName}</span>{' '}
              <span className="pb-muted">
                {side === 'supplier' ? `${t('thread.supplier')} · ` : ''}
                <DateText value={at} as="instant" />
              </span>
            </p>
            <p className="pb-sm pb-examine-words">{body}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was typed and not sent, so that going to another question and back loses nothing. */
const drafts = new Map<string, string>();

function MessageForm({ review, questionId, fieldRef }: ThreadSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const closed = isClosed(review.status);
  const draft = `${review.assessmentId}/${questionId}`;
  const post = usePostMessage(review.assessmentId);
  const state = useApiForm({
    defaultValues: { body: drafts.get(draft) ?? '' },
    send: async ({ body }) => {
      await post.mutateAsync({ questionId, body });
      drafts.delete(draft);
      state.form.reset({ body: '' });
    },
  });
  const { ref, ...field } = state.field('body', { required: t('thread.required') });
  const isEmpty = state.form.watch('body') === '';
  if (closed && isEmpty) return null;
  return (
    <QuietForm
      state={state}
      submitLabel={t('thread.send')}
      offered={!isEmpty}
      closed={closed ? t('kept.thread') : undefined}
    >
      <Textarea
        label={t('thread.write')}
        description={t('thread.help')}
        minRows={2}
        maxLength={maxLengths.longText}
        {...field}
        required={false}
        onChange={(event) => {
          drafts.set(draft, event.currentTarget.value);
          void field.onChange(event);
        }}
        ref={(element) => {
          ref(element);
          fieldRef.current = element;
        }}
      />
    </QuietForm>
  );
}
