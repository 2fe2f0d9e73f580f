import { Button, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { campaignTexts } from './campaigns.texts.js';
import { recurringTexts } from './recurring.texts.js';
import { type CampaignSending, useCampaignSending, useSendingAct } from './use-recurring.js';

/** How far a large campaign has been sent, and what of it was not; nothing once all of it has left. */
export function CampaignSendingCard({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const sending = useCampaignSending(campaignId);
  if (sending.isError && !sending.data)
    return <ProblemNotice error={sending.error} onRetry={sending.refetch} />;
  if (!sending.data || sending.data.sent === sending.data.total) return null;
  return (
    <section className="pb-card pb-campaign-sending" aria-labelledby="campaign-sending">
      <h2 id="campaign-sending">{t('sending.title')}</h2>
      {sending.data.waiting > 0 ? <Running campaignId={campaignId} sending={sending.data} /> : null}
      {sending.data.unsent.length > 0 ? <Unsent campaignId={campaignId} sending={sending.data} /> : null}
    </section>
  );
}

interface PartProps {
  readonly campaignId: string;
  readonly sending: CampaignSending;
}

function Running({ campaignId, sending }: PartProps): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const stop = useSendingAct(campaignId, 'stop');
  const [asking, setAsking] = useState(false);
  const { sent, total, waiting } = sending;
  const label = t('sending.running', { sent, total });
  return (
    <>
      <p role="status">{label}</p>
      <Progress value={(100 * (total - waiting)) / total} aria-label={label} />
      <p className="pb-sm pb-muted">{t('sending.running.text')}</p>
      <Allowed action="campaigns:send">
        <Button
          size="sm"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('sending.stop')}
        </Button>
      </Allowed>
      <ConfirmDialog
        opened={asking}
        title={t('sending.stop.title')}
        confirm={t('sending.stop')}
        act={() => stop.mutateAsync(undefined)}
        onClose={() => {
          setAsking(false);
        }}
      >
        {t('sending.stop.text')}
      </ConfirmDialog>
    </>
  );
}

function Unsent({ campaignId, sending }: PartProps): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const retry = useSendingAct(campaignId, 'retry');
  const { unsent } = sending;
  return (
    <>
      <h3 className="pb-amber">{t('sending.unsent', { count: unsent.length })}</h3>
      <ul className="pb-campaign-unsent">
        {unsent.map((one) => (
          <li key={one.engagementId}>
            <Link to={`/engagements/${one.engagementId}`}>
              {one.supplierName}, {one.engagementName}
            </Link>{' '}
            <Why state={one.state} issues={one.issues} />
          </li>
        ))}
      </ul>
      {retry.error ? <ProblemNotice error={retry.error} /> : null}
      <Allowed action="campaigns:send">
        <p className="pb-row pb-wrap">
          <Button
            size="sm"
            loading={retry.isPending}
            onClick={() => {
              retry.mutate(undefined);
            }}
          >
            {t('sending.retry', { count: unsent.length })}
          </Button>
          <span className="pb-sm pb-muted">{t('sending.retry.text')}</span>
        </p>
      </Allowed>
    </>
  );
}

function Why({ state, issues }: Pick<CampaignSending['unsent'][number], 'state' | 'issues'>): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const { t: tCampaign } = useTranslation(campaignTexts);
  if (state === 'stopped') return <span className="pb-tag">{t('sending.stopped')}</span>;
  return issues.map((issue) => (
    <span key={issue} className="pb-tag pb-tag-amber">
      {issue === 'unexpected' ? t('sending.unexpected') : tCampaign(`issue.${issue}`)}
    </span>
  ));
}
