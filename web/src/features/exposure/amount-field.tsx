import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Path } from 'react-hook-form';

import { parseAmount, parsePlain, showAmount } from '../../platform/i18n/amount.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { exposureTexts } from './exposure.texts.js';
import type { Values } from './form-values.js';

interface NumberFieldProps {
  readonly state: ApiFormState<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  readonly description?: string;
  readonly readOnly: boolean;
  /** The label is for screen readers: a column heading shows it. */
  readonly bare?: boolean;
}

/** An amount in euros, written out in the format of the language once it is left. */
export function AmountField(props: NumberFieldProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const { state, name } = props;
  const read = (text: unknown): number | undefined =>
    typeof text === 'string' ? parseAmount(text, language) : undefined;
  const { onBlur, ...field } = state.field(name, {
    validate: (text) => text === '' || read(text) !== undefined || t('unreadable'),
  });
  return (
    <NumberInputLine
      {...props}
      field={{
        ...field,
        onBlur: async (event) => {
          const cents = read(state.form.getValues(name));
          if (cents !== undefined) state.form.setValue(name, showAmount(cents, language));
          await onBlur(event);
        },
      }}
    />
  );
}

interface PlainNumberFieldProps extends NumberFieldProps {
  /** In the unit of the field, which the API may not share; and what is said outside of it. */
  readonly range?: { readonly min: number; readonly max: number; readonly words: string };
}

/** A number that is no amount: years, a percentage. */
export function PlainNumberField({ range, ...props }: PlainNumberFieldProps): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const field = props.state.field(props.name, {
    validate: (text) => {
      if (text === '') return true;
      const value = typeof text === 'string' ? parsePlain(text) : undefined;
      if (value === undefined) return t('unreadable.number');
      return range === undefined || (value >= range.min && value <= range.max) || range.words;
    },
  });
  return <NumberInputLine {...props} field={field} />;
}

function NumberInputLine({
  label,
  description,
  readOnly,
  bare = false,
  field,
}: NumberFieldProps & { readonly field: ReturnType<ApiFormState<Values>['field']> }): ReactNode {
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label })}
      {...(description === undefined ? {} : { description })}
      inputMode="decimal"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      readOnly={readOnly}
      classNames={{ input: 'pb-num' }}
      {...field}
    />
  );
}
