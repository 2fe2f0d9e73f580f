import type { ReactNode } from 'react';

import type { RowView } from './row-view.js';

interface RankLinesProps {
  readonly rows: readonly { readonly row: RowView; readonly start: number }[];
  readonly rowHeight: number;
  /** Of one of the two ranks, in pixels. */
  readonly rankWidth: number;
}

/** A line may leave the view for so many rows; from farther away there is none: the list may be miles long. */
const beyond = 12;

/** A line from where each engagement in view is published to where the trial puts it; those that change grade are drawn darker. */
export function RankLines({ rows, rowHeight, rankWidth }: RankLinesProps): ReactNode {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const height = last.start + rowHeight - first.start;
  const middle = (rank: number): number => (rank + 0.5) * rowHeight - first.start;
  const [from, to] = [rankWidth + 2, rankWidth + 30];
  const near = rows.filter(({ row: { publishedRank } }) => {
    const y = middle(publishedRank);
    return y > -beyond * rowHeight && y < height + beyond * rowHeight;
  });
  return (
    <svg className="pb-rank-lines" style={{ top: first.start }} width={to + 4} height={height} aria-hidden>
      {near.map(({ row: { number, rank, publishedRank, grade, publishedGrade } }) => {
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
