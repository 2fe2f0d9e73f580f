import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { firstDay } from '@probant/shared/calendar';
import { unitAfter } from '@probant/shared/words/units';
import { type ReactNode, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AnswerFields } from './answer-fields.js';
import { today } from '../../platform/today.js';
import { answeringTexts } from './answering.texts.js';
import { parseNumber } from './decimal.js';
import { useToggleNone } from './use-toggle-none.js';

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
  const { register } = useFormContext<AnswerFields>();
  const toggleNone = useToggleNone();
  const none = useWatch<AnswerFields, 'none'>({ name: 'none' });
  const typed = parseNumber(useWatch<AnswerFields, 'text'>({ name: 'text' }));
  const [partial, setPartial] = useState(false);
  const isDate = question.type === 'date_age';
  const field = register('text', {
    onBlur: (event: { target: HTMLInputElement }) => {
      setPartial(event.target.validity.badInput);
    },
  });
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
          {...(isDate ? { type: 'date', max: today(), min: firstDay } : { inputMode: 'decimal' })}
          {...field}
          onChange={(event) => {
            // Half a date reads as none: it takes no answer back.
            if (!event.target.validity.badInput) void field.onChange(event);
          }}
        />
        {isDate ? null : (
          <span className="pb-soft" id={`${fieldId}-unit`}>
            {typed === undefined ? question.unit[language] : unitAfter(typed, question.unit, language)}
          </span>
        )}
        {question.none ? (
          <label className="pb-ans-none">
            <input type="checkbox" checked={none} onChange={toggleNone} />
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
