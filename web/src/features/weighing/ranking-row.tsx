import { IconArrowDown, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import type { RankedEngagement } from './use-trial.js';
import { weighingTexts } from './weighing.texts.js';

interface RankingRowProps {
  readonly row: RankedEngagement;
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly limits: readonly number[];
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

/** One engagement: its two ranks, its score on the axis with its floor as a wall, its grade and how far it moved. */
export function RankingRow({
  row,
  top,
  height,
  count,
  limits,
  chosen,
  onChoose,
}: RankingRowProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { engagement, rank, publishedRank, score, grade } = row;
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
          onChoose(engagement.id);
        }}
      >
        <span className="pb-hidden">{describe(row, t, shown)}</span>
        <span className="pb-rank-pair pb-sm pb-tabular" aria-hidden>
          <span className="pb-muted">{rank + 1}</span>
          <span className="pb-strong">{rank + 1}</span>
        </span>
        <span className="pb-rank-name" aria-hidden>
          <span className="pb-rank-supplier">
            <span className="pb-ellipsis">{engagement.supplierName}</span>
            {engagement.ownProfile ? <span title={t('row.own')}>*</span> : null}
          </span>
          <span className="pb-xs pb-muted pb-ellipsis" title={engagement.name}>
            {engagement.name}
          </span>
        </span>
        <Axis row={row} limits={limits} />
        <span className="pb-rank-result" aria-hidden>
          <span className="pb-num pb-strong">{shown(score)}</span>
          {grade === null || grade === engagement.grade ? null : (
            <>
              <GradeBadge grade={engagement.grade} />
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
  { engagement, rank, publishedRank, score, base, grade }: RankedEngagement,
  t: ReturnType<typeof useTranslation<(typeof weighingTexts)['fr']>>['t'],
  shown: (value: number | null) => string,
): string {
  const parts = [
    t('row.label', {
      name: engagement.supplierName,
      engagement: engagement.name,
      rank: rank + 1,
      published: publishedRank + 1,
      score: shown(score),
      grade: grade ?? '–',
    }),
  ];
  if (grade !== null && grade !== engagement.grade) parts.push(t('row.before', { grade: engagement.grade }));
  if (engagement.floor > 0) {
    parts.push(t('row.floor', { floor: String(engagement.floor), base: shown(base) }));
  }
  if (engagement.ownProfile) parts.push(t('row.own'));
  return parts.join(', ');
}

function Axis({
  row: { engagement, score, base, grade },
  limits,
}: Pick<RankingRowProps, 'row' | 'limits'>): ReactNode {
  const { floor } = engagement;
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
