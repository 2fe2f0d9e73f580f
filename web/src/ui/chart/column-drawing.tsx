import type { ReactNode } from 'react';

import { Drawing } from './drawing.js';
import { DrawnLink } from './drawn-link.js';

export interface DrawnColumn {
  readonly key: string;
  readonly label: string;
  /** Over the column: how many it holds. */
  readonly above: { readonly text: string; readonly spoken: string; readonly to: string };
  readonly parts: readonly ColumnPart[];
}

interface ColumnPart {
  readonly fill: string;
  readonly count: number;
  readonly text: string;
  readonly spoken: string;
  readonly to: string;
}

interface ColumnDrawingProps {
  readonly columns: readonly DrawnColumn[];
  readonly width: number;
  readonly spoken: string;
}

const plotHeight = 200;
/** A few columns stand together at the left. */
const mostStep = 132;
const aboveHeight = 22;
const belowHeight = 24;
/** Lower parts show no number: it would not fit. */
const leastForText = 16;

/** Columns of parts on one scale, the first part at the foot. */
export function ColumnDrawing({ columns, width, spoken }: ColumnDrawingProps): ReactNode {
  const most = Math.max(1, ...columns.map(totalOf));
  const step = Math.min(mostStep, width / Math.max(1, columns.length));
  const columnWidth = Math.min(72, step - 10);
  const height = aboveHeight + plotHeight + belowHeight;
  return (
    <Drawing width={width} height={height} spoken={spoken}>
      <line
        className="pb-draw-line"
        x1={0}
        x2={width}
        y1={aboveHeight + plotHeight}
        y2={aboveHeight + plotHeight}
      />
      {columns.map((column, place) => {
        const left = place * step + (step - columnWidth) / 2;
        const top = aboveHeight + plotHeight * (1 - totalOf(column) / most);
        return (
          <g key={column.key} transform={`translate(${left} 0)`}>
            <DrawnLink to={column.above.to} label={column.above.spoken}>
              <rect x={0} y={top - aboveHeight} width={columnWidth} height={aboveHeight} fill="transparent" />
              <text className="pb-draw-small" x={columnWidth / 2} y={top - 6} textAnchor="middle">
                {column.above.text}
              </text>
            </DrawnLink>
            <Parts column={column} width={columnWidth} most={most} />
            <text className="pb-draw-small" x={columnWidth / 2} y={height - 8} textAnchor="middle">
              {column.label}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}

interface PartsProps {
  readonly column: DrawnColumn;
  readonly width: number;
  readonly most: number;
}

function Parts({ column: { parts }, width, most }: PartsProps): ReactNode {
  const foot = aboveHeight + plotHeight;
  return parts.map(({ fill, count, text, spoken, to }, place) => {
    if (count === 0) return null;
    const below = parts.slice(0, place).reduce((sum, part) => sum + part.count, 0);
    const high = (count / most) * plotHeight;
    const y = foot - (below / most) * plotHeight - high;
    return (
      <DrawnLink key={fill} to={to} label={spoken}>
        <rect className={`pb-draw-${fill}`} x={0} y={y} width={width} height={Math.max(1, high - 1)} />
        {high >= leastForText ? (
          <text className={`pb-draw-on-${fill}`} x={width / 2} y={y + high / 2 + 4} textAnchor="middle">
            {text}
          </text>
        ) : null}
      </DrawnLink>
    );
  });
}

function totalOf({ parts }: DrawnColumn): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
