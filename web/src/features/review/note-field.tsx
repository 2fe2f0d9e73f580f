import { Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { QuietForm } from './quiet-form.js';
import type { QuestionReview, Review } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { useReviewQuestion } from './use-review.js';

interface NoteFieldProps {
  readonly review: Review;
  readonly kept: QuestionReview;
  readonly canWrite: boolean;
}

/** What was typed and could not be saved, so that going to another question and back loses nothing. */
const unsaved = new Map<string, string>();

/** What the reviewer keeps for the buyer's own side. */
export function NoteField({ review, kept, canWrite }: NoteFieldProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const draft = `${review.assessmentId}/${kept.questionId}`;
  const write = useReviewQuestion(review.assessmentId);
  const state = useApiForm({
    // A note written by another reviewer takes the place of the one shown, never of what is being typed.
    values: { note: kept.note },
    resetOptions: { keepDirtyValues: true },
    send: async ({ note }) => {
      await write.mutateAsync({ questionId: kept.questionId, note });
      // What was typed while this was on its way is not saved yet.
      if (state.form.getValues('note') !== note) return;
      unsaved.delete(draft);
      state.form.reset({ note });
    },
  });
  const { isDirty } = state.form.formState;
  const { setValue } = state.form;
  useEffect(() => {
    const note = unsaved.get(draft);
    if (note !== undefined) setValue('note', note, { shouldDirty: true });
  }, [draft, setValue]);
  const field = state.field('note');
  if (!canWrite && !isDirty) {
    return kept.note === '' ? null : (
      <section className="pb-examine-part">
        <h3 className="pb-label">{t('note')}</h3>
        <p className="pb-soft">{kept.note}</p>
      </section>
    );
  }
  const label = (
    <span className="pb-row">
      <IconEyeOff size={14} aria-hidden /> {t('note')}
    </span>
  );
  return (
    <section className="pb-examine-part pb-examine-note">
      <QuietForm
        state={state}
        submitLabel={t('note.save')}
        offered={isDirty}
        closed={canWrite ? undefined : t('kept.review')}
      >
        <Textarea
          label={label}
          minRows={1}
          maxLength={maxLengths.longText}
          {...field}
          onChange={(event) => {
            unsaved.set(draft, event.currentTarget.value);
            void field.onChange(event);
          }}
          onBlur={(event) => {
            void field.onBlur(event);
            // Kept when one goes on to the next question, too.
            if (isDirty && canWrite) void state.submit();
          }}
        />
      </QuietForm>
    </section>
  );
}
