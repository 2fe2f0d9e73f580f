import './campaigns.css';

import { Button } from '@mantine/core';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { statusNames } from '@probant/shared/assessments/status-names';
import { mailNames } from '@probant/shared/audit/wording';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { AssessmentMoves } from '../../ui/moves/assessment-moves.js';
import { AssessmentCarry } from '../../ui/reassessment/assessment-carry.js';
import { SealCard } from '../../ui/proof/seal-card.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { AssessmentActs } from './assessment-acts.js';
import { AssessmentThreads } from './assessment-threads.js';
import { AssessmentHistory } from './assessment-history.js';
import { RecipientCard } from './recipient-card.js';
import { assessmentTexts } from './assessments.texts.js';
import { StatusTag } from './status-tag.js';
import { type Assessment, useAssessment } from './use-campaigns.js';

type Mail = Schema<'MailDeliveryResponse'>;

/** One assessment as a request: where it stands, who holds the link, which mail arrived, what happened. */
export function AssessmentScreen(): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const { assessmentId = '' } = useParams();
  const query = useAssessment(assessmentId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <Main>
        <div className="pb-page">
          <ProblemNotice error={query.error} onRetry={query.refetch} />
        </div>
      </Main>
    );
  }
  const assessment = query.data;
  return (
    <Main>
      <PageHeader
        title={assessment.supplierName}
        subtitle={assessment.engagementName}
        breadcrumbs={[{ title: t('list.title'), path: '/assessments' }]}
        tags={
          <>
            <StatusTag status={assessment.status} />
            {assessment.overdue ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
          </>
        }
        actions={<Ways assessment={assessment} />}
      />
      <div className="pb-page">
        <Steps assessment={assessment} />
        <div className="pb-assessment">
          <div>
            <Facts assessment={assessment} />
            <AssessmentMoves assessmentId={assessment.id} />
            <AssessmentCarry assessmentId={assessment.id} />
            <AssessmentThreads assessment={assessment} />
            {assessment.status === 'prepared' ? null : (
              <SealCard kind="assessment" assessmentId={assessment.id} />
            )}
            <Mails mails={assessment.mails} />
            <AssessmentHistory assessment={assessment} />
          </div>
          <aside aria-label={t('one.recipient')}>
            <RecipientCard assessment={assessment} />
            <AssessmentActs assessment={assessment} />
          </aside>
        </div>
      </div>
    </Main>
  );
}

/** Before anything was submitted the rule of the decision; then its score, its review and its decision. */
function Ways({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const { id, status } = assessment;
  if (assessment.submissions === 0) {
    return (
      <Button component={Link} to={`/assessments/${id}/decision-rule`}>
        {t('way.rule')}
      </Button>
    );
  }
  const toDecide = status === 'reviewed' || status === 'decided';
  return (
    <>
      <Button component={Link} to={`/assessments/${id}/score`}>
        {t('way.score')}
      </Button>
      <Button
        component={Link}
        to={`/assessments/${id}/review`}
        variant={status === 'submitted' || status === 'in-review' ? 'filled' : 'default'}
      >
        {t('way.review')}
      </Button>
      {toDecide ? (
        <Button
          component={Link}
          to={`/assessments/${id}/decision`}
          variant={status === 'reviewed' ? 'filled' : 'default'}
        >
          {t(status === 'reviewed' ? 'way.decide' : 'way.decision')}
        </Button>
      ) : null}
    </>
  );
}

/** The steps that a request goes through when nothing sends it back. */
const path = assessmentStatuses.filter((status) => !['prepared', 'returned', 'cancelled'].includes(status));

function Steps({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const { status } = assessment;
  const current = status === 'returned' ? 'in-progress' : status;
  const here = path.indexOf(current);
  return (
    <ol className="pb-assessment-steps" aria-label={t('one.steps')} style={{ marginBottom: 'var(--pb-6)' }}>
      {path.map((step, index) => (
        <li
          key={step}
          data-state={index < here ? 'done' : undefined}
          {...(step === current ? { 'aria-current': 'step' as const } : {})}
        >
          {statusNames[step === current ? status : step][language]}
        </li>
      ))}
    </ol>
  );
}

function Facts({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const { version, answered, questions } = assessment;
  return (
    <section>
      <dl className="pb-campaign-facts">
        <div>
          <dt>{t('one.supplier')}</dt>
          <dd>
            <Link to={`/suppliers/${assessment.supplierId}`}>{assessment.supplierName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('one.engagement')}</dt>
          <dd>
            <Link to={`/engagements/${assessment.engagementId}`}>{assessment.engagementName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('one.campaign')}</dt>
          <dd>
            <Link to={`/campaigns/${assessment.campaignId}`}>{assessment.campaignName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('one.due')}</dt>
          <dd>
            <DateText value={assessment.dueOn} />
          </dd>
        </div>
        <div>
          <dt>{t('one.progress')}</dt>
          <dd className="pb-tabular">{t('progress.of', { answered, questions })}</dd>
        </div>
        <div>
          <dt>{t('one.tier')}</dt>
          <dd>{assessment.tier}</dd>
        </div>
        <div>
          <dt>{t('one.questionnaire')}</dt>
          <dd>
            {t('one.version', { title: version.title[language], number: String(version.number) })}
            <br />
            <span className="pb-xs pb-muted">
              {t('one.frozen')} <CopyButton value={version.sha256} />
            </span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Mails({ mails }: { readonly mails: readonly Mail[] }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const columns: readonly Column<Mail>[] = [
    { key: 'template', header: t('mail.template'), cell: ({ template }) => mailNames[template][language] },
    { key: 'to', header: t('mail.to'), cell: ({ to }) => to },
    {
      key: 'state',
      header: t('mail.state'),
      cell: ({ state, attempts, lastError }) => (
        <>
          <span className={`pb-tag ${state === 'sent' ? 'pb-tag-ok' : 'pb-tag-amber'}`}>
            {t(`mail.${state}`)}
          </span>
          {lastError === null ? null : (
            <span className="pb-xs pb-muted" style={{ display: 'block' }}>
              {lastError} ({t('mail.attempts', { count: attempts })})
            </span>
          )}
        </>
      ),
    },
    {
      key: 'when',
      header: t('mail.when'),
      cell: ({ createdAt, sentAt }) => <DateText value={sentAt ?? createdAt} as="instant" />,
    },
  ];
  return (
    <section aria-labelledby="assessment-mails">
      <h2 id="assessment-mails">{t('one.mails')}</h2>
      {mails.length === 0 ? (
        <p className="pb-soft">{t('one.mails.none')}</p>
      ) : (
        <DataTable caption={t('one.mails.caption')} columns={columns} rows={mails} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
