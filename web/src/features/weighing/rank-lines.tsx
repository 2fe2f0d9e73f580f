import type { ReactNode } from 'react';

import type { RankedEngagement } from './use-trial.js';

interface RankLinesProps {
  readonly rows: readonly { readonly row: RankedEngagement; readonly start: number }[];
  readonly rowHeight: number;
  readonly height: number;
}

const from = 30;
const to = 58;

/** A line from where each engagement in view is published to where the trial puts it; those that change grade are drawn darker. */
export function RankLines({ rows, rowHeight, height }: RankLinesProps): ReactNode {
  const middle = (rank: number): number => (rank + 0.5) * rowHeight;
  return (
    <svg className="pb-rank-lines" width={64} height={height} aria-hidden>
      {rows.map(({ row: { engagement, rank, publishedRank, grade } }) => {
        const y1 = middle(publishedRank);
        const y2 = middle(rank);
        const bend = (from + to) / 2;
        return (
          <path
            key={engagement.id}
            d={`M${from} ${y1}C${bend} ${y1} ${bend} ${y2} ${to} ${y2}`}
            className={grade === null || grade === engagement.grade ? undefined : 'pb-rank-line-grade'}
          />
        );
      })}
    </svg>
  );
}
