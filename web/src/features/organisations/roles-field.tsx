import { Checkbox } from '@mantine/core';
import type { OrganisationKind } from '@probant/shared/permissions';
import { rolesOf } from '@probant/shared/permissions';
import type { ReactNode } from 'react';
import { Controller, type FieldValues, type Path } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { organisationTexts } from './organisation.texts.js';

interface RolesFieldProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly name: Path<Values>;
  readonly kind: OrganisationKind;
  readonly label: string;
  readonly required: string;
}

/** One box per role of the organisation's kind, each with what it opens; a person may hold several. */
export function RolesField<Values extends FieldValues>(props: RolesFieldProps<Values>): ReactNode {
  const { state, name, kind, label, required } = props;
  const { t } = useTranslation(organisationTexts);
  const id = state.idOf(name);
  return (
    <Controller
      control={state.form.control}
      name={name}
      rules={{ validate: (value: readonly string[]) => value.length > 0 || required }}
      render={({ field }) => (
        <Checkbox.Group
          label={label}
          required
          value={field.value}
          onChange={field.onChange}
          error={state.errorOf(name)}
        >
          <div className="pb-roles">
            {rolesOf(kind).map((role) => (
              <Checkbox
                key={role}
                id={`${id}.${role}`}
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
