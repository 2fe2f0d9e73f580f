import { Button } from '@mantine/core';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { reasonNames } from '@probant/shared/reassessments/words';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { formatDay, formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import type { Engagement } from '../../ui/engagement/engagement-file.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CauseList } from '../../ui/reassessment/cause-list.js';
import { LaunchDialog } from '../../ui/reassessment/launch-dialog.js';
import { reassessmentTexts } from '../../ui/reassessment/reassessment.texts.js';
import { RuleDialog } from '../../ui/reassessment/rule-dialog.js';
import { RuleLine } from '../../ui/reassessment/rule-line.js';
import {
  type Reassessment,
  useFollowRule,
  useReassessment,
  useSetAside,
} from '../../ui/reassessment/use-reassessment.js';

/** When the engagement is assessed again, what the rule proposes, and the launch at any time. */
export function ReassessmentCard({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const reassessment = useReassessment(engagement.id);
  if (engagement.archived || engagement.supplierArchived) return null;
  if (reassessment.isPending) return <TextSkeleton lines={3} />;
  if (reassessment.isError)
    return <ProblemNotice error={reassessment.error} onRetry={reassessment.refetch} />;
  const { next, last, proposed } = reassessment.data;
  const { standing } = engagement;
  const running = standing.status !== 'none' && !isClosed(standing.status);
  return (
    <section aria-labelledby="engagement-reassessment" className="pb-stack pb-engagement-reassess">
      <h2 id="engagement-reassessment">{t('title')}</h2>
      <Rule engagementId={engagement.id} reassessment={reassessment.data} reread={reassessment.refetch} />
      {last === null || running ? null : (
        <p className="pb-sm pb-soft">
          {t('last', { count: last.answers, day: formatInstantDay(last.submittedAt, language) })}
          {'. '}
          {next === null
            ? t('next.none')
            : t('next', {
                reason: reasonNames[next.reason][language],
                day: formatDay(next.on, language),
              })}
        </p>
      )}
      {proposed.length === 0 ? null : (
        <>
          <h3 className="pb-amber">{t('proposed')}</h3>
          <CauseList causes={proposed} />
        </>
      )}
      {last === null || running ? null : <Acts reassessment={reassessment.data} />}
    </section>
  );
}

interface RuleProps {
  readonly engagementId: string;
  readonly reassessment: Reassessment;
  readonly reread: () => unknown;
}

function Rule({ engagementId, reassessment: { rule, organisationRule }, reread }: RuleProps): ReactNode {
  const { t } = useTranslation(reassessmentTexts);
  const [setting, setSetting] = useState(false);
  const follow = useFollowRule(engagementId);
  const holds = rule ?? organisationRule;
  return (
    <>
      {holds === null ? (
        <p className="pb-soft">{t('rule.none')}</p>
      ) : (
        <div>
          <p className="pb-label">{t(rule === null ? 'rule.organisation' : 'rule.own')}</p>
          <RuleLine rule={holds} />
        </div>
      )}
      <Allowed action="campaigns:send">
        <div className="pb-row pb-wrap">
          <Button
            size="sm"
            onClick={() => {
              setSetting(true);
            }}
          >
            {t(rule === null ? 'rule.set' : 'rule.change')}
          </Button>
          {rule === null ? null : (
            <Button
              size="sm"
              variant="transparent"
              loading={follow.isPending}
              onClick={() => {
                follow.mutate(undefined);
              }}
            >
              {t('rule.follow')}
            </Button>
          )}
        </div>
      </Allowed>
      {follow.isError ? <ProblemNotice error={follow.error} /> : null}
      {setting ? (
        <RuleDialog
          engagementId={engagementId}
          rule={rule}
          reread={reread}
          onClose={() => {
            setSetting(false);
          }}
        />
      ) : null}
    </>
  );
}

function Acts({ reassessment }: { readonly reassessment: Reassessment }): ReactNode {
  const { t } = useTranslation(reassessmentTexts);
  const { engagementId, ready, issues, proposed } = reassessment;
  const [doing, setDoing] = useState<'launch' | 'aside' | null>(null);
  const aside = useSetAside(engagementId);
  const close = (): void => {
    setDoing(null);
  };
  return (
    <Allowed action="campaigns:send">
      {ready ? null : (
        <p className="pb-sm pb-amber">
          {issues.includes('version-retired') ? (
            t('blocked.retired')
          ) : (
            <>
              {t('blocked')} <Link to={`/campaigns/new?engagement=${engagementId}`}>{t('blocked.see')}</Link>
            </>
          )}
        </p>
      )}
      <div className="pb-row pb-wrap">
        <Button
          variant={proposed.length > 0 ? 'filled' : 'default'}
          disabled={!ready}
          onClick={() => {
            setDoing('launch');
          }}
        >
          {t('launch')}
        </Button>
        {proposed.length === 0 ? null : (
          <Button
            variant="transparent"
            onClick={() => {
              setDoing('aside');
            }}
          >
            {t('aside')}
          </Button>
        )}
      </div>
      {doing === 'launch' ? <LaunchDialog reassessment={reassessment} onClose={close} /> : null}
      <ConfirmDialog
        opened={doing === 'aside'}
        title={t('aside.title')}
        confirm={t('aside')}
        act={() => aside.mutateAsync(undefined)}
        onClose={close}
      >
        {t('aside.text')}
      </ConfirmDialog>
    </Allowed>
  );
}
