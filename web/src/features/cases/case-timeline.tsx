import type { ReplayCase } from '@probant/shared/library/case';
import { type ReactNode, useMemo } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { caseDate, monthOf } from './case-date.js';
import { caseTexts } from './cases.texts.js';
import { timelineOf, type Line, type PlacedEvent } from './timeline-scale.js';

/** Share of the width that a label takes. */
const labelWidth = 13;

/** What happened and when, to scale; the same as a list for whoever cannot see the drawing, and on a phone. */
export function CaseTimeline({ replay }: { readonly replay: ReplayCase }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const lines = useMemo(() => timelineOf(replay.events, labelWidth), [replay]);
  if (lines.length === 0) return null;
  return (
    <section className="pb-case-timeline" aria-label={t('timeline')}>
      <div className="pb-case-lines" aria-hidden>
        {lines.map((line) => (
          <TimeLine key={line.span.from} line={line} language={language} />
        ))}
      </div>
      <details className="pb-case-details">
        <summary>{t('timeline.all', { count: replay.events.length })}</summary>
        <ol className="pb-case-dates">
          {replay.events.map(({ on, until, text, basis }) => (
            <li key={`${on} ${text.fr}`}>
              <span className="pb-tabular pb-soft">
                {until === undefined
                  ? caseDate(on, language)
                  : t('timeline.until', { from: caseDate(on, language), to: caseDate(until, language) })}
              </span>
              <span>
                {text[language]}
                {basis === 'stated' ? null : <span className="pb-xs pb-muted"> · {t(`basis.${basis}`)}</span>}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function TimeLine({ line, language }: { readonly line: Line; readonly language: Language }): ReactNode {
  return (
    <div className="pb-case-line">
      {line.zoom === null ? null : (
        <span
          className="pb-case-zoom"
          style={{ left: `${line.zoom.from}%`, width: `${line.zoom.to - line.zoom.from}%` }}
        />
      )}
      <div className="pb-case-axis">
        {line.ticks.map(({ at, instant, unit, ends }) => (
          <span
            key={instant}
            className={ends ? 'pb-case-tick pb-case-tick-end' : 'pb-case-tick'}
            style={ends ? { right: `${100 - at}%` } : { left: `${at}%` }}
          >
            {unit === 'year' ? new Date(instant).getUTCFullYear() : monthOf(instant, language)}
          </span>
        ))}
        {line.events.map((placed) => (
          <Mark key={keyOf(placed)} placed={placed} language={language} />
        ))}
      </div>
      <Labels events={line.events} language={language} />
    </div>
  );
}

function Mark({
  placed,
  language,
}: {
  readonly placed: PlacedEvent;
  readonly language: Language;
}): ReactNode {
  const { event, at, until, label } = placed;
  return (
    <>
      {until === null ? null : (
        <span className="pb-case-stretch" style={{ left: `${at}%`, width: `${Math.max(0, until - at)}%` }} />
      )}
      <span
        className={label === null ? 'pb-case-mark pb-case-mark-small' : 'pb-case-mark'}
        style={{ left: `${at}%` }}
        title={`${caseDate(event.on, language)} : ${event.text[language]}`}
      />
    </>
  );
}

/** Row by row, each as high as its longest text. */
function Labels({
  events,
  language,
}: {
  readonly events: readonly PlacedEvent[];
  readonly language: Language;
}): ReactNode {
  const labels = events
    .flatMap((placed) => (placed.label === null ? [] : [{ placed, label: placed.label }]))
    .sort((a, b) => a.label.row - b.label.row || a.label.from - b.label.from);
  const rows = [...new Set(labels.map(({ label }) => label.row))];
  return rows.map((row) => {
    const own = labels.filter(({ label }) => label.row === row);
    return (
      <div key={row} className="pb-case-row">
        {own.map(({ placed, label: { from, width, ends } }, place) => {
          const before = own[place - 1]?.label;
          const gap = from - (before === undefined ? 0 : before.from + before.width);
          return (
            <span
              key={keyOf(placed)}
              className={ends ? 'pb-case-label pb-case-label-end' : 'pb-case-label'}
              style={{ marginLeft: `${gap}%`, width: `${width}%` }}
            >
              <span className="pb-medium">{placed.event.text[language]}</span>
              <span className="pb-xs pb-muted pb-nowrap">{caseDate(placed.event.on, language)}</span>
            </span>
          );
        })}
      </div>
    );
  });
}

function keyOf({ event }: PlacedEvent): string {
  return `${event.on} ${event.text.fr}`;
}
