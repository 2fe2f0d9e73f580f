import type { Drill } from '@probant/shared/drills/drill';
import type { DrillMetrics } from '@probant/shared/drills/metrics';
import { type ReactNode, useId, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';
import { heightOfLimits, LimitRows } from './limit-rows.js';
import { shortDay } from '../../platform/i18n/moments.js';
import { TimelineDays } from './timeline-days.js';
import { DropMarks, rows, TellingMarks, TicketMarks } from './timeline-events.js';
import { drawDrill, drawing } from './timeline-layout.js';

const limitsFrom = 402;
const rowKeys = ['drop', 'detect', 'qualify', 'escalate', 'tell'] as const;

interface DrillTimelineProps {
  readonly drill: Drill;
  readonly metrics: DrillMetrics;
  /** Hours of a model clause to lay beside the contract; null: the contract alone. */
  readonly simulatedHours: number | null;
}

/** The drill to scale; the table beside it says the same to whoever cannot see it. */
export function DrillTimeline({ drill, metrics, simulatedHours }: DrillTimelineProps): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const hatch = useId();
  const drawn = useMemo(() => drawDrill(drill), [drill]);
  const { days, width, right } = drawn;
  const day = (place: number): string => shortDay(days.at(place)?.day ?? '', language, true);
  const height =
    limitsFrom + heightOfLimits(drill.limits, metrics.tickets.length, simulatedHours !== null) + 6;
  return (
    // What scrolls has to be reached by key.
    <div className="pb-drill-timeline" role="group" aria-label={t('timeline.scroll')} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('timeline', { from: day(0), to: day(-1) })}
      >
        <Hatch id={hatch} />
        <TimelineDays drawn={drawn} to={height} />
        {rowKeys.map((row) => (
          <g key={row}>
            <text x={0} y={rows[row] + 4} className="pb-drill-row">
              {t(`row.${row}`)}
            </text>
            <line x1={drawing.left} x2={right} y1={rows[row]} y2={rows[row]} className="pb-drill-grid" />
          </g>
        ))}
        <TellingMarks drawn={drawn} hatch={hatch} tell={metrics.tell} to={height} />
        <DropMarks drawn={drawn} hatch={hatch} />
        <TicketMarks drawn={drawn} measured={metrics.tickets} />
        <line x1={0} x2={right} y1={limitsFrom} y2={limitsFrom} className="pb-drill-line" />
        <LimitRows
          drawn={drawn}
          measured={metrics.tickets}
          limits={drill.limits}
          simulatedHours={simulatedHours}
          from={limitsFrom}
        />
      </svg>
    </div>
  );
}

function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="pb-drill-office" />
        <line x1="0" x2="0" y1="0" y2="6" className="pb-drill-hatch" />
      </pattern>
    </defs>
  );
}
