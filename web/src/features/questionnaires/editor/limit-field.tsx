import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useLanguage } from '../../../platform/i18n/language.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useFieldAt } from './editor-context.js';
import { knockoutTexts } from './knockout.texts.js';
import { numberOf, textOf } from './number-field.js';

interface LimitFieldProps {
  readonly label: string;
  readonly at: string;
  readonly value: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
  readonly description?: string | undefined;
}

/** A number from 0 up that always stands: what is none yet waits in the field, and says so. */
export function LimitField({ label, at, value, max, onValue, description }: LimitFieldProps): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  const { id, error } = useFieldAt(at);
  const language = useLanguage();
  const [typed, setTyped] = useState(() => textOf(value, language));
  const [seen, setSeen] = useState(value);
  const read = numberOf(typed, false) ?? NaN;
  if (value !== seen) {
    setSeen(value);
    if (read !== value) setTyped(textOf(value, language));
  }
  const fits = (number: number): boolean => number >= 0 && number <= max;
  return (
    <TextInput
      id={id}
      inputMode="decimal"
      label={label}
      description={description}
      error={fits(read) ? error : t('limit.range', { max })}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const number = numberOf(text, false) ?? NaN;
        if (fits(number) && number !== value) onValue(number);
      }}
    />
  );
}
