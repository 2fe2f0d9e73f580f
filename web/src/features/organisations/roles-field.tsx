import { Checkbox } from '@mantine/core';
import type { OrganisationKind } from '@probant/shared/permissions';
import { rolesOf } from '@probant/shared/permissions';
import { type ReactNode, useId } from 'react';
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { organisationTexts } from './organisation.texts.js';

interface RolesFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: Path<Values>;
  readonly kind: OrganisationKind;
  readonly label: string;
  readonly required: string;
}

/** One box per role of the organisation's kind, each with what it opens; a person may hold several. */
export function RolesField<Values extends FieldValues>(props: RolesFieldProps<Values>): ReactNode {
  const { control, name, kind, label, required } = props;
  const { t } = useTranslation(organisationTexts);
  const id = useId();
  return (
    <Controller
      control={control}
      name={name}
      rules={{ validate: (value: readonly string[]) => value.length > 0 || required }}
      render={({ field, fieldState }) => (
        <Checkbox.Group
          label={label}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        >
          <div className="pb-roles">
            {rolesOf(kind).map((role) => (
              <Checkbox
                key={role}
                id={`${id}${role}`}
                value={role}
                label={t(`role.${role}`)}
                description={t(`role.${role}.text`)}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}
