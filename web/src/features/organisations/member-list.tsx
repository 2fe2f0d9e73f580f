import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { organisationTexts } from './organisation.texts.js';
import { RoleTags } from './role-tags.js';
import { RolesDialog } from './roles-dialog.js';
import { type Member, useRemoveMember } from './use-members.js';

/** The members; who may manage them changes roles and takes people out. */
export function MemberList({ members }: { readonly members: readonly Member[] }): ReactNode {
  const { t, language } = useTranslation(organisationTexts);
  const mayManage = useCan('members:manage');
  const [changing, setChanging] = useState<Member | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [saved, setSaved] = useState<{ name: string; at: string } | null>(null);
  const columns = useColumns();
  const actions: Column<Member> = {
    key: 'actions',
    header: t('members.actions'),
    align: 'end',
    cell: (member) => <RowActions member={member} onChange={setChanging} onRemove={setLeaving} />,
  };
  return (
    <section aria-labelledby="members-title">
      <div className="pb-between pb-wrap">
        <h2 id="members-title">{t('members.count', { count: members.length })}</h2>
        {saved ? (
          <StatusLine kind="done">
            {t('members.roles.saved', { name: saved.name, time: formatTime(saved.at, language) })}
          </StatusLine>
        ) : null}
      </div>
      <DataTable
        caption={t('members.list')}
        columns={mayManage ? [...columns, actions] : columns}
        rows={members}
        rowKey={(member) => member.accountId}
      />
      {changing ? (
        <RolesDialog
          member={changing}
          onClose={() => {
            setChanging(null);
          }}
          onSaved={(member) => {
            setChanging(null);
            setSaved({ name: member.name, at: new Date().toISOString() });
          }}
        />
      ) : null}
      <RemoveDialog
        member={leaving}
        onClose={() => {
          setLeaving(null);
        }}
      />
    </section>
  );
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation(organisationTexts);
  const { account } = useSignedIn();
  return [
    {
      key: 'name',
      header: t('members.name'),
      cell: (member) => (
        <>
          <span className="pb-medium">{member.name}</span>
          {member.accountId === account.id ? (
            <span className="pb-muted">{` (${t('members.you')})`}</span>
          ) : null}
        </>
      ),
    },
    { key: 'email', header: t('members.email'), cell: (member) => member.email },
    { key: 'roles', header: t('members.roles'), cell: (member) => <RoleTags roles={member.roles} /> },
    { key: 'since', header: t('members.since'), cell: (member) => <DateText value={member.joinedAt} /> },
  ];
}

interface RowActionsProps {
  readonly member: Member;
  readonly onChange: (member: Member) => void;
  readonly onRemove: (member: Member) => void;
}

function RowActions({ member, onChange, onRemove }: RowActionsProps): ReactNode {
  const { t } = useTranslation(organisationTexts);
  return (
    <span className="pb-row pb-wrap pb-row-actions">
      <Button
        size="xs"
        variant="transparent"
        aria-label={t('members.roles.change.of', { name: member.name })}
        onClick={() => {
          onChange(member);
        }}
      >
        {t('members.roles.change')}
      </Button>
      <Button
        size="xs"
        variant="transparent"
        aria-label={t('members.remove.of', { name: member.name })}
        onClick={() => {
          onRemove(member);
        }}
      >
        {t('members.remove')}
      </Button>
    </span>
  );
}

function RemoveDialog({
  member,
  onClose,
}: {
  readonly member: Member | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const remove = useRemoveMember();
  return (
    <ConfirmDialog
      opened={member !== null}
      title={t('members.remove.title', { name: member?.name ?? '' })}
      confirm={t('members.remove')}
      act={async () => {
        if (member) await remove.mutateAsync(member);
      }}
      onClose={onClose}
    >
      {t('members.remove.text')}
    </ConfirmDialog>
  );
}
