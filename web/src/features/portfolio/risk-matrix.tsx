import { tiers } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { GridDrawing } from '../../ui/chart/grid-drawing.js';
import { Measured } from '../../ui/chart/measured.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import { figuresTexts } from './figures.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

/** The riskiest to begin with, at the top left as in the heat map. */
const rows = [...tiers].toReversed();
const columns = [...gradeLetters, ''] as const;

/** What engagements expose by nature, against what is left after the assessment. */
export function RiskMatrix({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const named = (grade: string): string => (grade === '' ? t('unscored') : t('grade', { grade }));
  const cellOf = (tier: string, grade: string) => {
    const count = summary.tierGrades[`${tier}/${grade}`] ?? 0;
    return {
      count,
      text: formatNumber(count, language),
      spoken: t('risk.cell', { tier, grade: named(grade), amount: t('engagements', { count }) }),
      to: listBehind(grade === '' ? { tier, kind: 'unscored' } : { tier, grade }, 'list'),
    };
  };
  const table = {
    columns: [{ title: t('column.tier') }, ...columns.map((grade) => ({ title: named(grade) }))],
    rows: rows.map((tier) => ({
      key: tier,
      cells: [
        tier,
        ...columns.map((grade) => {
          const { count, to } = cellOf(tier, grade);
          return { value: count, to };
        }),
      ],
    })),
  };
  return (
    <ChartFigure
      title={t('risk.title')}
      note={t('risk.note')}
      table={table}
      fileName="probant-inherent-residual"
    >
      <Measured>
        {(width) => (
          <GridDrawing
            rows={rows.map((tier) => ({
              key: tier,
              label: t('risk.row', { tier }),
              cells: columns.map((grade) => cellOf(tier, grade)),
            }))}
            columns={columns.map((grade) => ({
              fill: grade === '' ? 'none' : grade,
              label: named(grade),
              short: grade === '' ? '–' : grade,
            }))}
            width={width}
            labelWidth={96}
            spoken={t('risk.title')}
          />
        )}
      </Measured>
    </ChartFigure>
  );
}
