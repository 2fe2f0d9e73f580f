import { Button } from '@mantine/core';
import { isWebhookType, webhookTypeName } from '@probant/shared/webhooks/webhook-types';
import { type ReactNode, useState } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { DeliveryDetail } from './delivery-detail.js';
import { DeliveryState, ReplyWords } from './delivery-words.js';
import { integrationTexts } from './integrations.texts.js';
import { type Delivery, useDeliveries, useReplay, useTrial, type Webhook } from './use-integrations.js';

interface DeliveryDialogProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** What was sent to an address, and each of it with its attempts. */
export function DeliveryDialog({ webhook, onClose }: DeliveryDialogProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Dialog title={t('webhooks.log.of', { name: webhook.name })} onClose={onClose} size="xl" keepsNothing>
      {shown === null ? (
        <DeliveryList webhook={webhook} onShow={setShown} />
      ) : (
        <DeliveryDetail
          webhook={webhook}
          deliveryId={shown}
          onBack={() => {
            setShown(null);
          }}
        />
      )}
    </Dialog>
  );
}

interface DeliveryListProps {
  readonly webhook: Webhook;
  readonly onShow: (deliveryId: string) => void;
}

function DeliveryList({ webhook, onShow }: DeliveryListProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const [after, setAfter] = useState('');
  const deliveries = useDeliveries(webhook.id, after);
  const columns = useColumns(onShow);
  return (
    <div className="pb-stack">
      <ByHand webhook={webhook} />
      {deliveries.isPending ? <ListSkeleton rows={4} /> : null}
      {deliveries.isError ? <ProblemNotice error={deliveries.error} onRetry={deliveries.refetch} /> : null}
      {deliveries.data?.items.length === 0 ? <p className="pb-soft">{t('log.none')}</p> : null}
      {deliveries.data && deliveries.data.items.length > 0 ? (
        <DataTable
          caption={t('webhooks.log')}
          columns={columns}
          rows={deliveries.data.items}
          rowKey={(delivery) => delivery.id}
          busy={deliveries.isPlaceholderData}
          pager={{ isFirst: after === '', next: deliveries.data.next, goTo: setAfter }}
        />
      ) : null}
    </div>
  );
}

/** A trial, and everything that was given up once more; both only where something is sent at present. */
function ByHand({ webhook }: Pick<DeliveryListProps, 'webhook'>): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const attempt = useTrial();
  const replay = useReplay();
  const error = attempt.error ?? replay.error;
  if (webhook.state !== 'active') return <p className="pb-soft">{t(`state.${webhook.state}`)}</p>;
  return (
    <>
      <div className="pb-row pb-wrap">
        <Button
          aria-label={t('webhooks.trial.of', { name: webhook.name })}
          loading={attempt.isPending}
          onClick={() => {
            attempt.mutate(webhook);
          }}
        >
          {t('webhooks.trial')}
        </Button>
        {webhook.failed > 0 ? (
          <Button
            loading={replay.isPending}
            onClick={() => {
              replay.mutate({ webhookId: webhook.id });
            }}
          >
            {t('log.replay.failed')}
          </Button>
        ) : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </>
  );
}

function useColumns(onShow: (deliveryId: string) => void): Column<Delivery>[] {
  const { t, language } = useTranslation(integrationTexts);
  return [
    {
      key: 'type',
      header: t('log.type'),
      cell: ({ type }) => (isWebhookType(type) ? webhookTypeName(type)[language] : t('webhook.test')),
    },
    {
      key: 'happened',
      header: t('log.happened'),
      cell: (delivery) => <DateText value={delivery.happenedAt} as="instant" />,
    },
    { key: 'state', header: t('log.state'), cell: (delivery) => <DeliveryState delivery={delivery} /> },
    {
      key: 'reply',
      header: t('log.reply'),
      cell: ({ last }) => (last === null ? null : <ReplyWords attempt={last} />),
    },
    {
      key: 'actions',
      header: t('actions'),
      align: 'end',
      cell: (delivery) => (
        <Button
          size="xs"
          variant="transparent"
          aria-label={t('log.open.of', { date: formatInstant(delivery.happenedAt, language) })}
          onClick={() => {
            onShow(delivery.id);
          }}
        >
          {t('log.open')}
        </Button>
      ),
    },
  ];
}
