import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { organisationTexts } from './organisation.texts.js';
import { RolesField } from './roles-field.js';
import { type Member, type MemberRole, useRefreshMembers } from './use-members.js';

interface RolesDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onSaved: (member: Member) => void;
}

/** What one person may do here. */
export function RolesDialog({ member, onClose, onSaved }: RolesDialogProps): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  const refresh = useRefreshMembers();
  const state = useApiForm<{ roles: MemberRole[] }>({
    defaultValues: { roles: [...member.roles] },
    send: async (body) => {
      await api.put('/api/members/{accountId}', { path: { accountId: member.accountId }, body });
      await refresh();
      onSaved(member);
    },
  });
  const title = t('members.roles.of', { name: member.name });
  return (
    <Dialog onClose={onClose} title={title}>
      <ApiForm state={state} submitLabel={t('members.roles.save')}>
        <RolesField
          state={state}
          name="roles"
          kind={organisation?.kind ?? 'buyer'}
          label={t('members.roles')}
          required={t('members.roles.none')}
        />
      </ApiForm>
    </Dialog>
  );
}
