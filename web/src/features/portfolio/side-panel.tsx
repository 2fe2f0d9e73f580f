import './side-panel.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { daysUntil } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { DateText } from '../../ui/format/date-text.js';
import { useNow } from '../../ui/format/use-now.js';
import { GradeSection } from './grade-section.js';
import { KnockoutSection } from './knockout-section.js';
import { portfolioTexts } from './portfolio.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';
import { UndecidedSection } from './undecided-section.js';
import { WaitingSection } from './waiting-section.js';

/** What the figures are made of. */
export function SidePanel({ summary }: { readonly summary: Summary }): ReactNode {
  const reviews = useCan('reviews:write');
  return (
    <div className="pb-folio-side">
      {reviews ? <WaitingSection summary={summary} /> : null}
      <UndecidedSection />
      <GradeSection summary={summary} />
      <KnockoutSection summary={summary} />
      <DeadlineSection summary={summary} />
    </div>
  );
}

function DeadlineSection({ summary }: { readonly summary: Summary }): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const now = useNow();
  return (
    <section>
      <div className="pb-between">
        <h2>{t('deadlines.title')}</h2>
        <Link className="pb-xs" to={listBehind({ kind: 'awaited', sort: 'due' }, 'list')}>
          {t('kpi.awaited', { count: summary.awaited })}
        </Link>
      </div>
      {summary.deadlines.length === 0 ? <p className="pb-sm pb-soft">{t('deadlines.none')}</p> : null}
      <ul className="pb-deadlines">
        {summary.deadlines.map(({ assessmentId, supplierName, engagementName, dueOn }) => {
          const days = daysUntil(dueOn, now);
          return (
            <li key={assessmentId}>
              <span className="pb-xs pb-tabular">
                <DateText value={dueOn} />
              </span>
              <span className={`pb-xs pb-num pb-medium ${days <= 14 ? 'pb-amber' : 'pb-muted'}`}>
                {t('deadlines.days', { days })}
              </span>
              <Link
                className="pb-side-link pb-ellipsis"
                to={`/assessments/${assessmentId}`}
                title={`${supplierName}, ${engagementName}`}
              >
                {supplierName}
                <span className="pb-muted">, {engagementName}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
