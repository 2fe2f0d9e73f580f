import type { ReactNode } from 'react';

import { Drawing } from './drawing.js';
import { DrawnLink } from './drawn-link.js';
import { fit } from './measured.js';

interface BarRow {
  readonly key: string;
  readonly label: string;
  /** Behind the label, muted. */
  readonly more?: string;
  readonly to?: string;
  readonly bars: readonly Bar[];
  /** Numbers at the right, one for each heading. */
  readonly ends: readonly BarEnd[];
}

interface Bar {
  readonly from: number;
  readonly to: number;
  /** Of `pb-draw-…`. */
  readonly fill: string;
}

interface BarEnd {
  readonly text: string;
  readonly spoken: string;
  readonly to?: string;
  readonly strong?: boolean;
}

interface BarRowsProps {
  readonly rows: readonly BarRow[];
  readonly width: number;
  readonly labelWidth: number;
  /** Over the numbers at the right. */
  readonly headings?: readonly string[];
  readonly endWidth: number;
  readonly spoken: string;
}

const rowHeight = 28;
const headHeight = 20;
const gap = 12;
const leastPlot = 40;

/** Rows of a name, a bar and numbers, on one scale that holds zero. */
export function BarRows(props: BarRowsProps): ReactNode {
  const { rows, width, labelWidth, headings = [], endWidth, spoken } = props;
  const places = Math.max(headings.length, ...rows.map(({ ends }) => ends.length));
  const plot = {
    left: labelWidth + gap,
    right: width - places * endWidth - gap,
  };
  // Where there is no room for bars, the numbers alone are drawn.
  const drawn = plot.right - plot.left >= leastPlot;
  const values = rows.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to]));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value: number): number =>
    plot.left + ((value - least) / (most - least || 1)) * (plot.right - plot.left);
  const top = headings.length > 0 ? headHeight : 0;
  const height = top + rows.length * rowHeight;
  const endAt = (place: number): number => width - (places - 1 - place) * endWidth;
  return (
    <Drawing width={width} height={height} spoken={spoken}>
      {headings.map((heading, place) => (
        <text key={heading} className="pb-draw-small" x={endAt(place)} y={12} textAnchor="end">
          {heading}
        </text>
      ))}
      {drawn && least < 0 ? <line className="pb-draw-line" x1={x(0)} x2={x(0)} y1={top} y2={height} /> : null}
      {rows.map((row, index) => (
        <g key={row.key} transform={`translate(0 ${top + index * rowHeight})`}>
          <Label row={row} width={labelWidth} />
          {(drawn ? row.bars : []).map(({ from, to, fill }) => (
            <rect
              key={`${from} ${to} ${fill}`}
              className={`pb-draw-${fill}`}
              x={Math.min(x(from), x(to))}
              y={7}
              width={Math.max(from === to ? 0 : 2, Math.abs(x(to) - x(from)))}
              height={14}
              rx={1}
            />
          ))}
          {row.ends.map((end, place) => (
            <DrawnLink key={end.spoken} to={end.to} label={end.spoken}>
              <rect
                x={endAt(place) - endWidth + 8}
                y={2}
                width={endWidth - 8}
                height={24}
                fill="transparent"
              />
              <text className={end.strong ? 'pb-draw-strong' : ''} x={endAt(place)} y={18} textAnchor="end">
                {end.text}
              </text>
            </DrawnLink>
          ))}
        </g>
      ))}
    </Drawing>
  );
}

function Label({ row, width }: { readonly row: BarRow; readonly width: number }): ReactNode {
  const { label, more, to } = row;
  const name = fit(label, width);
  const rest = more === undefined || name.endsWith('…') ? '' : fit(more, width - name.length * 7.4 - 8);
  return (
    <DrawnLink to={to} label={more === undefined ? label : `${label}, ${more}`} namesItself>
      <rect x={0} y={2} width={width} height={24} fill="transparent" />
      <text x={0} y={18}>
        {name}
        {rest.length > 2 ? <tspan className="pb-draw-small"> {rest}</tspan> : null}
      </text>
    </DrawnLink>
  );
}
