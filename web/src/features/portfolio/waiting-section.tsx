import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { portfolioTexts } from './portfolio.texts.js';
import { listBehind, type Summary, useToReview } from './use-portfolio.js';

/** For who reviews: how much waits, and the submissions to begin with. */
export function WaitingSection({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const toReview = useToReview();
  const numbers = [
    { key: 'to-review', count: summary.toReview, to: { kind: 'to-review', sort: 'due' } },
    { key: 'to-decide', count: summary.statuses['reviewed'] ?? 0, to: { status: 'reviewed', sort: 'due' } },
    { key: 'overdue', count: summary.overdue, to: { kind: 'overdue', sort: 'due' } },
    { key: 'awaited', count: summary.awaited, to: { kind: 'awaited', sort: 'due' } },
  ] as const;
  return (
    <section>
      <h2>{t('waiting.title')}</h2>
      <ul className="pb-waiting">
        {numbers.map(({ key, count, to }) => (
          <li key={key}>
            <Link to={listBehind(to, 'list')}>
              <span>{t(`waiting.${key}`)}</span>
              <span className="pb-num pb-strong">{formatNumber(count, language)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className="pb-deadlines pb-waiting-next">
        {(toReview.data?.items ?? []).map(({ assessmentId, supplierName, engagementName, dueOn }) =>
          assessmentId === null ? null : (
            <li key={assessmentId}>
              <span className="pb-xs pb-tabular">{dueOn === null ? '–' : <DateText value={dueOn} />}</span>
              <Link
                className="pb-side-link pb-ellipsis"
                to={`/assessments/${assessmentId}/review`}
                title={`${supplierName}, ${engagementName}`}
              >
                {supplierName}
                <span className="pb-muted">, {engagementName}</span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
