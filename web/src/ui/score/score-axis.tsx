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

interface Floor {
  readonly at: number;
  readonly sources: readonly string[];
}

interface ScoreAxisProps {
  readonly score: number;
  readonly grade: GradeLetter;
  readonly bands: readonly GradeBand[];
  /** What the weights alone would give; drawn hollow when it differs from the score. */
  readonly base?: number;
  /** The wall that no weight crosses, and the knock-outs that set it. */
  readonly floor?: Floor;
}

/** The score on 0 to 100 with its grade bands; a floor stands as a wall with hatching behind it. */
export function ScoreAxis({ score, grade, bands, base, floor }: ScoreAxisProps): ReactNode {
  const { t, language } = useTranslation(scorePartTexts);
  const shown = (value: number): string => formatNumber(value, language, 2);
  const pushed = base !== undefined && floor !== undefined && base < score;
  const crowded = pushed && (standsFar(floor) || floor.sources.length > 1);
  return (
    <div
      className={crowded ? 'pb-axis pb-axis-crowded' : 'pb-axis'}
      role="group"
      aria-label={t('axis.label', { score: shown(score), grade })}
    >
      {base !== undefined && floor ? (
        <p className="pb-hidden">
          {t('axis.summary', {
            base: shown(base),
            floor: formatNumber(floor.at, language),
            source: floor.sources.join(', '),
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
          <span className="pb-axis-note" style={beforeMark(base)}>
            {t('axis.base', { base: shown(base) })}
          </span>
        ) : null}
        {floor ? <FloorNote floor={floor} /> : null}
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

function beforeMark(value: number): CSSProperties {
  return { right: `calc(${percent(100 - value)} + 6px)` };
}

/** Past the middle, the room for words is on the left of the wall. */
function standsFar({ at }: Floor): boolean {
  return at > 55;
}

/** It hangs on the side of the wall that has the room, and slides back along the axis before it would leave it. */
function FloorNote({ floor }: { readonly floor: Floor }): ReactNode {
  const { t, language } = useTranslation(scorePartTexts);
  const [source = '', ...others] = floor.sources;
  const words = { floor: formatNumber(floor.at, language), source };
  const before = standsFar(floor);
  return (
    <span className="pb-axis-floor-line" data-before={before || undefined}>
      <span style={{ flexBasis: `calc(${percent(before ? 100 - floor.at : floor.at)} + 6px)` }} />
      <span className="pb-axis-note-floor">
        {others.length === 0
          ? t('axis.floor', words)
          : t('axis.floor.more', { ...words, count: others.length })}
      </span>
    </span>
  );
}
