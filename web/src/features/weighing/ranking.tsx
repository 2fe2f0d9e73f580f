import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, type ReactNode, useEffect, useRef } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import type { MatrixRows, Tried } from './matrix-messages.js';
import { RankLines } from './rank-lines.js';
import { RankingRow } from './ranking-row.js';
import type { RowNames } from './row-names.js';
import { rowAt } from './row-view.js';
import { useRowNames } from './use-matrix.js';
import { weighingTexts } from './weighing.texts.js';

interface RankingProps {
  readonly rows: MatrixRows;
  readonly tried: Tried;
  readonly names: RowNames;
  readonly limits: readonly number[];
  readonly chosen: number | null;
  readonly onChoose: (number: number) => void;
  readonly behind: boolean;
}

const wideRow = 44;
/** On a phone the axis stands under the name. */
const narrowRow = 74;
const twoDigits = 28;
const digit = 9;

/** Everybody in the order of the weights tried; only the rows in view are drawn and named. Memoized: it follows the ranking, not the slider. */
export const Ranking = memo(function Ranking(props: RankingProps): ReactNode {
  const { rows, tried, limits, chosen, onChoose, behind } = props;
  const { t } = useTranslation(weighingTexts);
  const narrow = useMediaQuery('(max-width: 760px)');
  const rowHeight = narrow ? narrowRow : wideRow;
  const rankWidth = twoDigits + digit * Math.max(0, String(rows.count).length - 2);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing that is memoized takes its functions
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);
  const inView = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const row = rowAt(rows, tried, index);
    return row ? [{ row, start }] : [];
  });
  const names = useRowNames(
    props.names,
    inView.map(({ row }) => row.number),
  );
  return (
    <section
      className="pb-ranking"
      aria-labelledby="ranking-title"
      aria-busy={behind}
      style={{ '--rank-width': `${rankWidth}px` } as CSSProperties}
    >
      <div className="pb-between pb-wrap">
        <h2 id="ranking-title">{t('ranking')}</h2>
        <Legend />
      </div>
      {names.error() === null ? null : <ProblemNotice error={names.error()} onRetry={names.retry} />}
      <div className="pb-rank-grid pb-rank-head pb-xs pb-muted" aria-hidden>
        <span className="pb-rank-pair">
          <span>{t('head.rank.published')}</span>
          <span>{t('head.rank.trial')}</span>
        </span>
        <span>{t('head.supplier')}</span>
        <GradeLetters limits={limits} />
        <span />
      </div>
      <div ref={scroller} className="pb-ranking-scroll">
        <div className="pb-ranking-sheet" style={{ height: virtual.getTotalSize() }}>
          {narrow ? null : <RankLines rows={inView} rowHeight={rowHeight} rankWidth={rankWidth} />}
          <ol>
            {inView.map(({ row, start }) => (
              <RankingRow
                key={row.number}
                row={row}
                name={names.get(row.number)}
                top={start}
                height={rowHeight}
                count={rows.count}
                limits={limits}
                chosen={row.number === chosen}
                onChoose={onChoose}
              />
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
});

function Legend(): ReactNode {
  const { t } = useTranslation(weighingTexts);
  return (
    <p className="pb-rank-legend pb-xs pb-soft">
      <span>
        <i className="pb-rank-dot pb-fill-B" aria-hidden /> {t('legend.score')}
      </span>
      <span>
        <i className="pb-rank-dot pb-rank-dot-base" aria-hidden /> {t('legend.base')}
      </span>
      <span className="pb-verm">
        <i className="pb-rank-wall-sample" aria-hidden /> {t('legend.floor')}
      </span>
    </p>
  );
}

/** Each letter in the middle of its band. */
function GradeLetters({ limits }: { readonly limits: readonly number[] }): ReactNode {
  const edges = [0, ...limits, 100];
  return (
    <span className="pb-rank-letters">
      {gradeLetters.map((letter, index) => (
        <span key={letter} style={{ left: `${((edges[index] ?? 0) + (edges[index + 1] ?? 100)) / 2}%` }}>
          {letter}
        </span>
      ))}
    </span>
  );
}
