import './organisation.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { InvitationForm } from './invitation-form.js';
import { MemberList } from './member-list.js';
import { organisationTexts } from './organisation.texts.js';
import { OrganisationForm } from './organisation-form.js';
import { PendingInvitations } from './pending-invitations.js';
import { useMembers } from './use-members.js';

/** Who belongs to the organisation, in which roles, and who is expected. */
export function MembersScreen(): ReactNode {
  const { t } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  return (
    <Main>
      <PageHeader
        title={t('members.title')}
        subtitle={organisation?.name}
        actions={<ExportMenu list="members" />}
      />
      <div className="pb-page pb-members">
        <Allowed action="members:manage">
          <InvitationForm />
        </Allowed>
        <People />
        <Allowed action="organisation:manage">
          <OrganisationForm />
        </Allowed>
      </div>
    </Main>
  );
}

function People(): ReactNode {
  const members = useMembers();
  if (members.isPending) return <ListSkeleton rows={4} />;
  if (members.isError) return <ProblemNotice error={members.error} onRetry={members.refetch} />;
  return (
    <>
      <MemberList members={members.data.members} />
      <PendingInvitations invitations={members.data.invitations} />
    </>
  );
}
