import type { ReactNode } from 'react';

import type { Mark } from './timeline-layout.js';

interface DotProps {
  readonly mark: Mark;
  readonly y: number;
  readonly size?: 'normal' | 'large';
}

/** Filled where the minute is known, hollow where the day alone is. */
export function Dot({ mark, y, size = 'normal' }: DotProps): ReactNode {
  const kind = size === 'large' ? 'pb-drill-dot pb-drill-dot-told' : 'pb-drill-dot';
  return (
    <circle
      cx={mark.x}
      cy={y}
      r={size === 'large' ? 8 : 6}
      className={mark.exact ? kind : `${kind} pb-drill-dot-hollow`}
    />
  );
}

interface DayBarProps {
  readonly mark: Mark;
  readonly y: number;
  readonly hatch: string;
  readonly text: string;
}

/** Somewhere between the two ends. */
export function DayBar({ mark, y, hatch, text }: DayBarProps): ReactNode {
  const width = Math.max(2, mark.to - mark.from - 2);
  return (
    <g>
      <rect
        x={mark.from + 1}
        y={y - 9}
        width={width}
        height={18}
        rx={2}
        fill={`url(#${hatch})`}
        className="pb-drill-bar"
      />
      {width < text.length * 6.4 ? null : (
        <text x={mark.from + 8} y={y + 4} className="pb-drill-label">
          {text}
        </text>
      )}
    </g>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly under?: string;
  readonly end?: boolean;
}

export function Label({ x, y, text, under = '', end = false }: LabelProps): ReactNode {
  const anchor = end ? 'end' : 'start';
  return (
    <>
      <text x={x} y={y} textAnchor={anchor} className="pb-drill-label pb-drill-halo">
        {text}
      </text>
      {under === '' ? null : (
        <text x={x} y={y + 15} textAnchor={anchor} className="pb-drill-tick pb-drill-halo">
          {under}
        </text>
      )}
    </>
  );
}
