import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import { useRequestsToAnswer } from './use-desk.js';

/** What is asked by whom and until when. */
export function RequestsToAnswer(): ReactNode {
  const { t } = useTranslation(deskTexts);
  const requests = useRequestsToAnswer();
  return (
    <section>
      <h2>{t('requests')}</h2>
      {requests.isPending ? <ListSkeleton rows={3} /> : null}
      {requests.isError ? <ProblemNotice error={requests.error} onRetry={requests.refetch} /> : null}
      {requests.data?.items.length === 0 ? <p className="pb-muted">{t('requests.none')}</p> : null}
      <ul className="pb-desk-list">
        {(requests.data?.items ?? []).map(({ id, buyerName, title, dueOn, overdue, answered, questions }) => (
          <li key={id}>
            <span className="pb-desk-what">
              <Link to={`/requests/${id}`}>{title}</Link>
              <span className="pb-sm pb-muted">{buyerName}</span>
            </span>
            <span className="pb-desk-progress">
              <span className="pb-meter" aria-hidden>
                <span style={{ width: `${questions === 0 ? 0 : (answered / questions) * 100}%` }} />
              </span>
              <span className="pb-xs pb-muted">
                {t('requests.progress', { done: answered, total: questions })}
              </span>
            </span>
            <span className="pb-desk-when pb-sm">
              {overdue ? <span className="pb-tag pb-tag-amber">{t('requests.overdue')}</span> : null}
              <span>
                {t('requests.due')} <DateText value={dueOn} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Link className="pb-sm" to="/requests">
        {t('requests.all')}
      </Link>
    </section>
  );
}
