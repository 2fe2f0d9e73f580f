import { noneValue } from '@probant/shared/answers/given-answer';
import { useContext } from 'react';
import { useFormContext } from 'react-hook-form';

import { useLanguage } from '../../platform/i18n/language.js';
import type { AnswerFields } from './answer-fields.js';
import type { DraftAnswer } from './draft.js';
import { EarlierAnswers } from './earlier-answers.js';
import { showNumber } from './decimal.js';

/** "None", on and off. What stood there before comes back; from the history where it was typed elsewhere or long ago. */
export function useToggleNone(): () => void {
  const language = useLanguage();
  const { find } = useContext(EarlierAnswers);
  const { getValues, setValue } = useFormContext<AnswerFields>();
  const isEmpty = (): boolean => {
    const { none, text, ticks } = getValues();
    return !none && text === '' && ticks.length === 0;
  };
  return () => {
    setValue('none', !getValues('none'), { shouldDirty: true });
    if (!isEmpty()) return;
    void find(saysValue).then(
      (earlier) => {
        if (earlier === undefined || !isEmpty()) return;
        const { value } = earlier;
        if (Array.isArray(value)) setValue('ticks', value.map(String), { shouldDirty: true });
        else {
          const text = typeof value === 'number' ? showNumber(value, language) : String(value);
          setValue('text', text, { shouldDirty: true });
        }
      },
      // Nothing comes back without the history, and nothing is lost either.
      () => undefined,
    );
  };
}

function saysValue({ state, value }: DraftAnswer): boolean {
  if (state !== 'answered' || value === noneValue) return false;
  return !Array.isArray(value) || value.length > 0;
}
