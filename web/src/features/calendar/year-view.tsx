import { obligationStates } from '@probant/shared/obligations/marks';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

import { formatDay, formatNumber } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { calendarTexts } from './calendar.texts.js';
import { StateMark } from './state-mark.js';
import type { Year } from './use-calendar.js';
import { type DayCounts, type MonthGrid, nextDay, yearGrid } from './year-grid.js';

interface YearViewProps {
  readonly year: Year;
  readonly today: string;
  /** The day that is open beside the year: `2026-09-01`, or `2026-09` for what has no day. */
  readonly chosen: string | null;
  readonly onChoose: (day: string) => void;
}

/** Twelve months, each day with what falls on it. Arrow keys lead from one day that holds something to the next. */
export function YearView({ year, today, chosen, onChoose }: YearViewProps): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const months = yearGrid(year.year, year.days);
  const days = months.flatMap((month) => [...month.days.keys()]).toSorted();
  const place = useRef<HTMLDivElement>(null);
  const entry = days.find((day) => day === chosen) ?? days.find((day) => day >= today) ?? days[0];
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    const to = from === undefined ? null : nextDay(days, from, event.key);
    if (to === null) return;
    event.preventDefault();
    place.current?.querySelector<HTMLButtonElement>(`button[data-day="${to}"]`)?.focus();
  };
  return (
    <>
      <Legend />
      {days.length === 0 && months.every(({ dayless }) => dayless === null) ? (
        <p className="pb-soft">{t('year.none')}</p>
      ) : null}
      <div
        ref={place}
        className="pb-cal-year"
        role="group"
        aria-label={t('year.label', { year: year.year })}
        aria-describedby="calendar-keys"
        onKeyDown={walk}
      >
        {months.map((month) => (
          <Month key={month.month} month={month} {...{ today, chosen, onChoose }} entry={entry ?? ''} />
        ))}
      </div>
      <p id="calendar-keys" className="pb-xs pb-muted pb-cal-keys">
        {t('year.keys')}
      </p>
      <MonthTable months={months} />
    </>
  );
}

function Legend(): ReactNode {
  const { t } = useTranslation(calendarTexts);
  return (
    <ul className="pb-cal-legend pb-xs pb-soft" aria-label={t('legend')}>
      {obligationStates.map((state) => (
        <li key={state}>
          <StateMark state={state} /> {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

interface MonthProps extends Omit<YearViewProps, 'year'> {
  readonly month: MonthGrid;
  /** The one day that the Tab key reaches. */
  readonly entry: string;
}

function Month({ month, today, chosen, onChoose, entry }: MonthProps): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const titleId = `calendar-${month.month}`;
  const { dayless } = month;
  return (
    <section className="pb-cal-month" aria-labelledby={titleId}>
      <div className="pb-between">
        <h3 id={titleId} data-now={today.startsWith(month.month)}>
          {monthName(month.month, language)}
        </h3>
        {dayless === null ? null : (
          <button
            type="button"
            className="pb-cal-dayless pb-xs"
            aria-pressed={chosen === month.month}
            onClick={() => {
              onChoose(month.month);
            }}
          >
            <Marks counts={dayless} />
            {t('day.dayless', { count: dayless.total })}
          </button>
        )}
      </div>
      <div className="pb-cal-days">
        {weekdays(language).map((name) => (
          <span key={name.key} className="pb-cal-weekday" aria-hidden>
            {name.letter}
          </span>
        ))}
        {month.weeks
          .flat()
          .map((day, index) =>
            day === null ? (
              <span key={`${month.month}-${index}`} aria-hidden />
            ) : (
              <Day
                key={day}
                day={day}
                counts={month.days.get(day)}
                isToday={day === today}
                isChosen={day === chosen}
                reachable={day === entry}
                onChoose={onChoose}
              />
            ),
          )}
      </div>
    </section>
  );
}

interface DayProps {
  readonly day: string;
  readonly counts: DayCounts | undefined;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly reachable: boolean;
  readonly onChoose: (day: string) => void;
}

function Day({ day, counts, isToday, isChosen, reachable, onChoose }: DayProps): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const number = Number(day.slice(8));
  if (counts === undefined) {
    return (
      <span className="pb-cal-day" data-today={isToday}>
        {number}
      </span>
    );
  }
  const states = obligationStates
    .filter((state) => counts.counts[state] > 0)
    .map((state) => t('state.count', { count: counts.counts[state], state: t(`state.${state}`) }))
    .join(', ');
  return (
    <button
      type="button"
      className="pb-cal-day"
      data-day={day}
      data-today={isToday}
      data-worst={obligationStates.find((state) => counts.counts[state] > 0)}
      aria-pressed={isChosen}
      aria-label={t('day.label', { day: formatDay(day, language, 'long'), count: counts.total, states })}
      tabIndex={reachable ? 0 : -1}
      onClick={() => {
        onChoose(day);
      }}
    >
      {number}
      <Marks counts={counts} />
    </button>
  );
}

const marksShown = 3;

/** A mark for each, three at most; beyond, the number. */
function Marks({ counts: { counts, total } }: { readonly counts: DayCounts }): ReactNode {
  const { language } = useTranslation(calendarTexts);
  const states = obligationStates.flatMap((state) =>
    Array.from({ length: Math.min(counts[state], 4) }, () => state),
  );
  const shown = total > marksShown ? states.slice(0, 1) : states;
  return (
    <span className="pb-cal-marks" aria-hidden>
      {shown.map((state, index) => (
        <StateMark key={`${state}-${index}`} state={state} />
      ))}
      {/* Drawn by the style: the name of the button says it in words. */}
      {total > marksShown ? <b data-count={formatNumber(total, language)} /> : null}
    </span>
  );
}

function MonthTable({ months }: { readonly months: readonly MonthGrid[] }): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  return (
    <details className="pb-cal-table">
      <summary className="pb-sm">{t('table.show')}</summary>
      <table>
        <caption className="pb-hidden">{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.month')}</th>
            {obligationStates.map((state) => (
              <th key={state} scope="col" className="pb-num">
                {t(`state.${state}`)}
              </th>
            ))}
            <th scope="col" className="pb-num">
              {t('table.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, total }) => (
            <tr key={month}>
              <th scope="row">{monthName(month, language)}</th>
              {obligationStates.map((state) => (
                <td key={state} className="pb-num">
                  {formatNumber(total.counts[state], language)}
                </td>
              ))}
              <td className="pb-num pb-medium">{formatNumber(total.total, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

function weekdays(language: Language): { key: string; letter: string }[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'narrow', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => ({
    key: String(index),
    letter: format.format(new Date(Date.UTC(2024, 0, 1 + index))),
  }));
}
