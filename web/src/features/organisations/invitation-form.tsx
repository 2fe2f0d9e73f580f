import './organisation.css';

import { NativeSelect, TextInput } from '@mantine/core';
import { rolesOf } from '@probant/shared/permissions';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { organisationTexts } from './organisation.texts.js';
import { type Member, useRefreshMembers } from './use-members.js';

interface Invitation {
  email: string;
  role: Member['role'];
  language: 'fr' | 'en';
}

/** An address, a role, a language; the person gets a one-time link. */
export function InvitationForm(): ReactNode {
  const { t, language } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  const refresh = useRefreshMembers();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const roles = rolesOf(organisation?.kind ?? 'buyer');
  const leastRole: Member['role'] = organisation?.kind === 'supplier' ? 'contributor' : 'buyer';
  const state = useApiForm<Invitation>({
    defaultValues: { email: '', role: leastRole, language },
    send: async (values) => {
      await api.post('/api/members/invitations', { body: values });
      setSentTo(values.email);
      state.form.reset({ ...values, email: '' });
      await refresh();
    },
  });
  return (
    <section className="pb-invite pb-card">
      <h2>{t('invite.title')}</h2>
      <ApiForm
        state={state}
        submitLabel={t('invite.submit')}
        aside={sentTo ? <StatusLine kind="done">{t('invite.sent', { email: sentTo })}</StatusLine> : null}
      >
        <div className="pb-invite-fields">
          <TextInput
            label={t('invite.email')}
            type="email"
            autoComplete="off"
            {...state.field('email', { required: t('required') })}
          />
          <NativeSelect
            label={t('invite.role')}
            data={roles.map((role) => ({
              value: role,
              label: `${t(`role.${role}`)} – ${t(`role.${role}.text`)}`,
            }))}
            {...state.field('role')}
          />
          <NativeSelect
            label={t('invite.language')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            {...state.field('language')}
          />
        </div>
      </ApiForm>
    </section>
  );
}
