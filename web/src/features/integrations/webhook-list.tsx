import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { DeliveryDialog } from './delivery-dialog.js';
import { integrationTexts } from './integrations.texts.js';
import type { Webhook } from './use-integrations.js';
import { type Asked, WebhookActions } from './webhook-actions.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookQuestions } from './webhook-questions.js';

interface WebhookListProps {
  readonly webhooks: readonly Webhook[];
  readonly onSecret: (name: string, secret: string) => void;
}

export function WebhookList({ webhooks, onSecret }: WebhookListProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const [asked, setAsked] = useState<{ readonly what: Asked; readonly webhook: Webhook } | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const actions: Column<Webhook> = {
    key: 'actions',
    header: t('actions'),
    align: 'end',
    cell: (webhook) => (
      <WebhookActions
        webhook={webhook}
        onAsk={(what) => {
          setAsked({ what, webhook });
        }}
      />
    ),
  };
  return (
    <>
      <DataTable
        caption={t('webhooks.title')}
        columns={[...useColumns(), actions]}
        rows={webhooks}
        rowKey={(webhook) => webhook.id}
      />
      {asked?.what === 'edit' ? (
        <WebhookDialog webhook={asked.webhook} onClose={close} onCreated={onSecret} />
      ) : null}
      {asked?.what === 'log' ? <DeliveryDialog webhook={asked.webhook} onClose={close} /> : null}
      <WebhookQuestions asked={asked} onClose={close} onSecret={onSecret} />
    </>
  );
}

function useColumns(): Column<Webhook>[] {
  const { t } = useTranslation(integrationTexts);
  return [
    {
      key: 'name',
      header: t('name'),
      cell: (webhook) => (
        <>
          <span className="pb-medium">{webhook.name}</span>
          <span className="pb-integration-url">{webhook.url}</span>
        </>
      ),
    },
    {
      key: 'types',
      header: t('webhooks.types'),
      cell: (webhook) => <span className="pb-sm">{webhook.types.join(', ')}</span>,
    },
    { key: 'state', header: t('webhooks.state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
    {
      key: 'queue',
      header: t('webhooks.queue'),
      align: 'end',
      cell: ({ waiting, failed }) => (
        <>
          {waiting}
          {failed > 0 ? (
            <span className="pb-integration-fact">{t('webhooks.failed', { count: failed })}</span>
          ) : null}
        </>
      ),
    },
  ];
}

function WebhookState({ webhook }: { readonly webhook: Webhook }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const { state, failingSince, previousSecretUntil } = webhook;
  const isFailing = failingSince !== null;
  const tone = state === 'active' ? (isFailing ? 'pb-tag-amber' : 'pb-tag-ok') : 'pb-tag-amber';
  return (
    <>
      <span className={`pb-tag ${tone}`}>{t(`state.${state}`)}</span>
      {isFailing ? (
        <span className="pb-integration-fact">
          {t('webhooks.since')} <DateText value={failingSince} as="instant" />
        </span>
      ) : null}
      {previousSecretUntil === null ? null : (
        <span className="pb-integration-fact">
          {t('webhooks.both')} <DateText value={previousSecretUntil} as="instant" />
        </span>
      )}
    </>
  );
}
