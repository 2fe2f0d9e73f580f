import type { ReactNode } from 'react';

import { Drawing } from './drawing.js';
import { DrawnLink } from './drawn-link.js';
import { fit } from './measured.js';

interface GridCell {
  readonly count: number;
  readonly text: string;
  readonly spoken: string;
  readonly to: string;
}

interface GridColumn {
  readonly fill: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
}

interface GridDrawingProps {
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly cells: readonly GridCell[];
  }[];
  /** Their fill is that of the column: a grade, or none. */
  readonly columns: readonly GridColumn[];
  readonly width: number;
  readonly labelWidth: number;
  readonly spoken: string;
}

const headHeight = 24;
const rowHeight = 44;
const space = 2;

/** Counts of two things at once; a cell without any is only an outline. */
export function GridDrawing({ rows, columns, width, labelWidth, spoken }: GridDrawingProps): ReactNode {
  const cellWidth = (width - labelWidth) / columns.length;
  const height = headHeight + rows.length * rowHeight;
  return (
    <Drawing width={width} height={height} spoken={spoken}>
      {columns.map(({ label, short }, place) => (
        <text
          key={label}
          className="pb-draw-small"
          x={labelWidth + (place + 0.5) * cellWidth}
          y={14}
          textAnchor="middle"
        >
          {fit(label, cellWidth) === label ? label : short}
        </text>
      ))}
      {rows.map(({ key, label, cells }, index) => (
        <g key={key} transform={`translate(0 ${headHeight + index * rowHeight})`}>
          <text x={0} y={rowHeight / 2 + 4}>
            {fit(label, labelWidth)}
          </text>
          {cells.map((cell, place) => {
            const fill = columns[place]?.fill ?? 'none';
            const box = {
              x: labelWidth + place * cellWidth + space / 2,
              y: space / 2,
              width: cellWidth - space,
              height: rowHeight - space,
              rx: 2,
            };
            const middle = { x: box.x + box.width / 2, y: rowHeight / 2 + 5 };
            return cell.count === 0 ? (
              <rect key={cell.to} className="pb-draw-empty" {...box} />
            ) : (
              <DrawnLink key={cell.to} to={cell.to} label={cell.spoken}>
                <rect className={`pb-draw-${fill}`} {...box} />
                <text className={`pb-draw-strong pb-draw-on-${fill}`} {...middle} textAnchor="middle">
                  {cell.text}
                </text>
              </DrawnLink>
            );
          })}
        </g>
      ))}
    </Drawing>
  );
}
