import './decision.css';

import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { ruleTexts } from './decision-rule.texts.js';
import { RuleForm } from './rule-form.js';
import { RuleWords } from './rule-words.js';
import { type DecisionRules, type Subject, useDecisionRules } from './use-decision-rules.js';

export function AssessmentRuleScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  return (
    <RuleScreen subject={{ kind: 'assessment', id: assessmentId }} here={`/assessments/${assessmentId}`} />
  );
}

export function CampaignRuleScreen(): ReactNode {
  const { campaignId = '' } = useParams();
  return <RuleScreen subject={{ kind: 'campaign', id: campaignId }} here={`/campaigns/${campaignId}`} />;
}

export function VersionRuleScreen(): ReactNode {
  const { questionnaireId = '', versionId = '' } = useParams();
  const here = `/questionnaires/${questionnaireId}/versions/${versionId}`;
  return <RuleScreen subject={{ kind: 'version', id: versionId }} here={here} />;
}

interface ScreenProps {
  readonly subject: Subject;
  /** The screen of what the rule is set with. */
  readonly here: string;
}

const lists = { assessment: 'assessments', campaign: 'campaigns', version: 'questionnaires' } as const;

/** What was said before the answers arrived, and, while none has, what may still be said. */
function RuleScreen({ subject, here }: ScreenProps): ReactNode {
  const { t } = useTranslation(ruleTexts);
  const rules = useDecisionRules(subject);
  if (rules.isPending) return <PageSkeleton />;
  const list = lists[subject.kind];
  return (
    <Main>
      <PageHeader
        title={t('title')}
        {...(rules.data ? { subtitle: `${t(`subject.${subject.kind}`)} · ${rules.data.name}` } : {})}
        breadcrumbs={[
          { title: t(`back.${list}`), path: `/${list}` },
          { title: rules.data?.name ?? t('back.here'), path: here },
        ]}
      />
      <div className="pb-page pb-rule">
        {rules.data ? (
          <Rules subject={subject} rules={rules.data} />
        ) : (
          <ProblemNotice error={rules.error} onRetry={rules.refetch} />
        )}
      </div>
    </Main>
  );
}

function Rules({ subject, rules }: { readonly subject: Subject; readonly rules: DecisionRules }): ReactNode {
  const { t } = useTranslation(ruleTexts);
  const mayDecide = useCan('decisions:write');
  const { items, inherited, open, vocabulary } = rules;
  const [own, ...earlier] = items;
  const current = own ?? inherited ?? undefined;
  return (
    <>
      <p className="pb-soft">
        {t('intro')} {t('intro.never')}
      </p>
      {current === undefined ? null : (
        <section className="pb-card pb-decision-card" aria-labelledby="rule-in-force">
          <h2 id="rule-in-force">{t(`in-force.${current.subject}`)}</h2>
          <RuleWords recorded={current} vocabulary={vocabulary} />
        </section>
      )}
      {open ? null : current === undefined ? (
        <EmptyState title={t('none.closed')}>{t('closed')}</EmptyState>
      ) : (
        <StatusLine kind="note">{t('closed')}</StatusLine>
      )}
      {open && mayDecide ? (
        <RuleForm subject={subject} vocabulary={vocabulary} again={own !== undefined} />
      ) : null}
      {earlier.length === 0 ? null : (
        <section className="pb-section">
          <h2>{t('earlier')}</h2>
          <div className="pb-stack">
            {earlier.map((one) => (
              <article key={one.id} className="pb-card pb-decision-card">
                <RuleWords recorded={one} vocabulary={vocabulary} />
              </article>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
