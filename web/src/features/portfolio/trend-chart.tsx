import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { ColumnDrawing, type DrawnColumn } from '../../ui/chart/column-drawing.js';
import { Measured } from '../../ui/chart/measured.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import { figuresTexts } from './figures.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

interface Point {
  readonly key: string;
  readonly label: string;
  readonly grades: Readonly<Record<string, number>>;
  readonly to: string;
  readonly toGrade: (grade: string) => string;
}

/** Grades at the end of each quarter, and today. */
export function TrendChart({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const points = usePoints(summary);
  const counted = (count: number): string => t('engagements', { count });
  const total = ({ grades }: Point): number => Object.values(grades).reduce((sum, count) => sum + count, 0);
  const table = {
    columns: [
      { title: t('column.when') },
      { title: t('column.all') },
      ...gradeLetters.map((grade) => ({ title: t('column.grade', { grade }) })),
    ],
    rows: points.map((point) => ({
      key: point.key,
      cells: [
        point.label,
        { value: total(point), to: point.to },
        ...gradeLetters.map((grade) => ({ value: point.grades[grade] ?? 0, to: point.toGrade(grade) })),
      ],
    })),
  };
  const columns = points.map((point): DrawnColumn => ({
    key: point.key,
    label: point.label,
    above: {
      text: formatNumber(total(point), language),
      spoken: t('trend.all', { when: point.label, amount: counted(total(point)) }),
      to: point.to,
    },
    parts: gradeLetters.map((grade) => {
      const count = point.grades[grade] ?? 0;
      return {
        fill: grade,
        count,
        text: `${grade} ${formatNumber(count, language)}`,
        spoken: t('trend.part', { when: point.label, grade, amount: counted(count) }),
        to: point.toGrade(grade),
      };
    }),
  }));
  const note = t(summary.quarters.length === 0 ? 'trend.none' : 'trend.note');
  return (
    <ChartFigure title={t('trend.title')} note={note} table={table} fileName="probant-trend">
      <Measured>
        {(width) => <ColumnDrawing columns={columns} width={width} spoken={t('trend.title')} />}
      </Measured>
    </ChartFigure>
  );
}

function usePoints({ quarters, grades }: Summary): Point[] {
  const { t } = useTranslation(figuresTexts);
  return [
    ...quarters.map(({ quarter, grades: then }) => ({
      key: quarter,
      label: t('trend.quarter', {
        number: String((Number(quarter.slice(5, 7)) + 2) / 3),
        year: quarter.slice(0, 4),
      }),
      grades: then,
      to: listBehind({ quarter }, 'list'),
      toGrade: (grade: string) => listBehind({ quarter: `${quarter}/${grade}` }, 'list'),
    })),
    {
      key: 'today',
      label: t('trend.today'),
      grades,
      to: listBehind({ kind: 'scored' }, 'list'),
      toGrade: (grade: string) => listBehind({ grade }, 'list'),
    },
  ];
}
