import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { queueTexts } from './queue.texts.js';
import { useReviewTimes } from './use-queue.js';
import { waitingTime } from './waiting-time.js';

/** How long suppliers waited to be read, week by week. */
export function TimesSection(): ReactNode {
  const { t } = useTranslation(queueTexts);
  const times = useReviewTimes();
  if (times.isPending) return <ListSkeleton rows={3} />;
  if (times.isError) return <ProblemNotice error={times.error} onRetry={times.refetch} />;
  const { weeks, waiting, oldestHours } = times.data;
  return (
    <section className="pb-card pb-queue-card" aria-labelledby="review-times">
      <h2 id="review-times">{t('times.title')}</h2>
      {oldestHours === null ? null : (
        <p className="pb-sm">{t('times.waiting', { count: waiting, time: waitingTime(oldestHours, t) })}</p>
      )}
      {weeks.length === 0 ? (
        <p className="pb-sm pb-muted">{t('times.none')}</p>
      ) : (
        <table className="pb-queue-times pb-sm">
          <thead>
            <tr>
              <th scope="col">{t('times.week')}</th>
              <th scope="col">{t('times.reviewed')}</th>
              <th scope="col">{t('times.median')}</th>
              <th scope="col">{t('times.slowest')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.weekOn}>
                <th scope="row">
                  <DateText value={week.weekOn} />
                </th>
                <td>{week.reviewed}</td>
                <td>{waitingTime(week.medianHours, t)}</td>
                <td>
                  <Link to={`/assessments/${week.slowestAssessmentId}`} title={week.slowestSupplierName}>
                    {waitingTime(week.slowestHours, t)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="pb-xs pb-muted">{t('times.text')}</p>
    </section>
  );
}
