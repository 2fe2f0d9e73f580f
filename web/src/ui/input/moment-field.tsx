import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import type { ApiFormState } from './api-form.js';

interface MomentFieldProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
}

/** A day and an hour in Paris; the hour stays empty where nobody wrote it down. */
export function MomentField<Values extends FieldValues>({
  state,
  name,
  label,
  required = false,
}: MomentFieldProps<Values>): ReactNode {
  const { t } = useTranslation(uiTexts);
  // The form of every caller holds a moment under this name.
  const part = (key: 'on' | 'at'): Path<Values> => `${name}.${key}` as Path<Values>;
  return (
    <div className="pb-moment">
      <TextInput
        type="date"
        label={label}
        {...state.field(part('on'), required ? { required: t('moment.required') } : {})}
      />
      <TextInput
        type="time"
        label={t('moment.hour')}
        aria-label={t('moment.hour.of', { what: label })}
        {...state.field(part('at'))}
      />
    </div>
  );
}
