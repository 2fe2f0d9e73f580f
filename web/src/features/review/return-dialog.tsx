import { Button, Checkbox, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { findQuestion } from '../../ui/score/trace-lines.js';
import { uiTexts } from '../../ui/ui.texts.js';
import type { Review } from './review-model.js';
import { reviewTexts } from './review.texts.js';
import { useReturn } from './use-review.js';

interface ReturnDialogProps {
  readonly review: Review;
  readonly onClose: () => void;
}

/** Back to the supplier with a reason; the questions that wait for something are cited in it. */
export function ReturnDialog({ review, onClose }: ReturnDialogProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { t: ui } = useTranslation(uiTexts);
  const waiting = questionsWaiting(review);
  const [cited, setCited] = useState<readonly string[]>(
    waiting.filter(({ asked }) => asked).map(({ id }) => id),
  );
  const send = useReturn(review.assessmentId);
  const state = useApiForm({
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      const cite = cited.length === 0 ? '' : `\n\n${t('return.cite', { ids: cited.join(', ') })}`;
      await send.mutateAsync(reason.trim() === '' ? '' : reason.trim() + cite);
      onClose();
    },
  });
  return (
    <Dialog size="lg" onClose={onClose} title={t('return.title')}>
      <div className="pb-stack">
        <p className="pb-soft">{t('return.text')}</p>
        <ApiForm
          state={state}
          submitLabel={t('return.send')}
          aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
        >
          <Textarea
            label={t('return.reason')}
            autosize
            minRows={3}
            maxLength={maxLengths.longText - 400}
            data-autofocus
            {...state.field('reason', { required: t('return.reason.required') })}
          />
          <fieldset>
            <legend className="pb-field-label">{t('return.questions')}</legend>
            {waiting.length === 0 ? (
              <p className="pb-sm pb-muted">{t('return.questions.none')}</p>
            ) : (
              <div className="pb-examine-cited">
                {waiting.map(({ id }) => (
                  <Checkbox
                    key={id}
                    checked={cited.includes(id)}
                    label={`${id} · ${findQuestion(review.document, id)?.short?.[language] ?? ''}`}
                    onChange={({ currentTarget }) => {
                      const { checked } = currentTarget;
                      setCited((before) => (checked ? [...before, id] : before.filter((one) => one !== id)));
                    }}
                  />
                ))}
              </div>
            )}
          </fieldset>
        </ApiForm>
      </div>
    </Dialog>
  );
}

/** Questions with an open finding, a rejection, a refused claim or a message; the last three were asked about by a person. */
function questionsWaiting(review: Review): { readonly id: string; readonly asked: boolean }[] {
  const found = new Set(
    review.findings.filter(({ status }) => status === 'open').map((one) => one.questionId),
  );
  const asked = new Set([
    ...review.threads
      .filter(({ questionId, awaiting }) => questionId !== '' && !awaiting)
      .map((one) => one.questionId),
    ...review.pieces.flatMap(({ questions }) =>
      questions.filter(({ verdict }) => verdict === 'rejected').map((one) => one.questionId),
    ),
    ...review.questions
      .filter(({ notApplicable }) => notApplicable?.stands === true && notApplicable.decision === 'refused')
      .map((one) => one.questionId),
  ]);
  return review.questions
    .map(({ questionId }) => questionId)
    .filter((id) => found.has(id) || asked.has(id))
    .map((id) => ({ id, asked: asked.has(id) }));
}
