import type { ReactNode } from 'react';

import { useWidth } from '../ageing/use-width.js';

/** Until it has been measured, and where nothing is laid out. */
const usualWidth = 560;

/** A drawing as wide as its place, so that letters keep their size. */
export function Measured({ children }: { readonly children: (width: number) => ReactNode }): ReactNode {
  const [ref, width] = useWidth();
  return <div ref={ref}>{children(width > 0 ? width : usualWidth)}</div>;
}

/** On average of the letters at 13 px. */
const letterWidth = 6.9;

/** As much of a text as fits; a drawing does not cut texts itself. */
export function fit(text: string, width: number): string {
  const letters = Math.floor(width / letterWidth);
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}
