import { IconArrowDown, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import type { RowName } from './row-names.js';
import type { RowView } from './row-view.js';
import { weighingTexts } from './weighing.texts.js';

interface RankingRowProps {
  readonly row: RowView;
  /** undefined: not here yet; null: the engagement is no longer there. */
  readonly name: RowName | null | undefined;
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly limits: readonly number[];
  readonly chosen: boolean;
  readonly onChoose: (number: number) => void;
}

/** One engagement: its two ranks, its score on the axis with its floor as a wall, its grade and how far it moved. */
export function RankingRow({
  row,
  name,
  top,
  height,
  count,
  limits,
  chosen,
  onChoose,
}: RankingRowProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { number, rank, publishedRank, publishedGrade, score, grade } = row;
  const moved = publishedRank - rank;
  const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, 2));
  return (
    <li
      className="pb-rank-row"
      aria-setsize={count}
      aria-posinset={rank + 1}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        className="pb-rank-grid"
        aria-pressed={chosen}
        onClick={() => {
          onChoose(number);
        }}
      >
        <span className="pb-hidden">{describe(row, name, t, shown)}</span>
        <span className="pb-rank-pair pb-sm pb-tabular" aria-hidden>
          <span className="pb-muted">{rank + 1}</span>
          <span className="pb-strong">{rank + 1}</span>
        </span>
        <span className="pb-rank-name" aria-hidden>
          <span className="pb-rank-supplier">
            <span className={name ? 'pb-ellipsis' : 'pb-rank-unnamed'}>{name?.supplierName}</span>
            {row.ownProfile ? <span title={t('row.own')}>*</span> : null}
          </span>
          <span className="pb-xs pb-muted pb-ellipsis" title={name?.engagementName}>
            {name === null ? t('row.gone') : name?.engagementName}
          </span>
        </span>
        <Axis row={row} limits={limits} />
        <span className="pb-rank-result" aria-hidden>
          <span className="pb-num pb-strong">{shown(score)}</span>
          {grade === null || grade === publishedGrade ? null : (
            <>
              <GradeBadge grade={publishedGrade} />
              <IconArrowRight size={14} />
            </>
          )}
          <GradeBadge grade={grade} />
          {moved === 0 ? null : (
            <span className="pb-rank-moved pb-xs pb-tabular">
              {moved > 0 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
              {Math.abs(moved)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function describe(
  { rank, publishedRank, publishedGrade, score, base, grade, floor, ownProfile }: RowView,
  name: RowName | null | undefined,
  t: ReturnType<typeof useTranslation<(typeof weighingTexts)['fr']>>['t'],
  shown: (value: number | null) => string,
): string {
  const parts = [
    t('row.label', {
      name: name?.supplierName ?? '…',
      engagement: name?.engagementName ?? '…',
      rank: rank + 1,
      published: publishedRank + 1,
      score: shown(score),
      grade: grade ?? '–',
    }),
  ];
  if (grade !== null && publishedGrade !== null && grade !== publishedGrade)
    parts.push(t('row.before', { grade: publishedGrade }));
  if (floor > 0) parts.push(t('row.floor', { floor: shown(floor), base: shown(base) }));
  if (ownProfile) parts.push(t('row.own'));
  return parts.join(', ');
}

function Axis({
  row: { score, base, grade, floor },
  limits,
}: Pick<RankingRowProps, 'row' | 'limits'>): ReactNode {
  const held = base !== null && score !== null && base < score ? { base, score } : null;
  return (
    <span className="pb-rank-axis" aria-hidden>
      {limits.map((limit) => (
        <i key={limit} className="pb-rank-limit" style={{ left: `${limit}%` }} />
      ))}
      {floor > 0 ? <i className="pb-rank-behind" style={{ width: `${floor}%` }} /> : null}
      {floor > 0 ? <i className="pb-rank-wall" style={{ left: `${floor}%` }} /> : null}
      {held ? (
        <>
          <i
            className="pb-rank-pull"
            style={{ left: `${held.base}%`, width: `${held.score - held.base}%` }}
          />
          <i className="pb-rank-dot pb-rank-dot-base" style={{ left: `${held.base}%` }} />
        </>
      ) : null}
      {score === null || grade === null ? null : (
        <i className={`pb-rank-dot pb-fill-${grade}`} style={{ left: `${score}%` }} />
      )}
    </span>
  );
}
