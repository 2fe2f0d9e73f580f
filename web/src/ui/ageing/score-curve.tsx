import './score-curve.css';

import { parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';

import { formatDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ageingTexts } from './ageing.texts.js';
import { CauseWords } from './cause-words.js';
import {
  bandsOfLimits,
  dayScale,
  forecastOf,
  lineOf,
  marksOf,
  monthTicks,
  type Dot,
  type Mark,
} from './curve-scale.js';
import type { AgeingFacts } from './use-ageing.js';
import { useWidth } from './use-width.js';

const height = 220;
const edge = { left: 26, right: 52, top: 8, bottom: 24 };
/** Until it has been measured, and where nothing is laid out. */
const usualWidth = 640;
const monthWidth = 64;

interface ScoreCurveProps {
  readonly ageing: AgeingFacts;
  /** How far the dashed line goes on past today; none where only the past is told. */
  readonly forecastDays?: number;
  /** A day that is being looked at. */
  readonly day?: string | null;
}

/** The score from its first day to now over the bands of the grades, and where time takes it. */
export function ScoreCurve({ ageing, forecastDays = 0, day = null }: ScoreCurveProps): ReactNode {
  const { t, language } = useTranslation(ageingTexts);
  const [ref, measured] = useWidth();
  const width = measured > 0 ? measured : usualWidth;
  const line = lineOf(ageing.points);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return null;
  const forecast = forecastDays > 0 ? forecastOf(last, ageing, forecastDays) : [];
  const end = forecast.at(-1)?.day ?? last.day;
  const plot = { left: edge.left, right: width - edge.right };
  const x = dayScale(first.day, end, plot.left, plot.right);
  // Less risk stands higher.
  const y = (score: number): number => edge.top + (score / 100) * (height - edge.top - edge.bottom);
  const path = (dots: readonly Dot[]): string =>
    dots.map(({ day, score }) => `${x(day)},${y(score)}`).join(' ');
  const soon = forecast.at(-1);
  const spoken =
    t('chart', {
      from: formatDay(first.day, language),
      to: formatDay(parisDay(ageing.asOf), language),
      first: formatNumber(first.score, language, 1),
      last: formatNumber(last.score, language, 1),
    }) +
    (soon === undefined
      ? ''
      : t('chart.forecast', { soon: formatNumber(soon.score, language, 1), days: forecastDays }));
  return (
    <figure className="pb-curve">
      <div ref={ref}>
        <svg viewBox={`0 0 ${width} ${height}`} width="100%" height={height} role="img" aria-label={spoken}>
          <Bands ageing={ageing} y={y} {...plot} />
          <Months from={first.day} to={end} x={x} most={Math.floor((plot.right - plot.left) / monthWidth)} />
          {forecast.length > 0 ? <Today x={x(last.day)} /> : null}
          {day !== null && day >= first.day && day <= end ? (
            <line className="pb-curve-day" x1={x(day)} x2={x(day)} y1={edge.top} y2={height - edge.bottom} />
          ) : null}
          <polyline className="pb-curve-line" points={path(line)} />
          {forecast.length > 0 ? <polyline className="pb-curve-forecast" points={path(forecast)} /> : null}
          {marksOf(ageing.points).map((mark) => (
            <MarkShape key={mark.key} mark={mark} x={x(mark.day)} y={y(mark.score)} />
          ))}
          <text className="pb-curve-last" x={x(end) + 8} y={y((soon ?? last).score) + 4}>
            {formatNumber((soon ?? last).score, language, 1)}
          </text>
        </svg>
      </div>
      <Legend forecast={forecast.length > 0} />
    </figure>
  );
}

interface BandsProps {
  readonly ageing: AgeingFacts;
  readonly y: (score: number) => number;
  readonly left: number;
  readonly right: number;
}

function Bands({ ageing, y, left, right }: BandsProps): ReactNode {
  return bandsOfLimits(ageing.gradeLimits).map(({ grade, from, to }) => (
    <g key={grade}>
      <rect
        className={`pb-curve-band pb-curve-band-${grade}`}
        x={left}
        y={y(from)}
        width={Math.max(0, right - left)}
        height={Math.max(0, y(to) - y(from) - 1)}
      />
      <text x={left - 8} y={(y(from) + y(to)) / 2 + 4} textAnchor="end">
        {grade}
      </text>
    </g>
  ));
}

interface MonthsProps {
  readonly from: string;
  readonly to: string;
  readonly x: (day: string) => number;
  readonly most: number;
}

function Months({ from, to, x, most }: MonthsProps): ReactNode {
  const { language } = useTranslation(ageingTexts);
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
  return monthTicks(from, to, most).map((day) => (
    <g key={day}>
      <line
        className="pb-curve-tick"
        x1={x(day)}
        x2={x(day)}
        y1={height - edge.bottom}
        y2={height - edge.bottom + 4}
      />
      <text x={x(day)} y={height - 6} textAnchor="middle">
        {words.format(new Date(`${day}T00:00:00Z`))}
      </text>
    </g>
  ));
}

function MarkShape({
  mark,
  x,
  y,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}): ReactNode {
  return (
    <g className={`pb-curve-mark pb-curve-mark-${mark.kind}`}>
      <title>
        <CauseWords point={mark.point} withDay />
      </title>
      {mark.kind === 'time' ? (
        <rect x={x - 4} y={y - 4} width={8} height={8} transform={`rotate(45 ${x} ${y})`} />
      ) : (
        <circle cx={x} cy={y} r={4.5} />
      )}
    </g>
  );
}

function Today({ x }: { readonly x: number }): ReactNode {
  const { t } = useTranslation(ageingTexts);
  return (
    <g>
      <line className="pb-curve-today" x1={x} x2={x} y1={edge.top} y2={height - edge.bottom} />
      <text x={x + 6} y={height - edge.bottom - 8}>
        {t('today')}
      </text>
    </g>
  );
}

const legend = ['act', 'before', 'time'] as const;

function Legend({ forecast }: { readonly forecast: boolean }): ReactNode {
  const { t } = useTranslation(ageingTexts);
  return (
    <figcaption className="pb-curve-legend pb-xs pb-muted">
      {legend.map((kind) => (
        <span key={kind}>
          <i className={`pb-curve-key pb-curve-key-${kind}`} aria-hidden />
          {t(`legend.${kind}`)}
        </span>
      ))}
      {forecast ? (
        <span>
          <i className="pb-curve-key pb-curve-key-forecast" aria-hidden />
          {t('legend.forecast')}
        </span>
      ) : null}
    </figcaption>
  );
}
