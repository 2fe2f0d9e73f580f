import './grade-badge.css';
import './score-axis.css';

import type { CSSProperties, ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scorePartTexts } from './score-parts.texts.js';
import type { GradeLetter } from './grade-badge.js';

/** Where each grade begins on the axis; the rule itself stands in `shared/scoring`, this is how it is drawn. */
export interface GradeBand {
  readonly grade: GradeLetter;
  readonly from: number;
  readonly to: number;
}

interface ScoreAxisProps {
  readonly score: number;
  readonly grade: GradeLetter;
  readonly bands: readonly GradeBand[];
  /** What the weights alone would give; drawn hollow when it differs from the score. */
  readonly base?: number;
  /** The wall that no weight crosses, and the knock-out that set it. */
  readonly floor?: { readonly at: number; readonly source: string };
}

/** The score on 0 to 100 with its grade bands; a floor stands as a wall with hatching behind it. */
export function ScoreAxis({ score, grade, bands, base, floor }: ScoreAxisProps): ReactNode {
  const { t, language } = useTranslation(scorePartTexts);
  const shown = (value: number): string => formatNumber(value, language, 2);
  const pushed = base !== undefined && floor !== undefined && base < score;
  const floorNoteBefore = floor !== undefined && floor.at > 55;
  return (
    <div
      className={pushed && floorNoteBefore ? 'pb-axis pb-axis-crowded' : 'pb-axis'}
      role="group"
      aria-label={t('axis.label', { score: shown(score), grade })}
    >
      {base !== undefined && floor ? (
        <p className="pb-hidden">
          {t('axis.summary', {
            base: shown(base),
            floor: formatNumber(floor.at, language),
            source: floor.source,
          })}
        </p>
      ) : null}
      <div aria-hidden>
        <div className="pb-axis-bands">
          {bands.map((band) => (
            <span
              key={band.grade}
              className={`pb-fill-${band.grade}`}
              style={{ flexGrow: band.to - band.from }}
            />
          ))}
        </div>
        {floor ? <span className="pb-axis-behind" style={{ width: percent(floor.at) }} /> : null}
        {floor ? <span className="pb-axis-wall" style={{ left: percent(floor.at) }} /> : null}
        {pushed ? <span className="pb-axis-dot" style={{ left: percent(base) }} /> : null}
        <span className="pb-axis-dot pb-axis-dot-full" style={{ left: percent(score) }} />
        {pushed ? (
          <span className="pb-axis-note" style={beside(base, 'before')}>
            {t('axis.base', { base: shown(base) })}
          </span>
        ) : null}
        {floor ? (
          <span
            className="pb-axis-note pb-axis-note-floor"
            style={beside(floor.at, floorNoteBefore ? 'before' : 'after')}
          >
            {t('axis.floor', { floor: formatNumber(floor.at, language), source: floor.source })}
          </span>
        ) : null}
        <div className="pb-axis-letters">
          {bands.map((band) => (
            <span key={band.grade} style={{ flexGrow: band.to - band.from, flexBasis: 0 }}>
              {band.grade}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function percent(value: number): string {
  return `${Math.min(100, Math.max(0, value))}%`;
}

/** A note never leaves the axis: it hangs on the side of its mark that has the room. */
function beside(value: number, side: 'before' | 'after'): CSSProperties {
  return side === 'after'
    ? { left: `calc(${percent(value)} + 6px)` }
    : { right: `calc(${percent(100 - value)} + 6px)` };
}
