import type { ReactNode } from 'react';

import type { RowView } from './row-view.js';

interface RankLinesProps {
  readonly rows: readonly { readonly row: RowView; readonly start: number }[];
  readonly rowHeight: number;
}

const from = 30;
const to = 58;
/** A line that leaves the view goes on for so many rows: the list may be miles long. */
const beyond = 6;

/** A line from where each engagement in view is published to where the trial puts it; those that change grade are drawn darker. */
export function RankLines({ rows, rowHeight }: RankLinesProps): ReactNode {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const height = last.start + rowHeight - first.start;
  const middle = (rank: number): number => {
    const y = (rank + 0.5) * rowHeight - first.start;
    return Math.min(height + beyond * rowHeight, Math.max(-beyond * rowHeight, y));
  };
  return (
    <svg className="pb-rank-lines" style={{ top: first.start }} width={64} height={height} aria-hidden>
      {rows.map(({ row: { number, rank, publishedRank, grade, publishedGrade } }) => {
        const y1 = middle(publishedRank);
        const y2 = middle(rank);
        const bend = (from + to) / 2;
        return (
          <path
            key={number}
            d={`M${from} ${y1}C${bend} ${y1} ${bend} ${y2} ${to} ${y2}`}
            className={grade === null || grade === publishedGrade ? undefined : 'pb-rank-line-grade'}
          />
        );
      })}
    </svg>
  );
}
