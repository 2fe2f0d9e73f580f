import { proofBands } from '@probant/shared/portfolio/figures';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { GridDrawing } from '../../ui/chart/grid-drawing.js';
import { Measured } from '../../ui/chart/measured.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import { figuresTexts } from './figures.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

/** How much of each grade rests on proof, and how much on what was only said. */
export function ProofMatrix({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const spanOf = (band: string): string => band.replace('-', '–');
  const cellOf = (proof: string, grade: string) => {
    const count = summary.proofGrades[`${proof}/${grade}`] ?? 0;
    return {
      count,
      text: formatNumber(count, language),
      spoken: t('proof.cell', { band: spanOf(proof), grade, amount: t('engagements', { count }) }),
      to: listBehind({ proof, grade }, 'list'),
    };
  };
  const rows = proofBands.map((proof) => ({
    key: proof,
    label: t('proof.row', { band: spanOf(proof) }),
    cells: gradeLetters.map((grade) => cellOf(proof, grade)),
  }));
  const columns = gradeLetters.map((grade) => ({ fill: grade, label: t('grade', { grade }), short: grade }));
  const table = {
    columns: [{ title: t('column.proof') }, ...columns.map(({ label }) => ({ title: label }))],
    rows: rows.map(({ key, label, cells }) => ({
      key,
      cells: [label, ...cells.map(({ count, to }) => ({ value: count, to }))],
    })),
  };
  return (
    <ChartFigure title={t('proof.title')} note={t('proof.note')} table={table} fileName="probant-proof">
      <Measured>
        {(width) => (
          <GridDrawing
            rows={rows}
            columns={columns}
            width={width}
            labelWidth={120}
            spoken={t('proof.title')}
          />
        )}
      </Measured>
    </ChartFigure>
  );
}
