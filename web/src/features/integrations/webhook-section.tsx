import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { integrationTexts } from './integrations.texts.js';
import { SecretDialog, type ShownSecret } from './secret-dialog.js';
import { useWebhooks } from './use-integrations.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookList } from './webhook-list.js';

export function WebhookSection(): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const webhooks = useWebhooks();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const show = (name: string, shown: string): void => {
    setMaking(false);
    setSecret({ title: t('webhooks.created', { name }), secret: shown });
  };
  const make = (
    <Button
      variant="filled"
      onClick={() => {
        setMaking(true);
      }}
    >
      {t('webhooks.new')}
    </Button>
  );
  return (
    <section aria-labelledby="webhooks-title" className="pb-stack">
      <div className="pb-between pb-wrap">
        <h2 id="webhooks-title">{t('webhooks.title')}</h2>
        {webhooks.data && webhooks.data.items.length > 0 ? make : null}
      </div>
      <p className="pb-soft">{t('webhooks.text')}</p>
      {webhooks.isPending ? <ListSkeleton rows={2} /> : null}
      {webhooks.isError ? <ProblemNotice error={webhooks.error} onRetry={webhooks.refetch} /> : null}
      {webhooks.data?.items.length === 0 ? (
        <EmptyState title={t('webhooks.none')} action={make}>
          {t('webhooks.none.text')}
        </EmptyState>
      ) : null}
      {webhooks.data && webhooks.data.items.length > 0 ? (
        <WebhookList webhooks={webhooks.data.items} onSecret={show} />
      ) : null}
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
    </section>
  );
}
