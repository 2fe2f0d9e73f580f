import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { instantByParis, shortDay } from '../../platform/i18n/moments.js';
import { type ClockDrawing, type ClockRow, clockSize, drawClock, withRoom } from './clock-layout.js';
import { incidentTexts } from './incidents.texts.js';
import { useVerdict } from './use-verdict.js';
import type { Incident } from './use-incidents.js';

const { left, right, width, rowHeight, top } = clockSize;

interface IncidentClockProps {
  readonly incident: Incident;
  readonly asOf: string;
}

/** What happened and what is due, to scale; the table of what is due says the same. */
export function IncidentClock({ incident, asOf }: IncidentClockProps): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const { facts, dues } = incident;
  const drawn = useMemo(() => drawClock(facts, dues, asOf), [facts, dues, asOf]);
  if (drawn === null) return null;
  const height = top + rowHeight * (dues.length + 1) + 8;
  return (
    <div className="pb-incident-clock" role="group" aria-label={t('clock.scroll')} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('clock.of', { title: facts.title })}
      >
        <Axis drawn={drawn} height={height} />
        <Steps drawn={drawn} />
        {drawn.rows.map((row, place) => (
          <DueBar key={row.due.key} row={row} y={top + rowHeight * (place + 1)} now={drawn.now} />
        ))}
      </svg>
    </div>
  );
}

function Axis({ drawn, height }: { readonly drawn: ClockDrawing; readonly height: number }): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  return (
    <g>
      {drawn.days.map(({ day, x }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={10} y2={height} className="pb-incident-day" />
          <text x={x + 5} y={14} className="pb-incident-label">
            {shortDay(day, language)}
          </text>
        </g>
      ))}
      {drawn.hours.map(({ label, x }) => (
        <text key={x} x={x} y={32} textAnchor="middle" className="pb-incident-tick">
          {`${Number(label)}\u00a0h`}
        </text>
      ))}
      {drawn.now === null ? null : (
        <g>
          <line x1={drawn.now} x2={drawn.now} y1={36} y2={height} className="pb-incident-now" />
          <text x={drawn.now - 5} y={height - 2} textAnchor="end" className="pb-incident-tick">
            {t('clock.now')}
          </text>
        </g>
      )}
    </g>
  );
}

function Steps({ drawn: { marks } }: { readonly drawn: ClockDrawing }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const y = top + rowHeight / 2;
  const named = new Set(withRoom(marks, ({ step }) => t(`step.${step}`).length * 6.6 + 18));
  return (
    <g>
      <text x={0} y={y + 4} className="pb-incident-row">
        {t('clock.facts')}
      </text>
      <line x1={left} x2={right} y1={y} y2={y} className="pb-incident-line" />
      {marks.map((mark) => {
        const { step, x, exact } = mark;
        const text = t(`step.${step}`);
        return (
          <g key={step}>
            <circle
              cx={x}
              cy={y}
              r={6}
              className={exact ? 'pb-incident-dot' : 'pb-incident-dot pb-incident-dot-hollow'}
            >
              <title>{text}</title>
            </circle>
            {named.has(mark) ? (
              <text x={x + 10} y={y - 6} className="pb-incident-label pb-incident-halo">
                {text}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

interface DueBarProps {
  readonly row: ClockRow;
  readonly y: number;
  readonly now: number | null;
}

function DueBar({ row, y, now }: DueBarProps): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  const { due, given, over, taken, done, beyond } = row;
  const verdict = useVerdict(due);
  const middle = y + rowHeight / 2;
  const ends = [given, over, taken].flatMap((one) => (one === null ? [] : [one.x + one.width]));
  const textAt = Math.max(left, ...ends, done ?? left) + 10;
  const running = due.verdict === 'running' && given !== null && now !== null;
  return (
    <g>
      <text x={0} y={middle - 1} className="pb-incident-row">
        {t(`due.${due.key}`)}
      </text>
      <text x={0} y={middle + 12} className="pb-incident-tick">
        {t('who.line', { by: t(`by.${due.owedBy}`), to: t(`to.${due.owedTo}`) })}
      </text>
      {given === null ? null : (
        <rect
          x={given.x}
          y={middle - 8}
          width={given.width}
          height={16}
          className={due.verdict === 'running' ? 'pb-incident-running' : 'pb-incident-given'}
        />
      )}
      {running ? (
        <rect
          x={given.x}
          y={middle - 8}
          width={Math.max(0, Math.min(now, given.x + given.width) - given.x)}
          height={16}
          className="pb-incident-spent"
        />
      ) : null}
      {over === null ? null : (
        <rect x={over.x} y={middle - 8} width={over.width} height={16} className="pb-incident-over" />
      )}
      {taken === null ? null : (
        <line x1={taken.x} x2={taken.x + taken.width} y1={middle} y2={middle} className="pb-incident-taken" />
      )}
      {done === null ? null : <circle cx={done} cy={middle} r={6} className="pb-incident-done" />}
      <text x={textAt} y={middle + 4} className="pb-incident-label pb-incident-halo">
        {beyond && due.dueUntil !== null
          ? `${verdict}, ${t('clock.beyond', { moment: instantByParis(due.dueUntil, language) })}`
          : verdict}
      </text>
    </g>
  );
}
