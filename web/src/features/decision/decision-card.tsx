import { decisionNames } from '@probant/shared/assessments/decision-names';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatInstant, formatInstantDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { decisionTexts } from './decision.texts.js';
import { JudgedRuleCard } from './judged-rule.js';
import { SupplierNotice } from './supplier-notice.js';
import type { Decision } from './use-decision.js';

/** One decision as it was taken: by whom, why, on which score, and what the supplier was told. */
export function DecisionCard({
  decision,
  assessmentId,
  document,
}: {
  readonly decision: Decision;
  readonly assessmentId: string;
  readonly document: QuestionnaireDocument;
}): ReactNode {
  const { t, language } = useTranslation(decisionTexts);
  const { outcome, reason, at, decidedByName, grade, score, notice, snapshotId } = decision;
  return (
    <article className="pb-card pb-decision-card">
      <h2>{decisionNames[outcome][language]}</h2>
      <p className="pb-xs pb-muted">
        {t('one.title', { on: formatInstantDay(at, language) })} ·{' '}
        {t('one.by', { name: decidedByName, at: formatInstant(at, language) })}
      </p>
      <dl>
        <div>
          <dt className="pb-label">{t('one.reason')}</dt>
          <dd className="pb-decision-words">{reason}</dd>
        </div>
        <div>
          <dt className="pb-label">{t('one.score')}</dt>
          <dd className="pb-row">
            <GradeBadge grade={grade} size={24} />
            <Link className="pb-tabular" to={`/assessments/${assessmentId}/score?snapshot=${snapshotId}`}>
              {score === null ? '–' : formatNumber(score, language, 2)}
            </Link>
          </dd>
        </div>
      </dl>
      {decision.rule === null ? null : <JudgedRuleCard judged={decision.rule} document={document} decided />}
      <section className="pb-decision-preview">
        <h3>{t('told.title')}</h3>
        <SupplierNotice notice={notice} />
      </section>
    </article>
  );
}
