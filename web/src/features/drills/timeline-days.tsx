import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';
import { shortDay } from '../../platform/i18n/moments.js';
import type { DrillDrawing } from './timeline-layout.js';

const top = 28;

/** The days with their hours; the time at which somebody is there stands out from nights and days off. */
export function TimelineDays({
  drawn,
  to,
}: {
  readonly drawn: DrillDrawing;
  readonly to: number;
}): ReactNode {
  const { language } = useTranslation(drillTexts);
  return drawn.days.map(({ day, x, width, office, hours }) => (
    <g key={day}>
      <rect x={x} y={top} width={width} height={to - top} className="pb-drill-off" />
      {office === null ? null : (
        <rect x={office.x} y={top} width={office.width} height={to - top} className="pb-drill-office" />
      )}
      <line x1={x} x2={x} y1={16} y2={to} className="pb-drill-day" />
      <text x={x + 6} y={16} className="pb-drill-label">
        {shortDay(day, language)}
      </text>
      {hours.map(({ hour, x: place }) => (
        <text key={hour} x={place} y={42} textAnchor="middle" className="pb-drill-tick">
          {`${hour}\u00a0h`}
        </text>
      ))}
    </g>
  ));
}
