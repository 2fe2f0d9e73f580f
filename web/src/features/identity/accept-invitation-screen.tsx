import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Door, NoToken, TokenGate } from './door.js';
import { identityTexts } from './identity.texts.js';
import { NewPasswordField } from './new-password-field.js';
import { useEnter } from './use-sign-in.js';
import { type TokenAddress, useTokenAddress } from './use-token-address.js';

/** Opened from the invitation; ends inside the organisation. */
export function AcceptInvitationScreen(): ReactNode {
  const { t } = useTranslation(identityTexts);
  const address = useTokenAddress('invitation', (token, signal) =>
    api.post('/api/invitations/inspect', { body: { token }, signal }),
  );
  const { data: invitation } = address.inspected;
  const title = invitation
    ? t('invitation.to', { organisation: invitation.organisationName })
    : t('invitation.title');
  const signIn = (
    <Button component={Link} to="/sign-in">
      {t('signIn.submit')}
    </Button>
  );
  return (
    <Door title={title} intro={introOf(invitation, t)}>
      <TokenGate
        address={address}
        missing={<NoToken title={t('invitation.missing')} text={t('token.missing.text')} />}
        spent={
          <NoToken title={t('invitation.spent')} text={t('invitation.spent.text')}>
            {signIn}
          </NoToken>
        }
      >
        <JoinForm address={address} known={invitation?.known ?? false} />
      </TokenGate>
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
  readonly address: TokenAddress<Invitation>;
  /** The address has an account already: nothing to fill in. */
  readonly known: boolean;
}

function JoinForm({ address, known }: JoinFormProps): ReactNode {
  const { t } = useTranslation(identityTexts);
  const enter = useEnter();
  const state = useApiForm({
    defaultValues: { name: '', password: '' },
    send: async (values) => {
      const { token, spend } = address;
      const body = known ? { token } : { token, ...values };
      await enter(await spend(() => api.post('/api/invitations/consume', { body })));
    },
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
