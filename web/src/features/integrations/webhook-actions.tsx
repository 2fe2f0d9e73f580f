import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { integrationTexts } from './integrations.texts.js';
import type { Webhook } from './use-integrations.js';

export type Asked = 'log' | 'edit' | 'secret' | 'remove';

const acts = ['log', 'edit', 'secret', 'remove'] as const satisfies readonly Asked[];

interface WebhookActionsProps {
  readonly webhook: Webhook;
  readonly onAsk: (what: Asked) => void;
}

export function WebhookActions({ webhook, onAsk }: WebhookActionsProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  return (
    <span className="pb-row pb-wrap pb-integration-actions">
      {acts.map((what) => (
        <Button
          key={what}
          size="xs"
          variant="transparent"
          aria-label={t(`webhooks.${what}.of`, { name: webhook.name })}
          onClick={() => {
            onAsk(what);
          }}
        >
          {t(`webhooks.${what}`)}
        </Button>
      ))}
    </span>
  );
}
