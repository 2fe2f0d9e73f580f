import { Button } from '@mantine/core';
import { stuckKinds, type StuckKind } from '@probant/shared/assessments/stuck';
import {
  funnelStageNames,
  reminderRefusalNames,
  stuckKindNames,
} from '@probant/shared/assessments/stuck-names';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { DateText } from '../../ui/format/date-text.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { controlTexts } from './control.texts.js';
import { NudgeDialog } from './nudge-dialog.js';
import { type CampaignControl, type StuckRequest, useControl } from './use-control.js';

/** How far requests have come, each count leading to its list; and who is stuck, why, with a word to them. */
export function CampaignControlCard({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation(controlTexts);
  const control = useControl(campaignId);
  const [asked, setAsked] = useState<readonly StuckRequest[] | null>(null);
  const [done, setDone] = useState(0);
  if (control.isPending) return <ListSkeleton rows={4} />;
  if (!control.data) return <ProblemNotice error={control.error} onRetry={control.refetch} />;
  const { stuck, stuckAfterDays } = control.data;
  return (
    <section className="pb-card pb-control" aria-labelledby="campaign-control">
      <div className="pb-between pb-wrap">
        <h2 id="campaign-control">{t('title')}</h2>
        <ExportMenu
          list="stuck"
          title={t('stuck.title')}
          query={toListQuery({ campaignId })}
          others={[{ list: 'funnel', title: t('stages'), query: toListQuery({ campaignId }) }]}
        />
      </div>
      <Funnel campaignId={campaignId} control={control.data} />
      <h3>{t('stuck.title')}</h3>
      <p className="pb-xs pb-muted">{t('stuck.rule', { count: stuckAfterDays })}</p>
      {done > 0 ? <StatusLine kind="done">{t('nudge.done', { count: done })}</StatusLine> : null}
      {stuck.length === 0 ? <p className="pb-sm pb-soft">{t('stuck.none')}</p> : null}
      {stuckKinds.map((kind) => {
        const here = stuck.filter((one) => one.kind === kind);
        return here.length === 0 ? null : (
          <StuckGroup key={kind} kind={kind} requests={here} onNudge={setAsked} />
        );
      })}
      {asked === null ? null : (
        <NudgeDialog
          campaignId={campaignId}
          requests={asked}
          onDone={setDone}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function Funnel({
  campaignId,
  control: { funnel, cancelled },
}: {
  readonly campaignId: string;
  readonly control: CampaignControl;
}): ReactNode {
  const { t, language } = useTranslation(controlTexts);
  const most = Math.max(1, ...funnel.map(({ count }) => count));
  return (
    <>
      <ol className="pb-funnel">
        {funnel.map(({ stage, count }) => (
          <li key={stage} data-stage={stage}>
            <Link to={`/campaigns/${campaignId}?stage=${stage}`}>
              <span>{funnelStageNames[stage][language]}</span>
              <b className="pb-tabular">{count}</b>
            </Link>
            <span className="pb-funnel-bar" aria-hidden style={{ width: `${(100 * count) / most}%` }} />
          </li>
        ))}
      </ol>
      {cancelled === 0 ? null : (
        <Link className="pb-sm" to={`/campaigns/${campaignId}?status=cancelled`}>
          {t('cancelled', { count: cancelled })}
        </Link>
      )}
    </>
  );
}

/** Why no reminder may leave, and when the next may. */
function Refused({ reminder: { refusal, nextOn } }: Pick<StuckRequest, 'reminder'>): ReactNode {
  const { t, language } = useTranslation(controlTexts);
  if (refusal === null) return null;
  return (
    <span className="pb-tag">
      {reminderRefusalNames[refusal][language]}
      {nextOn === null ? null : ` ${t('refusal.next', { day: formatDay(nextOn, language) })}`}
    </span>
  );
}

interface StuckGroupProps {
  readonly kind: StuckKind;
  readonly requests: readonly StuckRequest[];
  readonly onNudge: (requests: readonly StuckRequest[]) => void;
}

function StuckGroup({ kind, requests, onNudge }: StuckGroupProps): ReactNode {
  const { t, language } = useTranslation(controlTexts);
  const canNudge = useCan('campaigns:send');
  const reachable = requests.filter(({ reminder }) => reminder.refusal === null);
  return (
    <details>
      <summary>
        {stuckKindNames[kind][language]} <b className="pb-tabular">{requests.length}</b>
      </summary>
      {canNudge && reachable.length > 1 ? (
        <Button
          size="xs"
          onClick={() => {
            onNudge(reachable);
          }}
        >
          {t('nudge.all', { count: reachable.length })}
        </Button>
      ) : null}
      <ul className="pb-stuck">
        {requests.map((request) => (
          <li key={request.assessmentId}>
            <span className="pb-grow">
              <Link to={`/assessments/${request.assessmentId}`}>{request.supplierName}</Link>{' '}
              <span className="pb-muted">{request.engagementName}</span>
            </span>
            <span className="pb-xs pb-muted">
              {request.recipientName} <DateText value={request.since} as="relative" />
            </span>
            {request.reminder.refusal === null ? (
              canNudge ? (
                <Button
                  size="xs"
                  aria-label={t('nudge.one', {
                    supplier: request.supplierName,
                    engagement: request.engagementName,
                  })}
                  onClick={() => {
                    onNudge([request]);
                  }}
                >
                  {t('nudge')}
                </Button>
              ) : null
            ) : (
              <Refused reminder={request.reminder} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
