import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { integrationTexts } from './integrations.texts.js';
import { useNewSecret, useRemoveWebhook, type Webhook } from './use-integrations.js';
import type { Asked } from './webhook-actions.js';

interface WebhookQuestionsProps {
  readonly asked: { readonly what: Asked; readonly webhook: Webhook } | null;
  readonly onClose: () => void;
  readonly onSecret: (name: string, secret: string) => void;
}

/** Before a new secret, and before a webhook goes. */
export function WebhookQuestions({ asked, onClose, onSecret }: WebhookQuestionsProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const renew = useNewSecret();
  const remove = useRemoveWebhook();
  const name = asked?.webhook.name ?? '';
  return (
    <>
      <ConfirmDialog
        opened={asked?.what === 'secret'}
        title={t('webhooks.secret.of', { name })}
        confirm={t('webhooks.secret')}
        act={async () => {
          if (!asked) return;
          const { secret } = await renew.mutateAsync(asked.webhook);
          onSecret(name, secret);
        }}
        onClose={onClose}
      >
        {t('webhooks.secret.text')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked?.what === 'remove'}
        title={t('webhooks.remove.of', { name })}
        confirm={t('webhooks.remove')}
        act={async () => {
          if (asked) await remove.mutateAsync(asked.webhook);
        }}
        onClose={onClose}
      >
        {t('webhooks.remove.text')}
      </ConfirmDialog>
    </>
  );
}
