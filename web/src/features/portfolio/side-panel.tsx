import './side-panel.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { daysUntil, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { DateText } from '../../ui/format/date-text.js';
import { useNow } from '../../ui/format/use-now.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
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

function GradeSection({ summary: { grades, scored } }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  return (
    <section>
      <div className="pb-between">
        <h2>{t('grades.title')}</h2>
        <Link className="pb-xs" to={listBehind({ kind: 'scored' })}>
          {t('map.count', { count: scored })}
        </Link>
      </div>
      {scored === 0 ? (
        <p className="pb-sm pb-soft">{t('grades.none')}</p>
      ) : (
        <ul className="pb-grades-bar">
          {gradeLetters.map((grade) => {
            const count = grades[grade] ?? 0;
            return count === 0 ? null : (
              <li key={grade} style={{ flexGrow: count }}>
                <Link
                  className={`pb-fill-${grade}`}
                  to={listBehind({ grade })}
                  title={t('grades.one', { grade, count })}
                >
                  <b>{grade}</b> {formatNumber(count, language)}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
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
