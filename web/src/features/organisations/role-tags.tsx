import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { organisationTexts } from './organisation.texts.js';
import type { MemberRole } from './use-members.js';

/** The roles of a person, in words. */
export function RoleTags({ roles }: { readonly roles: readonly MemberRole[] }): ReactNode {
  const { t } = useTranslation(organisationTexts);
  return (
    <span className="pb-role-tags">
      {roles.map((role) => (
        <span key={role} className="pb-tag">
          {t(`role.${role}`)}
        </span>
      ))}
    </span>
  );
}
