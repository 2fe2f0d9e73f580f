import { decisionNames } from '@probant/shared/assessments/decision-names';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DateText } from '../../ui/format/date-text.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { reviewTexts } from './review.texts.js';
import { useDecision } from './use-findings.js';

/** What the buyer decided, and the grade where it is shared. Nothing while nothing is decided. */
export function DecisionNotice({ assessmentId }: { readonly assessmentId: string }): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const decision = useDecision(assessmentId);
  if (decision.isError) return <ProblemNotice error={decision.error} onRetry={decision.refetch} />;
  if (!decision.data) return null;
  const { outcome, conditions, message, grade, reasons, at } = decision.data;
  return (
    <section className="pb-section pb-decision">
      <h2>{t('decision')}</h2>
      <p className="pb-row pb-wrap">
        {grade === null ? null : <GradeBadge grade={grade} size={32} />}
        <span className="pb-medium">{decisionNames[outcome][language]}</span>
        <span className="pb-sm pb-muted">
          <DateText value={at} as="instant" />
        </span>
      </p>
      {conditions === '' ? null : <p className="pb-ans-said">{t('decision.conditions', { conditions })}</p>}
      {message === '' ? null : <p className="pb-ans-said pb-soft">{message}</p>}
      {reasons.length === 0 ? null : (
        <ul className="pb-shown-review">
          {reasons.map((reason) => (
            <li key={reason.fr}>{reason[language]}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
