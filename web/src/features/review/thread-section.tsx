import { Textarea } from '@mantine/core';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode, RefObject } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { Messages } from '../../ui/thread/messages.js';
import { ThreadTools } from '../../ui/thread/thread-tools.js';
import { keptMessage } from './kept-names.js';
import { QuietForm } from './quiet-form.js';
import type { Review } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { usePostMessage, useReloadReview } from './use-review.js';

interface ThreadSectionProps {
  readonly review: Review;
  readonly questionId: string;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** What both sides wrote about the question, and one more message. */
export function ThreadSection({ review, questionId, fieldRef }: ThreadSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const canAsk = useCan('clarifications:write');
  const reload = useReloadReview(review.assessmentId);
  const own = review.threads.find((thread) => thread.questionId === questionId);
  const whole = review.threads.find((thread) => thread.questionId === '');
  const count = own?.messages.length ?? 0;
  if (!canAsk && own === undefined && whole === undefined) return null;
  const supplier = { side: 'supplier', label: t('thread.supplier') } as const;
  return (
    <section className="pb-examine-part" aria-labelledby="examine-thread">
      {/* The field below says the same to the eye. */}
      <h3 className={count === 0 && canAsk ? 'pb-hidden' : 'pb-label'} id="examine-thread">
        {count === 0 ? t('thread') : t('thread.count', { count })}
      </h3>
      {own === undefined ? null : (
        <Messages assessmentId={review.assessmentId} messages={own.messages} otherSide={supplier} />
      )}
      <ThreadTools
        side="buyer"
        assessmentId={review.assessmentId}
        questionId={questionId}
        thread={own}
        mayWrite={canAsk && !isClosed(review.status)}
        onChanged={reload}
      />
      {canAsk ? <MessageForm review={review} questionId={questionId} fieldRef={fieldRef} /> : null}
      {whole === undefined ? null : (
        <details className="pb-examine-help">
          <summary className="pb-xs pb-muted">{t('thread.whole')}</summary>
          <Messages assessmentId={review.assessmentId} messages={whole.messages} otherSide={supplier} />
        </details>
      )}
    </section>
  );
}

function MessageForm({ review, questionId, fieldRef }: ThreadSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const closed = isClosed(review.status);
  const post = usePostMessage(review.assessmentId);
  const state = useApiForm({
    keptAs: keptMessage(review, questionId),
    defaultValues: { body: '' },
    send: async ({ body }) => {
      await post.mutateAsync({ questionId, body });
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
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...field}
        required={false}
        ref={(element) => {
          ref(element);
          fieldRef.current = element;
        }}
      />
    </QuietForm>
  );
}
