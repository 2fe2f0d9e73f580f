import { Button, NativeSelect } from '@mantine/core';
import { rolesOf } from '@probant/shared/permissions';
import { type ReactNode, useState } from 'react';

import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { InvitationForm } from './invitation-form.js';
import { organisationTexts } from './organisation.texts.js';
import { type Member, useChangeRole, useMembers, useRemoveMember } from './use-members.js';

/** Who belongs to the organisation and in which role. */
export function MembersScreen(): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  return (
    <Main>
      <PageHeader title={t('members.title')} subtitle={organisation?.name} />
      <div className="pb-page">
        <Allowed action="members:manage">
          <InvitationForm />
        </Allowed>
        <MemberList />
      </div>
    </Main>
  );
}

function MemberList(): ReactNode {
  const { t, language } = useTranslation(organisationTexts);
  const members = useMembers();
  const mayManage = useCan('members:manage');
  const { account } = useSignedIn();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const remove = useRemoveMember();
  const change = useChangeRole();
  if (members.isPending) return <ListSkeleton rows={4} />;
  if (members.isError) return <ProblemNotice error={members.error} onRetry={members.refetch} />;
  if (members.data.length === 0) {
    return <EmptyState title={t('members.empty')}>{t('members.empty.text')}</EmptyState>;
  }

  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('members.name'),
      cell: (member) => (
        <>
          <span className="pb-medium">{member.name === '' ? member.email : member.name}</span>
          {member.accountId === account.id ? (
            <span className="pb-muted">{` (${t('members.you')})`}</span>
          ) : null}
        </>
      ),
    },
    { key: 'email', header: t('members.email'), cell: (member) => member.email },
    {
      key: 'role',
      header: t('members.role'),
      cell: (member) =>
        mayManage && member.accountId !== account.id ? (
          <RoleSelect
            member={member}
            onChange={(role) => {
              change.mutate({ member, role });
            }}
          />
        ) : (
          t(`role.${member.role}`)
        ),
    },
    { key: 'state', header: t('members.state'), cell: (member) => <Since member={member} /> },
  ];
  const actions: Column<Member> = {
    key: 'actions',
    header: t('members.actions'),
    align: 'end',
    cell: (member) =>
      member.accountId === account.id ? null : (
        <Button
          size="xs"
          variant="transparent"
          aria-label={t('members.remove.of', { name: member.name })}
          onClick={() => {
            setLeaving(member);
          }}
        >
          {t('members.remove')}
        </Button>
      ),
  };

  return (
    <section aria-label={t('members.list')}>
      {change.isError ? <ProblemNotice error={change.error} /> : null}
      <div className="pb-between">
        <h2>{t('members.count', { count: members.data.length })}</h2>
        {change.isSuccess ? (
          <StatusLine kind="done">
            {t('members.role.saved', {
              name: change.variables.member.name,
              time: formatTime(new Date(change.submittedAt).toISOString(), language),
            })}
          </StatusLine>
        ) : null}
      </div>
      <DataTable
        caption={t('members.list')}
        columns={mayManage ? [...columns, actions] : columns}
        rows={members.data}
        rowKey={(member) => member.accountId}
      />
      <ConfirmDialog
        opened={leaving !== null}
        title={t('members.remove.title', { name: leaving?.name ?? '' })}
        confirm={t('members.remove')}
        pending={remove.isPending}
        error={remove.error}
        onCancel={() => {
          setLeaving(null);
          remove.reset();
        }}
        onConfirm={() => {
          if (leaving)
            remove.mutate(leaving, {
              onSuccess: () => {
                setLeaving(null);
              },
            });
        }}
      >
        {t('members.remove.text')}
      </ConfirmDialog>
    </section>
  );
}

interface RoleSelectProps {
  readonly member: Member;
  readonly onChange: (role: Member['role']) => void;
}

function RoleSelect({ member, onChange }: RoleSelectProps): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  const roles = organisation ? rolesOf(organisation.kind) : [];
  return (
    <NativeSelect
      aria-label={t('members.role.of', { name: member.name })}
      value={member.role}
      data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      onChange={(event) => {
        const chosen = roles.find((role) => role === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

function Since({ member }: { readonly member: Member }): ReactNode {
  const { t } = useTranslation(organisationTexts);
  if (member.state === 'invited') return <span className="pb-tag pb-tag-amber">{t('members.invited')}</span>;
  return member.joinedAt ? <DateText value={member.joinedAt} /> : null;
}
