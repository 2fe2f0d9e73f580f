import type { DrillLimits } from '@probant/shared/drills/drill';
import { judgeSpan } from '@probant/shared/drills/judge-limits';
import type { MeasuredTicket } from '@probant/shared/drills/metrics';
import { boundsOf, minuteMs } from '@probant/shared/moment';
import { spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';
import { drawing, type DrillDrawing } from './timeline-layout.js';

const headHeight = 34;
const barHeight = 19;
/** What "58 h 29 late" takes. */
const overWidth = 110;

interface LimitRowsProps {
  readonly drawn: DrillDrawing;
  readonly measured: readonly MeasuredTicket[];
  readonly limits: DrillLimits;
  readonly simulatedHours: number | null;
  readonly from: number;
}

/** How high they stand. */
export function heightOfLimits({ tellHours }: DrillLimits, tickets: number, simulated: boolean): number {
  const bars = barHeight * Math.max(1, tickets);
  return headHeight + (tellHours === null ? 0 : bars) + (simulated ? bars + 8 : 0);
}

/** Each detection against the time that the contract gives to tell the customer, and against what a model clause would give. */
export function LimitRows({ drawn, measured, limits, simulatedHours, from }: LimitRowsProps): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const { tellHours, source } = limits;
  const written = tellHours !== null;
  const next = from + headHeight + (written ? barHeight * Math.max(1, measured.length) : 0);
  return (
    <g>
      <text x={0} y={from + 24} className="pb-drill-row">
        {t('row.contract')}
      </text>
      <text x={drawing.left + 8} y={from + 24} className="pb-drill-text">
        {written
          ? t('contract.limit', {
              hours: formatNumber(tellHours, language, tellHours % 1 === 0 ? 0 : 2),
              source,
            })
          : t('contract.nothing')}
      </text>
      {written ? <Bars drawn={drawn} measured={measured} hours={tellHours} from={from + headHeight} /> : null}
      <line x1={drawing.left} x2={drawn.right} y1={next} y2={next} className="pb-drill-grid" />
      {simulatedHours === null ? null : (
        <>
          <text x={0} y={next + 18} className="pb-drill-row">
            {t('row.simulated', { hours: simulatedHours })}
          </text>
          <text x={0} y={next + 34} className="pb-drill-tick">
            {t('row.simulated.text')}
          </text>
          <Bars drawn={drawn} measured={measured} hours={simulatedHours} from={next + 8} />
        </>
      )}
    </g>
  );
}

interface BarsProps {
  readonly drawn: DrillDrawing;
  readonly measured: readonly MeasuredTicket[];
  readonly hours: number;
  readonly from: number;
}

function Bars({ drawn, measured, hours, from }: BarsProps): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  return measured.map((one, place) => {
    const opened = boundsOf(one.ticket.openedAt).from;
    const start = drawn.at(opened);
    const due = Math.min(drawn.right, drawn.at(opened + hours * 60 * minuteMs));
    const end = Math.min(
      drawn.right,
      one.tell === null ? drawn.right : drawn.at(opened + one.tell.high * minuteMs),
    );
    const { over } = judgeSpan(one.tell, hours);
    const y = from + place * barHeight;
    return (
      <g key={place}>
        <rect
          x={start}
          y={y}
          width={Math.max(1, Math.min(due, end) - start)}
          height={14}
          className="pb-drill-kept"
        />
        {end > due ? (
          <>
            <rect x={due} y={y} width={end - due} height={14} className="pb-drill-late" />
            <line x1={due} x2={due} y1={y - 3} y2={y + 17} className="pb-drill-due" />
            <text
              x={end - due > overWidth ? end - 8 : end + 8}
              y={y + 11}
              textAnchor={end - due > overWidth ? 'end' : 'start'}
              className="pb-drill-over pb-drill-halo"
            >
              {over === null ? t('late.never') : t('late.by', { span: spanInWords(over, language) })}
            </text>
          </>
        ) : null}
      </g>
    );
  });
}
