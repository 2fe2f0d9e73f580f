import '../../ui/reassessment/reassessment.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton, TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CauseList } from '../../ui/reassessment/cause-list.js';
import { reassessmentTexts } from '../../ui/reassessment/reassessment.texts.js';
import { RuleDialog } from '../../ui/reassessment/rule-dialog.js';
import { RuleLine } from '../../ui/reassessment/rule-line.js';
import { useOrganisationRule, useProposedReassessments } from '../../ui/reassessment/use-reassessment.js';
import { Main, PageHeader } from '../../ui/shell/page.js';

/** What the rules propose to assess again, and the rule of the organisation. */
export function ReassessmentsScreen(): ReactNode {
  const { t } = useTranslation(reassessmentTexts);
  return (
    <Main>
      <PageHeader
        title={t('list.title')}
        breadcrumbs={[{ title: t('list.campaigns'), path: '/campaigns' }]}
      />
      <div className="pb-page pb-reassess">
        <OrganisationRule />
        <section aria-labelledby="reassessments-proposed">
          <h2 id="reassessments-proposed">{t('list.proposed')}</h2>
          <Proposed />
        </section>
      </div>
    </Main>
  );
}

function OrganisationRule(): ReactNode {
  const { t } = useTranslation(reassessmentTexts);
  const found = useOrganisationRule();
  const [setting, setSetting] = useState(false);
  if (found.isPending) return <TextSkeleton lines={3} />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={found.refetch} />;
  const { rule } = found.data;
  return (
    <section className="pb-card pb-stack pb-reassess-card" aria-labelledby="reassessments-rule">
      <h2 id="reassessments-rule">{t('rule.organisation')}</h2>
      <div>{rule === null ? <p className="pb-soft">{t('rule.none')}</p> : <RuleLine rule={rule} />}</div>
      <p className="pb-sm pb-muted">{t('list.rule.text')}</p>
      <Allowed action="campaigns:send">
        <div>
          <Button
            onClick={() => {
              setSetting(true);
            }}
          >
            {t(rule === null ? 'rule.set' : 'rule.change')}
          </Button>
        </div>
      </Allowed>
      {setting ? (
        <RuleDialog
          engagementId={null}
          rule={rule}
          reread={found.refetch}
          onClose={() => {
            setSetting(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Proposed(): ReactNode {
  const { t } = useTranslation(reassessmentTexts);
  const proposed = useProposedReassessments();
  if (proposed.isPending) return <ListSkeleton rows={4} />;
  if (proposed.isError) return <ProblemNotice error={proposed.error} onRetry={proposed.refetch} />;
  if (proposed.data.length === 0)
    return <EmptyState title={t('list.none')}>{t('list.none.text')}</EmptyState>;
  return (
    <ul className="pb-reassess-list">
      {proposed.data.map((one) => (
        <li key={one.engagementId} className="pb-card pb-reassess-card">
          <div>
            <p className="pb-medium">{one.supplierName}</p>
            <p>{one.engagementName}</p>
            {one.issues.length === 0 ? null : <span className="pb-tag pb-tag-amber">{t('list.unsent')}</span>}
          </div>
          <CauseList causes={one.causes} />
          <Link to={`/engagements/${one.engagementId}`}>{t('list.open')}</Link>
        </li>
      ))}
    </ul>
  );
}
