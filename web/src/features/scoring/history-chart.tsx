import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { formatInstantDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { bandsOf } from '../../ui/score/score-summary.js';
import { scoringTexts } from './scoring.texts.js';
import type { Snapshot } from './use-scores.js';

const width = 560;
const height = 160;
const left = 28;
const right = 44;
const top = 8;
const bottom = 22;

/** The kept scores one after the other over the bands of the grades; the table under it says the same. */
export function HistoryChart({
  snapshots,
  document,
}: {
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly document: QuestionnaireDocument;
}): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const kept = snapshots
    .toReversed()
    .flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]));
  const x = (index: number): number =>
    left + (kept.length < 2 ? 0 : (index / (kept.length - 1)) * (width - left - right));
  // Less risk stands higher.
  const y = (score: number): number => top + (score / 100) * (height - top - bottom);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <svg
      className="pb-scoring-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('history.chart')}
    >
      {bandsOf(document).map(({ grade, from, to }) => (
        <g key={grade}>
          <rect
            x={left}
            y={y(from)}
            width={width - left - right}
            height={Math.max(0, y(to) - y(from) - 1)}
            className={`pb-scoring-band pb-scoring-band-${grade}`}
          />
          <text x={left - 8} y={(y(from) + y(to)) / 2 + 4} textAnchor="end">
            {grade}
          </text>
        </g>
      ))}
      <polyline points={kept.map(({ score }, index) => `${x(index)},${y(score)}`).join(' ')} />
      {kept.map(({ id, score, beforeReview }, index) => (
        <circle key={id} cx={x(index)} cy={y(score)} r={4} data-hollow={beforeReview ? '' : undefined} />
      ))}
      <text x={x(kept.length - 1) + 8} y={y(last.score) + 4} className="pb-scoring-last">
        {formatNumber(last.score, language, 2)}
      </text>
      <text x={left} y={height - 6}>
        {formatInstantDay(first.at, language)}
      </text>
      <text x={width - right} y={height - 6} textAnchor="end">
        {formatInstantDay(last.at, language)}
      </text>
    </svg>
  );
}
