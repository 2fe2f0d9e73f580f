import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useContext, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useLanguage } from '../../platform/i18n/language.js';
import { hasValue, toFields, type AnswerFields } from './answer-fields.js';
import { EarlierAnswers } from './earlier-answers.js';

type Stance = AnswerFields['stance'];

interface StanceInUse {
  readonly stance: Stance;
  readonly hasValue: boolean;
  /** Cleared, with something before it. */
  readonly canRestore: boolean;
  /** The history could not be read: nothing was changed. */
  readonly failed: boolean;
  readonly busy: boolean;
  readonly take: (stance: Exclude<Stance, 'answered'>) => void;
  readonly back: () => void;
  readonly clear: () => void;
}

/** How a question is answered: by a value, by a refusal or as not applicable. Nothing that one of them covers is lost. */
export function useStance(question: SupplierQuestion, fieldId: string): StanceInUse {
  const language = useLanguage();
  const { find, hasEarlier } = useContext(EarlierAnswers);
  const { getValues, reset, setValue } = useFormContext<AnswerFields>();
  // Every field: a value may stand in any of them.
  useWatch<AnswerFields>();
  const fields = getValues();
  const [reading, setReading] = useState<'no' | 'busy' | 'failed'>('no');
  const focusQuestion = (): void => {
    setTimeout(() => document.getElementById(`question-${question.id}`)?.focus({ preventScroll: true }));
  };

  const take = (stance: Exclude<Stance, 'answered'>): void => {
    setValue('stance', stance, { shouldDirty: true });
    // The button that was pressed gives way: the focus goes on with what it opened.
    setTimeout(() =>
      document.getElementById(stance === 'na' ? `${fieldId}-why` : `${fieldId}-back`)?.focus(),
    );
    if (stance !== 'na' || getValues('justification') !== '') return;
    const given = find(({ state, justification = '' }) => state === 'na' && justification !== '');
    void given.then(
      (earlier) => {
        if (getValues('stance') === 'na' && getValues('justification') === '') {
          setValue('justification', earlier?.justification ?? '', { shouldDirty: true });
        }
      },
      // The reason is asked for anyway: one types it again.
      () => undefined,
    );
  };

  const backToValue = async (): Promise<void> => {
    if (hasValue(question, getValues())) {
      setValue('stance', 'answered', { shouldDirty: true });
      return;
    }
    const earlier = await find(({ state }) => state === 'answered');
    const now = getValues();
    const value = earlier === undefined ? now : toFields(question, earlier, language);
    const comment = now.comment === '' ? value.comment : now.comment;
    reset({ ...value, stance: 'answered', comment, justification: now.justification });
  };
  const back = (): void => {
    setReading('busy');
    backToValue().then(
      () => {
        setReading('no');
        focusQuestion();
      },
      () => {
        setReading('failed');
      },
    );
  };

  const clear = (): void => {
    const { comment, justification } = getValues();
    reset({ ...toFields(question, undefined, language), comment, justification });
    focusQuestion();
  };
  const filled = hasValue(question, fields);
  return {
    stance: fields.stance,
    hasValue: filled,
    canRestore: !filled && hasEarlier,
    failed: reading === 'failed',
    busy: reading === 'busy',
    take,
    back,
    clear,
  };
}
