import { NativeSelect, TextInput } from '@mantine/core';
import { timeZones, type TimeZone } from '@probant/shared/calendar';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { formatTime } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { sessionQuery, useSignedIn } from '../../platform/session/session.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { languageNames } from '../../ui/input/language-switch.js';
import { organisationTexts } from './organisation.texts.js';

interface OrganisationValues {
  name: string;
  language: Language;
  timeZone: TimeZone;
}

/** The organisation's own name and the language its e-mails start in. */
export function OrganisationForm(): ReactNode {
  const { t, language } = useTranslation(organisationTexts);
  const { organisation } = useSignedIn();
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const state = useApiForm<OrganisationValues>({
    defaultValues: {
      name: organisation?.name ?? '',
      language: organisation?.language ?? language,
      timeZone: organisation?.timeZone ?? 'Europe/Paris',
    },
    send: async (body) => {
      await api.put('/api/organisation', { body });
      setSavedAt(new Date().toISOString());
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <section className="pb-section" aria-labelledby="organisation-title">
      <h2 id="organisation-title">{t('organisation.title')}</h2>
      <ApiForm
        state={state}
        submitLabel={t('organisation.save')}
        aside={
          savedAt ? (
            <StatusLine kind="done">
              {t('organisation.saved', { time: formatTime(savedAt, language) })}
            </StatusLine>
          ) : null
        }
      >
        <div className="pb-invite-fields">
          <TextInput
            label={t('organisation.name')}
            autoComplete="organization"
            {...state.field('name', { required: t('organisation.required') })}
          />
          <NativeSelect
            label={t('organisation.language')}
            data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
            {...state.field('language')}
          />
          <NativeSelect label={t('organisation.zone')} data={[...timeZones]} {...state.field('timeZone')} />
        </div>
      </ApiForm>
    </section>
  );
}
