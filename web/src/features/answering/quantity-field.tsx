import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { unitAfter } from '@probant/shared/words/units';
import { type ReactNode, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AnswerFields } from './answer-fields.js';
import { today } from './answer-queues.js';
import { answeringTexts } from './answering.texts.js';
import { parseNumber } from './decimal.js';

interface QuantityFieldProps {
  readonly question: Extract<SupplierQuestion, { readonly none: boolean }>;
  readonly fieldId: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

/** A number with its unit, or a date; and "none" where that is an answer. */
export function QuantityField(props: QuantityFieldProps): ReactNode {
  const { question, fieldId, describedBy, invalid } = props;
  const { t, language } = useTranslation(answeringTexts);
  const { register, setValue } = useFormContext<AnswerFields>();
  const none = useWatch<AnswerFields, 'none'>({ name: 'none' });
  const typed = parseNumber(useWatch<AnswerFields, 'text'>({ name: 'text' }));
  const [partial, setPartial] = useState(false);
  const isDate = question.type === 'date_age';
  const noneField = register('none');
  return (
    <div>
      <div className="pb-ans-quantity">
        <input
          id={fieldId}
          className={isDate ? 'pb-ans-input pb-ans-date' : 'pb-ans-input pb-ans-number'}
          aria-label={t('question.answer', { id: question.id })}
          aria-describedby={describedBy}
          aria-invalid={invalid || partial}
          readOnly={none}
          autoComplete="off"
          {...(isDate ? { type: 'date', max: today(), min: '1900-01-01' } : { inputMode: 'decimal' })}
          {...register('text', {
            onBlur: (event: { target: HTMLInputElement }) => {
              setPartial(event.target.validity.badInput);
            },
          })}
        />
        {isDate ? null : (
          <span className="pb-soft" id={`${fieldId}-unit`}>
            {typed === undefined ? question.unit[language] : unitAfter(typed, question.unit, language)}
          </span>
        )}
        {question.none ? (
          <label className="pb-ans-none">
            <input
              type="checkbox"
              {...noneField}
              onChange={(event) => {
                if (event.target.checked) setValue('text', '');
                void noneField.onChange(event);
              }}
            />
            {t('none')}
          </label>
        ) : null}
      </div>
      {partial ? (
        <p className="pb-field-error" role="alert">
          {t('date.partial')}
        </p>
      ) : null}
    </div>
  );
}
