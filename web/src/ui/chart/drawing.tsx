import type { ReactNode } from 'react';

interface DrawingProps {
  readonly width: number;
  readonly height: number;
  readonly spoken: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Holds links, each with a name of its own: a group, where an image would hide them. */
export function Drawing({ width, height, spoken, className = '', children }: DrawingProps): ReactNode {
  return (
    <svg
      className={`pb-draw ${className}`.trim()}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={spoken}
    >
      {children}
    </svg>
  );
}
