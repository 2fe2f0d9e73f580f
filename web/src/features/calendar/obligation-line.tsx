import { obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { daysUntil } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useNow } from '../../ui/format/use-now.js';
import { calendarTexts } from './calendar.texts.js';
import { StateMark } from './state-mark.js';
import { factsOf, type Obligation, shownPrecision } from './use-calendar.js';

/** The day, or the month where the day is not known. */
export function DueText({ obligation }: { readonly obligation: Obligation }): ReactNode {
  const { language } = useTranslation(calendarTexts);
  const { effectiveOn } = obligation;
  return (
    <time className="pb-nowrap" dateTime={effectiveOn}>
      {dueInWords(effectiveOn, shownPrecision(obligation), language)}
    </time>
  );
}

/** How long is left, or since when it is late; nothing for what is done or has lapsed. */
export function DaysLeft({ obligation }: { readonly obligation: Obligation }): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const now = useNow();
  if (obligation.state !== 'overdue' && obligation.state !== 'due') return null;
  const days = daysUntil(obligation.effectiveOn, now);
  const near = days <= 14;
  return (
    <span className={`pb-xs pb-num pb-nowrap pb-medium ${near ? 'pb-amber' : 'pb-muted'}`}>
      {days < 0 ? t('days.late', { count: -days }) : t('days.left', { count: days })}
    </span>
  );
}

/** One obligation in a panel. */
export function ObligationLine({ obligation }: { readonly obligation: Obligation }): ReactNode {
  const { language } = useTranslation(calendarTexts);
  const { id, kind, state, supplierName, engagementName } = obligation;
  return (
    <li className="pb-cal-line">
      <StateMark state={state} />
      <div className="pb-grow">
        <Link to={`/calendar/${id}`}>{obligationTitle({ kind, facts: factsOf(obligation) }, language)}</Link>
        <p className="pb-xs pb-muted">
          {supplierName}, {engagementName}
        </p>
      </div>
      <div className="pb-cal-line-day">
        <span className="pb-xs pb-tabular">
          <DueText obligation={obligation} />
        </span>
        <DaysLeft obligation={obligation} />
      </div>
    </li>
  );
}
