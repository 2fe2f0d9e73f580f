import { Checkbox, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { type WebhookType, webhookTypeName, webhookTypes } from '@probant/shared/webhooks/webhook-types';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { ChoicesField } from '../../ui/input/choices-field.js';
import { integrationTexts } from './integrations.texts.js';
import { useRefresh, type Webhook } from './use-integrations.js';

interface WebhookDialogProps {
  /** Null for a new one. */
  readonly webhook: Webhook | null;
  readonly onClose: () => void;
  readonly onCreated: (name: string, secret: string) => void;
}

interface Values {
  name: string;
  url: string;
  types: WebhookType[];
  active: boolean;
}

export function WebhookDialog({ webhook, onClose, onCreated }: WebhookDialogProps): ReactNode {
  const { t, language } = useTranslation(integrationTexts);
  const refresh = useRefresh();
  const state = useApiForm<Values>({
    keptAs: webhook === null ? 'webhook' : `webhook.${webhook.id}`,
    revision: webhook?.revision ?? 0,
    reread: refresh,
    defaultValues: {
      name: webhook?.name ?? '',
      url: webhook?.url ?? '',
      types: webhook?.types ?? [],
      active: webhook === null || webhook.state === 'active',
    },
    send: async ({ active, ...wish }) => {
      if (webhook === null) {
        const { secret } = await api.post('/api/webhooks', { body: wish });
        await refresh();
        onCreated(wish.name, secret);
        return;
      }
      await api.put('/api/webhooks/{webhookId}', {
        path: { webhookId: webhook.id },
        body: { ...wish, active, revision: state.kept.revision },
      });
      await refresh();
      onClose();
    },
  });
  const title = webhook === null ? t('webhooks.new') : t('webhooks.edit.of', { name: webhook.name });
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <ApiForm state={state} submitLabel={t(webhook === null ? 'webhooks.create' : 'save')}>
        <TextInput
          label={t('name')}
          autoComplete="off"
          maxLength={maxLengths.name}
          data-autofocus
          {...state.field('name', { required: t('name.required') })}
        />
        <TextInput
          label={t('webhooks.url')}
          type="url"
          placeholder="https://"
          autoComplete="off"
          maxLength={maxLengths.url}
          {...state.field('url', { required: t('webhooks.url.required') })}
        />
        <ChoicesField
          state={state}
          name="types"
          label={t('webhooks.types')}
          required={t('webhooks.types.none')}
          choices={webhookTypes.map((type) => ({
            value: type,
            label: webhookTypeName(type)[language],
            description: type,
          }))}
          className="pb-integration-choices"
        />
        {webhook === null ? null : (
          <Checkbox
            label={t('webhooks.active')}
            description={t('webhooks.active.help')}
            {...state.field('active')}
          />
        )}
      </ApiForm>
    </Dialog>
  );
}
