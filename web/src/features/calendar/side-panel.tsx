import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';

import { dueInWords } from '@probant/shared/obligations/due-words';
import { formatDay, formatNumber } from '../../platform/i18n/format.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { calendarTexts } from './calendar.texts.js';
import { ObligationLine } from './obligation-line.js';
import { shownPrecision, useObligations, useRegulations, type Year } from './use-calendar.js';
import { monthName } from './year-view.js';

interface SidePanelProps {
  readonly year: Year;
  /** The filters of the year. */
  readonly query: ListQuery;
  /** `2026-09-01`, or `2026-09` for what has no day. */
  readonly chosen: string | null;
  readonly onClose: () => void;
}

/** What is behind the year: the day that was opened, or what comes next; and the texts that change. */
export function SidePanel({ year, query, chosen, onClose }: SidePanelProps): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const listOf = useListBehind();
  return (
    <aside className="pb-cal-side" aria-label={t('side.label')}>
      <ul className="pb-cal-figures">
        <li>
          <Link to={listOf('overdue')}>{t('overdue.title')}</Link>
          <b className={year.overdue > 0 ? 'pb-amber' : ''}>{formatNumber(year.overdue, language)}</b>
        </li>
        <li>
          <Link to={listOf('soon')}>{t('soon.title')}</Link>
          <b>{formatNumber(year.soon, language)}</b>
        </li>
      </ul>
      {chosen === null ? <NextSection query={query} /> : <DaySection {...{ query, chosen, onClose }} />}
      <RegulationSection />
    </aside>
  );
}

/** The list that a number counts, under the filters of the year. */
function useListBehind(): (state: string) => string {
  const [params] = useSearchParams();
  return (state) => {
    const address = new URLSearchParams(params);
    for (const name of ['year', 'day', 'after']) address.delete(name);
    address.set('view', 'list');
    address.set('state', state);
    return `/calendar?${address.toString()}`;
  };
}

const shownOfDay = 50;
const shownNext = 8;

function DaySection({
  query,
  chosen,
  onClose,
}: Omit<SidePanelProps, 'year'> & { readonly chosen: string }): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const wanted = chosen.length === 7 ? 'month' : 'day';
  const day = wanted === 'month' ? `${chosen}-01` : chosen;
  const page = useObligations({ ...query, from: day, to: day, limit: shownOfDay });
  const title =
    wanted === 'month'
      ? t('day.month', { month: monthName(chosen, language) })
      : t('day.title', { day: formatDay(day, language, 'long') });
  const place = useRef<HTMLElement>(null);
  // On a narrow screen the panel stands below the year that was pressed.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <section ref={place} aria-live="polite" aria-busy={page.isPlaceholderData}>
      <div className="pb-between">
        <h2>{title}</h2>
        <button type="button" className="pb-cal-close pb-xs" onClick={onClose}>
          {t('day.close')}
        </button>
      </div>
      {page.isPending ? <TextSkeleton lines={3} /> : null}
      {page.isError ? <ProblemNotice error={page.error} onRetry={page.refetch} /> : null}
      {page.data && !page.isPlaceholderData ? (
        <ul className="pb-cal-lines">
          {page.data.items
            .filter((one) => shownPrecision(one) === wanted)
            .map((one) => (
              <ObligationLine key={one.id} obligation={one} />
            ))}
        </ul>
      ) : null}
    </section>
  );
}

function NextSection({ query }: { readonly query: ListQuery }): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const page = useObligations({ ...query, state: 'due', limit: shownNext });
  return (
    <section>
      <h2>{t('next.title')}</h2>
      {page.isPending ? <TextSkeleton lines={6} /> : null}
      {page.isError ? <ProblemNotice error={page.error} onRetry={page.refetch} /> : null}
      {page.data?.items.length === 0 ? <p className="pb-sm pb-soft">{t('next.none')}</p> : null}
      <ul className="pb-cal-lines">
        {page.data?.items.map((one) => (
          <ObligationLine key={one.id} obligation={one} />
        ))}
      </ul>
    </section>
  );
}

function RegulationSection(): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const { data } = useRegulations();
  return (
    <section>
      <h2>{t('regulations.title')}</h2>
      <ul className="pb-cal-lines">
        {data?.items.map(({ id, name, effectiveOn, precision, contracts, asked, caution }) => (
          <li key={id} className="pb-cal-text">
            <p className="pb-sm">
              <span className="pb-medium">{dueInWords(effectiveOn, precision, language)}</span> ·{' '}
              {name[language]}
            </p>
            {caution === null ? null : <p className="pb-xs pb-muted">{caution[language]}</p>}
            <p className="pb-xs">
              {contracts === 0 ? (
                <span className="pb-muted">{t('regulations.none')}</span>
              ) : (
                <Link to={`/calendar?view=list&state=all&regulation=${id}`}>
                  {t('regulations.contracts', { count: contracts })}
                </Link>
              )}
              {asked > 0 ? (
                <span className="pb-muted"> · {t('regulations.asked', { count: asked })}</span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <p className="pb-sm">
        <Link to="/watch">{t('regulations.all')}</Link>
      </p>
    </section>
  );
}
