import { TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { tokenScopeName } from '@probant/shared/tokens/token-scopes';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { ChoicesField } from '../../ui/input/choices-field.js';
import { integrationTexts } from './integrations.texts.js';
import { type Tokens, useRefresh } from './use-integrations.js';

interface TokenDialogProps {
  readonly scopes: Tokens['scopes'];
  readonly onClose: () => void;
  readonly onCreated: (name: string, secret: string) => void;
}

interface Values {
  name: string;
  expiresOn: string;
  scopes: Tokens['scopes'];
}

export function TokenDialog({ scopes, onClose, onCreated }: TokenDialogProps): ReactNode {
  const { t, language } = useTranslation(integrationTexts);
  const refresh = useRefresh();
  const state = useApiForm<Values>({
    keptAs: 'token',
    defaultValues: { name: '', expiresOn: '', scopes: [] },
    send: async (body) => {
      const { secret } = await api.post('/api/tokens', { body });
      await refresh();
      onCreated(body.name, secret);
    },
  });
  return (
    <Dialog title={t('tokens.new')} onClose={onClose} size="lg">
      <ApiForm state={state} submitLabel={t('tokens.create')}>
        <div className="pb-integration-fields">
          <TextInput
            label={t('name')}
            description={t('tokens.name.help')}
            autoComplete="off"
            maxLength={maxLengths.name}
            data-autofocus
            {...state.field('name', { required: t('name.required') })}
          />
          <TextInput
            type="date"
            label={t('tokens.expires')}
            description={t('tokens.expires.help')}
            {...state.field('expiresOn', { required: t('tokens.expires.required') })}
          />
        </div>
        <ChoicesField
          state={state}
          name="scopes"
          label={t('tokens.scopes')}
          required={t('tokens.scopes.none')}
          choices={scopes.map((scope) => ({
            value: scope,
            label: tokenScopeName(scope)[language],
            description: scope,
          }))}
          className="pb-integration-choices"
        />
      </ApiForm>
    </Dialog>
  );
}
