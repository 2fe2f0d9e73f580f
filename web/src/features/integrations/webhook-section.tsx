import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { IntegrationSection } from './integration-section.js';
import { integrationTexts } from './integrations.texts.js';
import { SecretDialog, type ShownSecret } from './secret-dialog.js';
import { useWebhooks } from './use-integrations.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookList } from './webhook-list.js';

export function WebhookSection(): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const show = (name: string, shown: string): void => {
    setMaking(false);
    setSecret({ title: t('webhooks.created', { name }), secret: shown });
  };
  return (
    <>
      <IntegrationSection
        kind="webhooks"
        lead={t('webhooks.text')}
        query={useWebhooks()}
        onNew={() => {
          setMaking(true);
        }}
      >
        {(items) => <WebhookList webhooks={items} onSecret={show} />}
      </IntegrationSection>
      {making ? (
        <WebhookDialog
          webhook={null}
          onClose={() => {
            setMaking(false);
          }}
          onCreated={show}
        />
      ) : null}
      {secret ? (
        <SecretDialog
          {...secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      ) : null}
    </>
  );
}
