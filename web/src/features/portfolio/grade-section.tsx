import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { Drawing } from '../../ui/chart/drawing.js';
import { DrawnLink } from '../../ui/chart/drawn-link.js';
import { Measured } from '../../ui/chart/measured.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import { figuresTexts } from './figures.texts.js';
import { portfolioTexts } from './portfolio.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

/** How many engagements have which grade, today and at the end of the quarter before. */
export function GradeSection({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { t: own } = useTranslation(figuresTexts);
  const { grades, scored, quarters } = summary;
  const before = quarters.at(-1);
  const title = t('grades.title');
  if (scored === 0) {
    return (
      <section>
        <h2>{title}</h2>
        <p className="pb-sm pb-soft">{t('grades.none')}</p>
      </section>
    );
  }
  const day = before === undefined ? '' : formatDay(before.endsOn, language);
  const then = (grade: string) =>
    before === undefined
      ? null
      : {
          value: before.grades[grade] ?? 0,
          to: listBehind({ quarter: `${before.quarter}/${grade}` }, 'list'),
        };
  const table = {
    columns: [
      { title: t('column.grade') },
      { title: own('trend.today') },
      ...(before === undefined ? [] : [{ title: own('column.before', { day }) }]),
    ],
    rows: gradeLetters.map((grade) => ({
      key: grade,
      cells: [
        grade,
        { value: grades[grade] ?? 0, to: listBehind({ grade }) },
        ...(before === undefined ? [] : [then(grade)]),
      ],
    })),
  };
  return (
    <ChartFigure
      title={title}
      table={table}
      fileName="probant-grades"
      compact
      beside={
        <Link className="pb-xs" to={listBehind({ kind: 'scored' })}>
          {t('map.count', { count: scored })}
        </Link>
      }
    >
      <Measured>{(width) => <GradeBars summary={summary} width={width} spoken={title} />}</Measured>
    </ChartFigure>
  );
}

interface GradeBarsProps {
  readonly summary: Summary;
  readonly width: number;
  readonly spoken: string;
}

function GradeBars({ summary: { grades, quarters }, width, spoken }: GradeBarsProps): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { t: own } = useTranslation(figuresTexts);
  const before = quarters.at(-1);
  const total = Object.values(before?.grades ?? {}).reduce((sum, count) => sum + count, 0);
  const height = before === undefined ? 32 : 66;
  return (
    <Drawing width={width} height={height} spoken={spoken} className="pb-grades-bar">
      {partsOf(grades, width).map(({ grade, count, x, wide }) => (
        <DrawnLink key={grade} to={listBehind({ grade })} label={t('grades.one', { grade, count })}>
          <rect className={`pb-draw-${grade}`} x={x} y={0} width={wide} height={32} />
          <text className={`pb-draw-on-${grade}`} x={x + wide / 2} y={21} textAnchor="middle">
            <tspan className="pb-draw-strong">{grade}</tspan> {formatNumber(count, language)}
          </text>
        </DrawnLink>
      ))}
      {before === undefined ? null : (
        <>
          <text className="pb-draw-small" x={0} y={48}>
            {own('grades.before', { day: formatDay(before.endsOn, language), count: total })}
          </text>
          {partsOf(before.grades, width).map(({ grade, count, x, wide }) => (
            <DrawnLink
              key={grade}
              to={listBehind({ quarter: `${before.quarter}/${grade}` }, 'list')}
              label={own('trend.part', {
                when: formatDay(before.endsOn, language),
                grade,
                amount: t('map.count', { count }),
              })}
            >
              <rect className={`pb-draw-${grade}`} x={x} y={54} width={wide} height={12} />
            </DrawnLink>
          ))}
        </>
      )}
    </Drawing>
  );
}

/** Each wide enough for its letter and number, the rest by how many there are. */
function partsOf(grades: Readonly<Record<string, number>>, width: number) {
  const there = gradeLetters.flatMap((grade) => {
    const count = grades[grade] ?? 0;
    return count === 0 ? [] : [{ grade, count }];
  });
  const total = there.reduce((sum, { count }) => sum + count, 0);
  const most = width / Math.max(1, there.length);
  const leasts = there.map(({ count }) => Math.min(24 + 8 * String(count).length, most));
  const free = width - leasts.reduce((sum, least) => sum + least, 0);
  let at = 0;
  return there.map(({ grade, count }, index) => {
    const wide = (leasts[index] ?? 0) + (free * count) / total;
    const part = { grade, count, x: at, wide: wide - 1 };
    at += wide;
    return part;
  });
}
