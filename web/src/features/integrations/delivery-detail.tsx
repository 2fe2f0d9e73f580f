import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { DeliveryState, ReplyWords } from './delivery-words.js';
import { integrationTexts } from './integrations.texts.js';
import { type DeliveryDetail as Detail, useDelivery, useReplay, type Webhook } from './use-integrations.js';

interface DeliveryDetailProps {
  readonly webhook: Webhook;
  readonly deliveryId: string;
  readonly onBack: () => void;
}

/** One message: what was sent, byte for byte, and what came back each time. */
export function DeliveryDetail({ webhook, deliveryId, onBack }: DeliveryDetailProps): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const detail = useDelivery(webhook.id, deliveryId);
  const replay = useReplay();
  return (
    <div className="pb-stack">
      <div className="pb-row pb-wrap">
        <Button onClick={onBack} data-autofocus>
          {t('log.back')}
        </Button>
        {webhook.state === 'active' ? (
          <Button
            loading={replay.isPending}
            onClick={() => {
              replay.mutate({ webhookId: webhook.id, deliveryId });
            }}
          >
            {t('log.replay')}
          </Button>
        ) : null}
      </div>
      {replay.error ? <ProblemNotice error={replay.error} /> : null}
      {detail.isPending ? <TextSkeleton lines={5} /> : null}
      {detail.isError ? <ProblemNotice error={detail.error} onRetry={detail.refetch} /> : null}
      {detail.data ? <Told detail={detail.data} /> : null}
    </div>
  );
}

function Told({ detail: { delivery, body, attempts } }: { readonly detail: Detail }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const columns: Column<Detail['attempts'][number]>[] = [
    {
      key: 'at',
      header: t('log.happened'),
      cell: ({ at }) => <DateText value={at} as="stamp" />,
    },
    { key: 'reply', header: t('log.reply'), cell: (attempt) => <ReplyWords attempt={attempt} /> },
    {
      key: 'took',
      header: t('log.duration'),
      align: 'end',
      cell: ({ tookMs }) => t('log.took', { ms: tookMs }),
    },
  ];
  return (
    <>
      <div>
        <DeliveryState delivery={delivery} />
      </div>
      <h3>{t('log.body')}</h3>
      <CopyButton value={delivery.messageId}>{delivery.messageId}</CopyButton>
      <pre className="pb-integration-body">{body}</pre>
      <h3>{t('log.history')}</h3>
      <DataTable
        caption={t('log.history')}
        columns={columns}
        rows={attempts}
        rowKey={({ number }) => String(number)}
      />
    </>
  );
}
