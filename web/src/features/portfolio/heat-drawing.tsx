import { gradeOf } from '@probant/shared/scoring/grade';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { fit } from '../../ui/chart/measured.js';
import { cellsOf, type HeatCell } from './heat.js';
import type { Standing, Summary } from './use-portfolio.js';

const nameWidth = 320;
const gradeWidth = 34;
const scoreWidth = 56;
const cellWidth = 44;
const rowHeight = 30;
const headHeight = 104;
const themesAt = nameWidth + gradeWidth + scoreWidth;
/** The last heading leans out. */
const leaning = 60;

interface HeatDrawingProps {
  readonly rows: readonly Standing[];
  readonly summary: Summary;
  readonly language: Language;
}

/** The page of the map as a drawing, for a file; on the screen it is a table. */
export function HeatDrawing({ rows, summary, language }: HeatDrawingProps): ReactNode {
  const { themes } = summary;
  const width = themesAt + themes.length * cellWidth + leaning;
  const height = headHeight + rows.length * rowHeight;
  return (
    <svg className="pb-draw" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {themes.map(({ code, title }, place) => (
        <text
          key={code}
          className="pb-draw-small"
          transform={`translate(${themesAt + (place + 0.5) * cellWidth} ${headHeight - 8}) rotate(-42)`}
        >
          {title[language]}
        </text>
      ))}
      {rows.map((row, index) => (
        <g key={row.engagementId} transform={`translate(0 ${headHeight + index * rowHeight})`}>
          <text x={0} y={19}>
            {fit(`${row.supplierName}, ${row.engagementName}`, nameWidth)}
          </text>
          {row.grade === null ? null : (
            <>
              <rect className={`pb-draw-${row.grade}`} x={nameWidth} y={4} width={22} height={22} rx={2} />
              <text
                className={`pb-draw-strong pb-draw-on-${row.grade}`}
                x={nameWidth + 11}
                y={19}
                textAnchor="middle"
              >
                {row.grade}
              </text>
            </>
          )}
          <text className="pb-draw-strong" x={themesAt - 12} y={19} textAnchor="end">
            {row.score === null ? '–' : formatNumber(row.score, language, 1)}
          </text>
          {cellsOf(row, summary).map((cell, place) => (
            <g key={cell.code} transform={`translate(${themesAt + place * cellWidth} 0)`}>
              <DrawnCell cell={cell} limits={summary.gradeLimits} language={language} />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

interface DrawnCellProps {
  readonly cell: HeatCell;
  readonly limits: Summary['gradeLimits'];
  readonly language: Language;
}

function DrawnCell({ cell, limits, language }: DrawnCellProps): ReactNode {
  const box = { x: 1, y: 2, width: cellWidth - 2, height: rowHeight - 4, rx: 2 };
  const middle = { x: cellWidth / 2, y: 19, textAnchor: 'middle' } as const;
  if (cell.kind === 'out-of-scope') return <line className="pb-draw-line" x1={10} x2={34} y1={24} y2={6} />;
  if (cell.kind === 'unscored') {
    return (
      <>
        <rect className="pb-draw-empty" {...box} />
        <text className="pb-draw-small" {...middle}>
          –
        </text>
      </>
    );
  }
  const grade = gradeOf({ grades: limits }, cell.risk);
  return (
    <>
      <rect className={`pb-draw-${grade}`} {...box} />
      {cell.ring === 'none' ? null : <rect className={`pb-draw-ring-${cell.ring}`} {...box} />}
      <text className={`pb-draw-on-${grade}`} {...middle}>
        {formatNumber(cell.risk, language)}
      </text>
    </>
  );
}
