import './decision.css';

import { Button } from '@mantine/core';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { reviewLeft } from '../../ui/score/review-left.js';
import { floorSources, ScoreSummary } from '../../ui/score/score-summary.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { DecideForm } from './decide-form.js';
import { DecisionCard } from './decision-card.js';
import { decisionTexts } from './decision.texts.js';
import { JudgedRuleCard } from './judged-rule.js';
import type { JudgedRule } from './use-decision-rules.js';
import { type Decision, type Reviewed, traceOf, useDecisions, useReviewed } from './use-decision.js';

/** Sign, sign under conditions or refuse; once decided, what was decided, on which score, and what the supplier was told. */
export function DecisionScreen(): ReactNode {
  const { t } = useTranslation(decisionTexts);
  const { assessmentId = '' } = useParams();
  const reviewed = useReviewed(assessmentId);
  const decisions = useDecisions(assessmentId);
  if (reviewed.isPending || decisions.isPending) return <PageSkeleton />;
  const failed = reviewed.error ?? decisions.error;
  // Read once, the form stays whatever becomes of a later reading: a decision may be half written.
  if (!reviewed.data || !decisions.data) {
    return (
      <Main>
        <PageHeader title={t('title')} breadcrumbs={[{ title: t('list'), path: '/assessments' }]} />
        <div className="pb-page">
          {isProblem(failed, 'transition-refused') ? (
            <EmptyState
              title={t('not-yet')}
              action={<Link to={`/assessments/${assessmentId}`}>{t('not-yet.assessment')}</Link>}
            />
          ) : (
            <ProblemNotice
              error={failed}
              onRetry={() => Promise.all([reviewed.refetch(), decisions.refetch()])}
            />
          )}
        </div>
      </Main>
    );
  }
  return (
    <DecisionDesk reviewed={reviewed.data} decisions={decisions.data.items} rule={decisions.data.rule} />
  );
}

interface DeskProps {
  readonly reviewed: Reviewed;
  readonly decisions: readonly Decision[];
  readonly rule: JudgedRule | null;
}

function DecisionDesk({ reviewed, decisions, rule }: DeskProps): ReactNode {
  const { t, language } = useTranslation(decisionTexts);
  const { assessmentId, status } = reviewed;
  const canDecide = reviewed.possible.includes('decide');
  const [last, ...earlier] = decisions;
  const before = status === 'decided' ? earlier : decisions;
  return (
    <Main>
      <PageHeader
        title={t(canDecide ? 'title.decide' : 'title')}
        subtitle={reviewed.engagementName}
        breadcrumbs={[
          { title: t('list'), path: '/assessments' },
          { title: reviewed.supplierName, path: `/assessments/${assessmentId}` },
        ]}
        tags={<span className="pb-tag">{statusNames[status][language]}</span>}
        actions={
          <>
            <Button component={Link} to={`/assessments/${assessmentId}/score`}>
              {t('history')}
            </Button>
            <Button component={Link} to={`/assessments/${assessmentId}/review`}>
              {t('review')}
            </Button>
          </>
        }
      />
      <div className="pb-page pb-decision">
        <div className="pb-stack">
          <DecideForm reviewed={reviewed} rule={rule} />
          {status === 'decided' && last !== undefined ? (
            <>
              <p className="pb-sm pb-muted">
                {t('decided.text')} <Link to={`/assessments/${assessmentId}`}>{t('decided.assessment')}</Link>
              </p>
              <DecisionCard decision={last} assessmentId={assessmentId} document={reviewed.document} />
            </>
          ) : null}
          {!canDecide && status !== 'decided' ? (
            <EmptyState
              title={t('not-yet')}
              action={
                <Button component={Link} to={`/assessments/${assessmentId}/review`}>
                  {t('not-yet.review')}
                </Button>
              }
            >
              {t('not-yet.text', { status: statusNames[status][language].toLocaleLowerCase(language) })}
            </EmptyState>
          ) : null}
          {before.length === 0 ? null : (
            <section className="pb-section">
              <h2>{t('one.before')}</h2>
              {status === 'decided' ? null : <p className="pb-sm pb-muted">{t('reopened')}</p>}
              <div className="pb-stack">
                {before.map((decision) => (
                  <DecisionCard
                    key={decision.id}
                    decision={decision}
                    assessmentId={assessmentId}
                    document={reviewed.document}
                  />
                ))}
              </div>
            </section>
          )}
        </div>
        <div className="pb-stack">
          <CurrentScore reviewed={reviewed} />
          {rule === null ? null : (
            <div className="pb-card pb-decision-card">
              <JudgedRuleCard judged={rule} document={reviewed.document} decided={false} />
            </div>
          )}
        </div>
      </div>
    </Main>
  );
}

function CurrentScore({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const { t } = useTranslation(decisionTexts);
  const { score, document, possible } = reviewed;
  const label = t(possible.includes('decide') ? 'score-now' : 'score-today');
  const { profileName, profileNumber, engineVersion } = score.with;
  return (
    <aside aria-label={label} className="pb-card pb-decision-score">
      <p className="pb-label">{label}</p>
      <ScoreSummary
        numbers={score.score}
        floorSources={floorSources(score.score.floor, traceOf(reviewed).knockouts)}
        document={document}
        rests={t('rests', { profile: profileName, number: profileNumber, engine: engineVersion })}
        review={reviewLeft(score)}
      />
    </aside>
  );
}
