import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api, type Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, MissingToken } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';
import { useEnter } from './use-sign-in.js';

/** Opened from the invitation; ends inside the organisation. */
export function AcceptInvitationScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const token = useOneTimeToken();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    enabled: token !== '',
    queryFn: ({ signal }) => api.post('/api/invitations/inspect', { body: { token }, signal }),
  });
  const title = invitation.data
    ? t('invitation.to', { organisation: invitation.data.organisationName })
    : t('invitation.title');
  return (
    <Door title={title} intro={introOf(invitation.data, t)}>
      {token === '' ? <MissingToken /> : null}
      {token !== '' && invitation.isPending ? <TextSkeleton lines={4} /> : null}
      {invitation.isError ? <ProblemNotice error={invitation.error} /> : null}
      {invitation.data ? <JoinForm token={token} known={invitation.data.known} /> : null}
    </Door>
  );
}

type Invitation = Reply<'/api/invitations/inspect', 'post'>;

function introOf(
  invitation: Invitation | undefined,
  t: ReturnType<typeof useTranslation<(typeof identityTexts)['fr']>>['t'],
): string {
  if (!invitation) return t('invitation.intro');
  return t(invitation.known ? 'invitation.known' : 'invitation.for', { email: invitation.email });
}

interface JoinFormProps {
  readonly token: string;
  /** The address has an account already: nothing to fill in. */
  readonly known: boolean;
}

function JoinForm({ token, known }: JoinFormProps): ReactNode {
  const { t } = useTranslation(identityTexts);
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { name: '', password: '' },
    send: async (values) =>
      enter(await api.post('/api/invitations/consume', { body: known ? { token } : { token, ...values } })),
  });
  return (
    <ApiForm state={state} submitLabel={t('invitation.submit')}>
      {known ? null : (
        <>
          <TextInput
            label={t('name')}
            autoComplete="name"
            {...state.field('name', { required: t('required') })}
          />
          <NewPasswordField state={state} name="password" />
        </>
      )}
    </ApiForm>
  );
}
