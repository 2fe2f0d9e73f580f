import type { OrganisationKind } from '@probant/shared/permissions';
import { rolesOf } from '@probant/shared/permissions';
import type { ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { ChoicesField } from '../../ui/input/choices-field.js';
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
  const choices = rolesOf(kind).map((role) => ({
    value: role,
    label: t(`role.${role}`),
    description: t(`role.${role}.text`),
  }));
  return <ChoicesField {...{ state, name, label, required, choices }} className="pb-roles" />;
}
