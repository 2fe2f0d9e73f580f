import type { SupplierOption } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import type { AnswerFields } from './answer-fields.js';
import { answeringTexts } from './answering.texts.js';
import { useToggleNone } from './use-toggle-none.js';

interface ChoiceFieldProps {
  readonly name: string;
  readonly options: readonly SupplierOption[];
  readonly disabled: boolean;
}

const keysShown = 9;

/** One choice: rows of native radios, which arrows and digits move. */
export function ChoiceField({ name, options, disabled }: ChoiceFieldProps): ReactNode {
  const { language } = useTranslation(answeringTexts);
  const { setValue } = useFormContext<AnswerFields>();
  const chosen = useWatch<AnswerFields, 'choice'>({ name: 'choice' });
  useDigits(options.length, disabled, (index) => {
    const option = options[index];
    if (option !== undefined) setValue('choice', option.value, { shouldDirty: true });
    document.getElementById(`${name}-${index}`)?.focus({ preventScroll: true });
  });
  const short = options.length <= 3 && options.every(({ label }) => label[language].length < 22);
  return (
    <div className={short ? 'pb-ans-options pb-ans-options-row' : 'pb-ans-options'}>
      {options.map(({ value, label }, index) => (
        <label key={value} className="pb-ans-option" data-on={chosen === value}>
          <input
            type="radio"
            id={`${name}-${index}`}
            name={name}
            value={value}
            // Not registered: the form would take a radio that was checked at first for its value again after a reset.
            checked={chosen === value}
            onChange={() => {
              setValue('choice', value, { shouldDirty: true });
            }}
          />
          <span className="pb-grow">{label[language]}</span>
          {index < keysShown ? <kbd aria-hidden>{index + 1}</kbd> : null}
        </label>
      ))}
    </div>
  );
}

/** Several choices, or none of them on purpose. What was ticked waits under "none" and comes back with it. */
export function TicksField({ name, options, disabled }: ChoiceFieldProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { getValues, setValue } = useFormContext<AnswerFields>();
  const [ticks, none] = useWatch<AnswerFields, ['ticks', 'none']>({ name: ['ticks', 'none'] });
  const toggleNone = useToggleNone();
  const toggle = (value: string): void => {
    const ticked = getValues('none') ? [] : getValues('ticks');
    setValue('none', false);
    setValue('ticks', ticked.includes(value) ? ticked.filter((tick) => tick !== value) : [...ticked, value], {
      shouldDirty: true,
    });
  };
  useDigits(options.length + 1, disabled, (index) => {
    const option = options[index];
    if (option === undefined) toggleNone();
    else toggle(option.value);
    document.getElementById(`${name}-${index}`)?.focus({ preventScroll: true });
  });
  const rows = [
    ...options.map(({ value, label }) => ({
      key: value,
      label: label[language],
      on: !none && ticks.includes(value),
      change: () => {
        toggle(value);
      },
    })),
    { key: ' none', label: t('none.these'), on: none, change: toggleNone },
  ];
  return (
    <div className="pb-ans-options">
      {rows.map(({ key, label, on, change }, index) => (
        <label key={key} className="pb-ans-option" data-on={on}>
          <input type="checkbox" id={`${name}-${index}`} checked={on} onChange={change} />
          <span className="pb-grow">{label}</span>
          {index < keysShown ? <kbd aria-hidden>{index + 1}</kbd> : null}
        </label>
      ))}
    </div>
  );
}

function useDigits(count: number, disabled: boolean, choose: (index: number) => void): void {
  const digits = disabled ? 0 : Math.min(count, keysShown);
  useShortcuts(
    Object.fromEntries(
      Array.from({ length: digits }, (_, index) => [
        String(index + 1),
        () => {
          choose(index);
        },
      ]),
    ),
  );
}
