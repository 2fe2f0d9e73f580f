import { Button, Radio, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { AnswerValue, Question } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { useForgetKept, useHasKept } from '../../ui/input/kept-values.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { valueLines } from '@probant/shared/answers/answer-lines';
import { keptOverride, keptWithdrawal } from './kept-names.js';
import { AnswerValueField } from '../../ui/answer/answer-value-field.js';
import { QuietForm } from './quiet-form.js';
import { type QuestionReview, type Review, valueOf } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { isOpen } from './theme-pane.js';
import { useOverride } from './use-review.js';

interface OverrideSectionProps {
  readonly review: Review;
  readonly question: Question;
  readonly kept: QuestionReview;
}

/** An answer put in the place of the supplier's, with a reason that the supplier will read. */
export function OverrideSection({ review, question, kept }: OverrideSectionProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const allowed = useCan('overrides:write') && isOpen(review);
  const hasKept = useHasKept();
  const [open, setOpen] = useState(() =>
    [keptOverride, keptWithdrawal].some((name) => hasKept(name(review, question.id))),
  );
  const { override } = kept;
  if (override === null && !allowed && !open) return null;
  const closed = allowed ? undefined : t('kept.review');
  const close = (): void => {
    setOpen(false);
  };
  return (
    <section className="pb-examine-part" aria-label={t(override === null ? 'override' : 'override.title')}>
      {override === null && !open ? null : (
        <h3 className="pb-label">{t(override === null ? 'override' : 'override.title')}</h3>
      )}
      {override === null ? null : (
        <>
          {override.stands ? null : <p className="pb-amber">{t('override.changed')}</p>}
          <p className="pb-medium">
            {override.state === 'refused'
              ? t('answer.refused')
              : valueLines(question, valueOf(override.value), language).join(' ; ')}
          </p>
          <p className="pb-soft pb-examine-words">{`«\u00A0${override.reason}\u00A0»`}</p>
        </>
      )}
      {allowed && !open ? (
        <Button
          size="xs"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('override')}
        </Button>
      ) : null}
      {open ? (
        <>
          <p className="pb-xs pb-muted">{t('override.help')}</p>
          <OverrideForm review={review} question={question} closed={closed} onClose={close} />
          {override === null ? null : (
            <WithdrawForm review={review} question={question} closed={closed} onClose={close} />
          )}
        </>
      ) : null}
    </section>
  );
}

interface FormProps {
  readonly review: Review;
  readonly question: Question;
  readonly closed: string | undefined;
  readonly onClose: () => void;
}

interface Values {
  state: 'answered' | 'refused';
  value: AnswerValue | null;
  reason: string;
}

function OverrideForm({ review, question, closed, onClose }: FormProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const { t: ui } = useTranslation(uiTexts);
  const override = useOverride(review.assessmentId);
  const forgetKept = useForgetKept();
  const state = useApiForm<Values>({
    keptAs: keptOverride(review, question.id),
    defaultValues: { state: 'answered', value: emptyValue(question), reason: '' },
    send: async ({ state: wished, value, reason }) => {
      await override.mutateAsync({
        questionId: question.id,
        state: wished,
        reason,
        ...(wished === 'answered' ? { value: value as never } : {}),
      });
      onClose();
    },
  });
  const { control } = state.form;
  const wished = state.form.watch('state');
  return (
    <QuietForm
      state={state}
      closed={closed}
      submitLabel={t('override.save')}
      aside={
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            state.kept.forget();
            forgetKept(keptWithdrawal(review, question.id));
            onClose();
          }}
        >
          {ui('cancel')}
        </Button>
      }
    >
      <Controller
        control={control}
        name="state"
        render={({ field }) => (
          <Radio.Group
            label={t('override.state')}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
          >
            <div className="pb-row pb-wrap">
              <Radio value="answered" label={t('override.answered')} />
              <Radio value="refused" label={t('override.refused')} />
            </div>
          </Radio.Group>
        )}
      />
      {wished === 'answered' ? (
        <Controller
          control={control}
          name="value"
          rules={{
            validate: (value) => (value === null || value === '' ? t('override.value.required') : true),
          }}
          render={({ field }) => (
            <AnswerValueField
              id={state.idOf('value')}
              label={t('override.value')}
              question={question}
              value={field.value}
              onChange={field.onChange}
              error={state.errorOf('value')}
            />
          )}
        />
      ) : null}
      <Textarea
        label={t('override.reason')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('reason.required') })}
      />
    </QuietForm>
  );
}

function emptyValue({ type }: Question): AnswerValue | null {
  return type === 'multi' || type === 'table' ? [] : null;
}

function WithdrawForm({ review, question, closed, onClose }: FormProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const override = useOverride(review.assessmentId);
  const state = useApiForm({
    keptAs: keptWithdrawal(review, question.id),
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      await override.mutateAsync({ questionId: question.id, state: null, reason });
      onClose();
    },
  });
  return (
    <QuietForm state={state} closed={closed} submitLabel={t('override.withdraw')}>
      <Textarea
        label={t('override.withdraw.reason')}
        minRows={1}
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('reason.required') })}
      />
    </QuietForm>
  );
}
