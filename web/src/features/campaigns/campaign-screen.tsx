import './campaigns.css';

import { Button } from '@mantine/core';
import { acceptsAnswers, isClosed, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { statusNames } from '@probant/shared/assessments/status-names';
import { type ReactNode, useId, useState } from 'react';
import { Link, useParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { DateText } from '../../ui/format/date-text.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { AssessmentTable } from './assessment-table.js';
import { CampaignControlCard } from './campaign-control.js';
import { CampaignRemindersCard } from './campaign-reminders.js';
import { CampaignSendingCard } from './campaign-sending.js';
import { campaignTexts } from './campaigns.texts.js';
import { type Campaign, useCampaign, useRemindCampaign } from './use-campaigns.js';
import { useCampaignReminders } from './use-recurring.js';

/** One campaign: how far each has come, who is stuck, and a word to those who are. */
export function CampaignScreen(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const { campaignId = '' } = useParams();
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) return <PageSkeleton />;
  if (campaign.isError) {
    return (
      <Main>
        <div className="pb-page">
          <ProblemNotice error={campaign.error} onRetry={campaign.refetch} />
        </div>
      </Main>
    );
  }
  const { name, createdByName } = campaign.data;
  return (
    <Main>
      <PageHeader
        title={name}
        subtitle={t('campaign.by', { name: createdByName })}
        breadcrumbs={[{ title: t('list.title'), path: '/campaigns' }]}
        actions={
          <>
            <Button component={Link} to={`/campaigns/${campaignId}/decision-rule`}>
              {t('campaign.rule')}
            </Button>
            <Remind campaign={campaign.data} />
          </>
        }
      />
      <div className="pb-page">
        <Progress campaign={campaign.data} />
        <CampaignControlCard campaignId={campaignId} />
        <CampaignSendingCard campaignId={campaignId} />
        <CampaignRemindersCard campaignId={campaignId} />
        <h2 className="pb-hidden">{t('campaign.assessments')}</h2>
        <AssessmentTable campaignId={campaignId} empty={null} />
      </div>
    </Main>
  );
}

function Progress({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const { t, language } = useTranslation(campaignTexts);
  const { statuses, assessments, overdue, undelivered, answered, questions } = campaign;
  const here = `/campaigns/${campaign.id}`;
  return (
    <>
      <dl className="pb-campaign-facts">
        <div>
          <dt>{t('column.questionnaire')}</dt>
          <dd>
            {campaign.questionnaireTitle[language]},{' '}
            {t('version', { number: String(campaign.versionNumber) })}
          </dd>
        </div>
        <div>
          <dt>{t('column.sent')}</dt>
          <dd>
            <DateText value={campaign.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t('column.due')}</dt>
          <dd>
            <DateText value={campaign.dueOn} />
          </dd>
        </div>
        <div>
          <dt>{t('column.progress')}</dt>
          <dd>{t('campaign.answered', { answered, questions })}</dd>
        </div>
        {campaign.message === '' ? null : (
          <div>
            <dt>{t('campaign.message')}</dt>
            <dd>{campaign.message}</dd>
          </div>
        )}
      </dl>
      <div className="pb-campaign-bar" aria-hidden>
        {statuses.map(({ status, count }) => (
          <span key={status} data-side={sideOf(status)} style={{ flexGrow: count / assessments }} />
        ))}
      </div>
      <ul className="pb-campaign-legend pb-sm" aria-label={t('campaign.statuses')}>
        {statuses.map(({ status, count }) => (
          <li key={status}>
            <Link to={`${here}?status=${status}`}>
              {statusNames[status][language]} <b className="pb-tabular">{count}</b>
            </Link>
          </li>
        ))}
        {overdue > 0 ? (
          <li>
            <Link to={`${here}?overdue=true`}>
              <span className="pb-amber">{t('campaign.late', { count: overdue })}</span>
            </Link>
          </li>
        ) : null}
        {undelivered > 0 ? (
          <li>
            <Link to={`${here}?stuck=undelivered`}>
              <span className="pb-amber">{t('campaign.undelivered', { count: undelivered })}</span>
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  );
}

/** Whose turn it is. */
function sideOf(status: AssessmentStatus): 'supplier' | 'buyer' | 'done' | 'none' {
  if (status === 'decided') return 'done';
  if (status === 'cancelled' || status === 'prepared') return 'none';
  return acceptsAnswers(status) || isClosed(status) ? 'supplier' : 'buyer';
}

/** To how many a reminder may leave now, and when one more may. */
function Remind({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const { t, language } = useTranslation(campaignTexts);
  const [opened, setOpened] = useState(false);
  const noteId = useId();
  const remind = useRemindCampaign(campaign.id);
  const byHand = useCampaignReminders(campaign.id).data?.byHand;
  const waiting = campaign.statuses.some(({ status, count }) => acceptsAnswers(status) && count > 0);
  if (byHand === undefined || !waiting) return null;
  const { now, nextOn } = byHand;
  const note =
    nextOn !== null
      ? t('campaign.remind.next', { day: formatDay(nextOn, language, 'long') })
      : now === 0
        ? t('campaign.remind.bounced')
        : null;
  return (
    <Allowed action="campaigns:send">
      {remind.data ? (
        <StatusLine kind="done">{t('campaign.reminded', { count: remind.data.reminded })}</StatusLine>
      ) : null}
      {note === null ? null : (
        <span className="pb-sm pb-muted" id={noteId}>
          {note}
        </span>
      )}
      <Button
        {...(note === null ? {} : { 'aria-describedby': noteId })}
        {...(now === 0 ? { 'aria-disabled': true, 'data-disabled': true } : {})}
        onClick={() => {
          if (now > 0) setOpened(true);
        }}
      >
        {now === 0 ? t('campaign.remind.none') : t('campaign.remind', { count: now })}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('campaign.remind.title')}
        confirm={t('campaign.remind', { count: now })}
        act={() => remind.mutateAsync(undefined)}
        onClose={() => {
          setOpened(false);
        }}
      >
        {t('campaign.remind.text')}
      </ConfirmDialog>
    </Allowed>
  );
}
