import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { organisationTexts } from './organisation.texts.js';
import { RoleTags } from './role-tags.js';
import { type PendingInvitation, useWithdraw } from './use-members.js';

/** Who was invited and has not come yet. */
export function PendingInvitations({
  invitations,
}: {
  readonly invitations: readonly PendingInvitation[];
}): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const mayManage = useCan('members:manage');
  const [leaving, setLeaving] = useState<PendingInvitation | null>(null);
  const withdraw = useWithdraw();
  if (invitations.length === 0) return null;
  const columns: Column<PendingInvitation>[] = [
    { key: 'email', header: t('members.email'), cell: (invitation) => invitation.email },
    { key: 'roles', header: t('members.roles'), cell: (invitation) => <RoleTags roles={invitation.roles} /> },
    {
      key: 'expires',
      header: t('pending.expires'),
      cell: (invitation) => <DateText value={invitation.expiresAt} />,
    },
  ];
  const actions: Column<PendingInvitation> = {
    key: 'actions',
    header: t('members.actions'),
    align: 'end',
    cell: (invitation) => (
      <Button
        size="xs"
        variant="transparent"
        aria-label={t('pending.withdraw.of', { email: invitation.email })}
        onClick={() => {
          setLeaving(invitation);
        }}
      >
        {t('pending.withdraw')}
      </Button>
    ),
  };
  return (
    <section className="pb-section" aria-labelledby="pending-title">
      <h2 id="pending-title">{t('pending.title')}</h2>
      <DataTable
        caption={t('pending.title')}
        columns={mayManage ? [...columns, actions] : columns}
        rows={invitations}
        rowKey={(invitation) => invitation.email}
      />
      <ConfirmDialog
        opened={leaving !== null}
        title={t('pending.withdraw.of', { email: leaving?.email ?? '' })}
        confirm={t('pending.withdraw')}
        act={async () => {
          if (leaving) await withdraw.mutateAsync(leaving);
        }}
        onClose={() => {
          setLeaving(null);
        }}
      >
        {t('pending.withdraw.text')}
      </ConfirmDialog>
    </section>
  );
}
