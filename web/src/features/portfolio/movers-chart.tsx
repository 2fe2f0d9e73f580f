import { moves, quarterOf } from '@probant/shared/portfolio/figures';
import { addDays, parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatChange, formatDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { BarRows } from '../../ui/chart/bar-rows.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { Measured } from '../../ui/chart/measured.js';
import { useNow } from '../../ui/format/use-now.js';
import { figuresTexts } from './figures.texts.js';
import { addressOf, listBehind, type Standing, type Summary, useMovers } from './use-portfolio.js';

/** What rose and fell most since the end of the quarter before, and how many moved at all. */
export function MoversChart({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const rows = useMovers();
  const now = useNow();
  const before = addDays(quarterOf(parisDay(now.toISOString())), -1);
  const table = {
    columns: [
      { title: t('column.name') },
      { title: t('column.change'), format: (value: number) => formatChange(value, language) },
      { title: t('column.score'), format: (value: number) => formatNumber(value, language, 1) },
    ],
    rows: rows.map((row) => ({
      key: row.engagementId,
      cells: [{ value: nameOf(row), to: addressOf(row) }, round(row.change), round(row.score)],
    })),
  };
  return (
    <ChartFigure
      title={t('moves.title')}
      note={t('moves.note', { day: formatDay(before, language) })}
      table={table}
      fileName="probant-movers"
    >
      <ul className="pb-row pb-wrap pb-sm pb-moves">
        {moves.map((move) => (
          <li key={move}>
            <Link to={listBehind({ move, sort: move === 'better' ? 'change' : '-change' }, 'list')}>
              {t(`moves.${move}`, { count: summary.moves[move] ?? 0 })}
            </Link>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p className="pb-sm pb-soft">{t('moves.none')}</p> : <Drawn rows={rows} />}
    </ChartFigure>
  );
}

function Drawn({ rows }: { readonly rows: readonly Standing[] }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  return (
    <Measured>
      {(width) => (
        <BarRows
          rows={rows.map((row) => {
            const change = formatChange(row.change ?? 0, language);
            return {
              key: row.engagementId,
              label: row.supplierName,
              more: row.engagementName,
              to: addressOf(row),
              // What falls is drawn to the left: less risk.
              bars: [{ from: 0, to: row.change ?? 0, fill: (row.change ?? 0) > 0 ? 'amber' : 'ok' }],
              ends: [{ text: change, spoken: t('moves.change', { name: nameOf(row), change }) }],
            };
          })}
          width={width}
          labelWidth={Math.round(width * 0.42)}
          endWidth={56}
          spoken={t('moves.title')}
        />
      )}
    </Measured>
  );
}

function nameOf({ supplierName, engagementName }: Standing): string {
  return `${supplierName}, ${engagementName}`;
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
