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
  const rows = Math.max(0, ...line.events.map(({ row }) => (row ?? -1) + 1));
  return (
    <div className="pb-case-line" style={{ height: 34 + Math.max(1, rows) * 50 }}>
      {line.zoom === null ? null : (
        <span
          className="pb-case-zoom"
          style={{ left: `${line.zoom.from}%`, width: `${line.zoom.to - line.zoom.from}%` }}
        />
      )}
      {line.ticks.map(({ at, instant, unit }) => (
        <span key={instant} className="pb-case-tick" style={{ left: `${at}%` }}>
          {unit === 'year' ? new Date(instant).getUTCFullYear() : monthOf(instant, language)}
        </span>
      ))}
      {line.events.map((placed) => (
        <Mark key={`${placed.event.on} ${placed.event.text.fr}`} placed={placed} language={language} />
      ))}
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
  const { event, at, until, row } = placed;
  const date = caseDate(event.on, language);
  const ends = at > 100 - labelWidth;
  return (
    <>
      {until === null ? null : (
        <span className="pb-case-stretch" style={{ left: `${at}%`, width: `${Math.max(0, until - at)}%` }} />
      )}
      <span
        className={row === null ? 'pb-case-mark pb-case-mark-small' : 'pb-case-mark'}
        style={{ left: `${at}%` }}
        title={`${date} : ${event.text[language]}`}
      />
      {row === null ? null : (
        <span
          className={ends ? 'pb-case-label pb-case-label-end' : 'pb-case-label'}
          style={{
            ...(ends ? { right: `${100 - at}%` } : { left: `${at}%` }),
            top: 34 + row * 50,
            width: `${labelWidth - 0.8}%`,
          }}
        >
          <span className="pb-case-label-text" title={event.text[language]}>
            {event.text[language]}
          </span>
          <span className="pb-xs pb-muted pb-nowrap">{date}</span>
        </span>
      )}
    </>
  );
}
