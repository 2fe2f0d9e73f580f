import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconCircleOff, IconEraser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answeringTexts } from './answering.texts.js';
import { toFields, type AnswerFields } from './answer-fields.js';

interface StanceFieldProps {
  readonly question: SupplierQuestion;
  readonly fieldId: string;
  readonly trouble: string | undefined;
}

/** "Does not apply" with its reason, or a refusal with what it means; shown in place of the answer. */
export function StanceNote({ fieldId, trouble }: StanceFieldProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { register } = useFormContext<AnswerFields>();
  const stance = useWatch<AnswerFields, 'stance'>({ name: 'stance' });
  if (stance === 'answered') return null;
  const isNa = stance === 'na';
  return (
    <div className="pb-ans-stance">
      <p className="pb-medium pb-row">
        {isNa ? <IconCircleOff size={16} aria-hidden /> : <IconBan size={16} aria-hidden />}
        {isNa ? t('na.title') : t('refuse.title')}
      </p>
      <p className="pb-sm pb-soft">{isNa ? t('na.hint') : t('refuse.hint')}</p>
      {isNa ? (
        <div>
          <label className="pb-field-label" htmlFor={`${fieldId}-why`}>
            {t('na.why')}
          </label>
          <textarea
            id={`${fieldId}-why`}
            className="pb-ans-input pb-ans-area"
            rows={2}
            required
            aria-invalid={trouble !== undefined}
            aria-describedby={`${fieldId}-why-note`}
            {...register('justification')}
          />
          <p className="pb-field-error" id={`${fieldId}-why-note`}>
            {trouble ?? ''}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** The other ways to answer, in small print under the input. */
export function StanceButtons({ question, fieldId }: StanceFieldProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { getValues, reset, setValue } = useFormContext<AnswerFields>();
  const fields = useWatch<AnswerFields>();
  const take = (stance: AnswerFields['stance']): void => {
    setValue('stance', stance, { shouldDirty: true });
    // The button that was pressed gives way: the focus goes on with what it opened.
    setTimeout(() =>
      document.getElementById(stance === 'na' ? `${fieldId}-why` : `${fieldId}-back`)?.focus(),
    );
  };
  if (fields.stance !== 'answered') {
    return (
      <Button
        id={`${fieldId}-back`}
        size="xs"
        variant="subtle"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => {
          setValue('stance', 'answered', { shouldDirty: true });
          setTimeout(() =>
            document.getElementById(`question-${question.id}`)?.focus({ preventScroll: true }),
          );
        }}
      >
        {t('stance.back')}
      </Button>
    );
  }
  const cleared = { ...toFields(question, undefined, language), comment: getValues('comment') };
  const hasValue =
    fields.choice !== '' || fields.text !== '' || fields.none === true || (fields.ticks?.length ?? 0) > 0;
  return (
    <>
      {hasValue ? (
        <Button
          size="xs"
          variant="transparent"
          leftSection={<IconEraser size={14} aria-hidden />}
          onClick={() => {
            reset(cleared);
            document.getElementById(`question-${question.id}`)?.focus({ preventScroll: true });
          }}
        >
          {t('stance.clear')}
        </Button>
      ) : null}
      {question.notApplicable ? (
        <Button
          size="xs"
          variant="transparent"
          leftSection={<IconCircleOff size={14} aria-hidden />}
          onClick={() => {
            take('na');
          }}
        >
          {t('stance.na')}
        </Button>
      ) : null}
      <Button
        size="xs"
        variant="transparent"
        leftSection={<IconBan size={14} aria-hidden />}
        onClick={() => {
          take('refused');
        }}
      >
        {t('stance.refuse')}
      </Button>
    </>
  );
}
