import { Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

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

/** What the reviewer keeps for the buyer's own side. */
export function NoteField({ review, kept, canWrite }: NoteFieldProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const write = useReviewQuestion(review.assessmentId);
  const state = useApiForm({
    defaultValues: { note: kept.note },
    send: ({ note }) => write.mutateAsync({ questionId: kept.questionId, note }),
  });
  const field = state.field('note');
  if (!canWrite) {
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
      <QuietForm state={state} submitLabel={t('note.save')} offered={state.form.formState.isDirty}>
        <Textarea
          label={label}
          minRows={1}
          maxLength={maxLengths.longText}
          {...field}
          onBlur={(event) => {
            void field.onBlur(event);
            // Kept when one goes on to the next question, too.
            if (state.form.formState.isDirty) void state.submit();
          }}
        />
      </QuietForm>
    </section>
  );
}
