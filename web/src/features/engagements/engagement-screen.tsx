import './engagements.css';

import { Button } from '@mantine/core';
import { IconColumns, IconPencil } from '@tabler/icons-react';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { TierRules } from '@probant/shared/scoring/inherent-tier';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { DateText } from '../../ui/format/date-text.js';
import { NumberText } from '../../ui/format/number-text.js';
import { EarlierScore } from '../../ui/score/earlier-score.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { engagementTexts } from './engagements.texts.js';
import { ReassessmentCard } from './reassessment-card.js';
import { Reassessments } from './reassessments.js';
import { FactValue, TierArithmetic } from './tier-arithmetic.js';
import { useArchiveEngagement, useTierRules } from './use-engagements.js';

/** One service: where it stands, its context, and the arithmetic of its inherent tier. */
export function EngagementScreen(): ReactNode {
  const { t } = useTranslation(engagementTexts);
  return (
    <EngagementFile
      part="overview"
      tags={({ archived, supplierArchived }) =>
        archived || supplierArchived ? <span className="pb-tag">{t('archived')}</span> : null
      }
      actions={(engagement) => (engagement.supplierArchived ? null : <Actions engagement={engagement} />)}
    >
      {(engagement) => <Overview engagement={engagement} />}
    </EngagementFile>
  );
}

function Overview({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const rules = useTierRules();
  if (rules.isPending) return <TextSkeleton lines={10} />;
  if (rules.isError) return <ProblemNotice error={rules.error} onRetry={rules.refetch} />;
  const { description, archived, supplierArchived } = engagement;
  return (
    <>
      {supplierArchived ? <Warning>{t('supplierArchived.notice')}</Warning> : null}
      {archived && !supplierArchived ? <Warning>{t('archived.notice')}</Warning> : null}
      <div className="pb-engagement">
        <div>
          {description === '' ? null : (
            <section>
              <p style={{ whiteSpace: 'pre-wrap' }}>{description}</p>
            </section>
          )}
          <Standing standing={engagement.standing} />
          <Reassessments engagement={engagement} />
          <ReassessmentCard engagement={engagement} />
          <Facts engagement={engagement} rules={rules.data} />
        </div>
        <aside className="pb-engagement-aside">
          <TierArithmetic rules={rules.data} context={engagement.context} />
        </aside>
      </div>
    </>
  );
}

function Standing({ standing }: { readonly standing: Engagement['standing'] }): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  const {
    assessmentId,
    status,
    grade,
    score,
    dueOn,
    beforeReview,
    unlawful,
    undemonstrated,
    earlierScore,
    scoredAt,
  } = standing;
  return (
    <section>
      <h2>{t('standing')}</h2>
      {status === 'none' ? (
        <p className="pb-soft">{t('never')}</p>
      ) : (
        <dl className="pb-engagement-standing">
          <div>
            <dt className="pb-label">{t('grade')}</dt>
            <dd className="pb-row">
              <GradeBadge grade={grade} size={32} />
              {unlawful ? <KnockoutFlag kind="unlawful" /> : null}
              {undemonstrated ? <KnockoutFlag kind="undemonstrated" /> : null}
            </dd>
          </div>
          <div>
            <dt className="pb-label">{t('score')}</dt>
            <dd>
              {score === null ? '–' : <NumberText value={score} digits={1} />}
              {beforeReview === true ? <p className="pb-xs pb-muted">{t('beforeReview')}</p> : null}
              {earlierScore ? (
                <p>
                  <EarlierScore scoredAt={scoredAt} />
                </p>
              ) : null}
            </dd>
          </div>
          <div>
            <dt className="pb-label">{t('status')}</dt>
            <dd>
              {assessmentId === null ? (
                statusNames[status][language]
              ) : (
                <Link to={`/assessments/${assessmentId}`}>{statusNames[status][language]}</Link>
              )}
            </dd>
          </div>
          <div>
            <dt className="pb-label">{t('dueOn')}</dt>
            <dd>{dueOn === null ? '–' : <DateText value={dueOn} />}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function Facts({
  engagement,
  rules,
}: {
  readonly engagement: Engagement;
  readonly rules: TierRules;
}): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  return (
    <section>
      <h2>{t('facts')}</h2>
      <dl className="pb-engagement-facts">
        {rules.context.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label[language]}</dt>
            <dd>
              <FactValue fact={fact} value={engagement.context[fact.key]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Actions({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const archive = useArchiveEngagement(engagement.id);
  if (engagement.archived) {
    return (
      <Allowed action="engagements:manage">
        <Button
          variant="filled"
          loading={archive.isPending}
          onClick={() => {
            archive.mutate('restore');
          }}
        >
          {t('restore')}
        </Button>
      </Allowed>
    );
  }
  return (
    <>
      {engagement.standing.score === null ? null : (
        <Allowed action="scores:read">
          <Button component={Link} to={`/compare?engagement=${engagement.id}`} variant="transparent">
            {t('compare.days')}
          </Button>
          <Button
            component={Link}
            to={`/compare?engagements=${engagement.id}`}
            leftSection={<IconColumns size={16} aria-hidden />}
          >
            {t('compare')}
          </Button>
        </Allowed>
      )}
      <Manage engagement={engagement} />
      <Send engagement={engagement} />
    </>
  );
}

/** Its first questionnaire, or the next one once the last is closed. */
function Send({ engagement: { id, standing } }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(engagementTexts);
  if (standing.status !== 'none' && !isClosed(standing.status)) return null;
  return (
    <Allowed action="campaigns:send">
      <Button component={Link} to={`/campaigns/new?engagement=${id}`} variant="filled">
        {t('send')}
      </Button>
    </Allowed>
  );
}

function Manage({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const [asking, setAsking] = useState(false);
  const archive = useArchiveEngagement(engagement.id);
  return (
    <Allowed action="engagements:manage">
      <Button
        variant="transparent"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('archive')}
      </Button>
      <Button
        component={Link}
        to={`/engagements/${engagement.id}/edit`}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {t('edit')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('archive.title', { name: engagement.name })}
        confirm={t('archive')}
        act={() => archive.mutateAsync('archive')}
        onClose={() => {
          setAsking(false);
        }}
      >
        {t('archive.text')}
      </ConfirmDialog>
    </Allowed>
  );
}
