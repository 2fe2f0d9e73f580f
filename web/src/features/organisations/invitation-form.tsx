import './organisation.css';

import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { languageNames } from '../../ui/input/language-switch.js';
import { organisationTexts } from './organisation.texts.js';
import { RolesField } from './roles-field.js';
import { type MemberRole, useRefreshMembers } from './use-members.js';

interface Invitation {
  email: string;
  roles: MemberRole[];
  language: Language;
}

/** An address, its roles, a language; the person gets a one-time link. */
export function InvitationForm(): ReactNode {
  const { t, language } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  const refresh = useRefreshMembers();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const kind = organisation?.kind ?? 'buyer';
  const state = useApiForm<Invitation>({
    defaultValues: { email: '', roles: [kind === 'buyer' ? 'buyer' : 'contributor'], language },
    send: async (values) => {
      await api.post('/api/members/invitations', { body: values });
      setSentTo(values.email);
      state.form.reset({ ...values, email: '' });
      await refresh();
    },
  });
  return (
    <section className="pb-invite pb-card" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
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
            label={t('invite.language')}
            data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
            {...state.field('language')}
          />
        </div>
        <RolesField
          state={state}
          name="roles"
          kind={kind}
          label={t('invite.roles')}
          required={t('invite.roles.none')}
        />
      </ApiForm>
    </section>
  );
}
