import { PasswordInput } from '@mantine/core';
import { minLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { identityTexts } from './identity.texts.js';

interface NewPasswordFieldProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly name: Path<Values>;
}

/** A password being chosen: what is asked of it stands under its label before anything is typed. */
export function NewPasswordField<Values extends FieldValues>({
  state,
  name,
}: NewPasswordFieldProps<Values>): ReactNode {
  const { t } = useTranslation(identityTexts);
  return (
    <PasswordInput
      label={t('password.new')}
      description={t('password.help')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      {...state.field(name, {
        required: t('required'),
        minLength: { value: minLengths.password, message: t('short.password') },
      })}
    />
  );
}
