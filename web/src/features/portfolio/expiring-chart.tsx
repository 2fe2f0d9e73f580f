import { obligationRules } from '@probant/shared/obligations/kinds';
import { expiryWindows } from '@probant/shared/portfolio/figures';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { BarRows } from '../../ui/chart/bar-rows.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { Measured } from '../../ui/chart/measured.js';
import { figuresTexts } from './figures.texts.js';
import type { Outlook } from './use-portfolio.js';

/** Pieces, certificates, contracts and accepted risks, by how soon they end. */
export function ExpiringChart({ outlook }: { readonly outlook: Outlook }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const spans = [
    { key: 'late', heading: t('expiring.late'), query: 'state=overdue' },
    ...expiryWindows.map((days) => ({
      key: `within${days}` as const,
      heading: t('expiring.days', { days }),
      query: `within=${days}`,
    })),
  ] as const;
  const rows = outlook.expiring.map((counts) => ({
    key: counts.kind,
    name: obligationRules[counts.kind][language],
    counts,
    cells: spans.map(({ key, heading, query }) => ({
      value: counts[key],
      to: `/calendar?view=list&kind=${counts.kind}&${query}`,
      heading,
    })),
  }));
  const table = {
    columns: [{ title: t('column.kind') }, ...spans.map(({ heading }) => ({ title: heading }))],
    rows: rows.map(({ key, name, cells }) => ({
      key,
      cells: [name, ...cells.map(({ value, to }) => ({ value, to }))],
    })),
  };
  return (
    <ChartFigure
      title={t('expiring.title')}
      note={t(outlook.settling ? 'expiring.settling' : 'expiring.note')}
      table={table}
      fileName="probant-expiring"
    >
      <Measured>
        {(width) => (
          <BarRows
            rows={rows.map(({ key, name, counts, cells }) => ({
              key,
              label: name,
              bars: barsOf(counts),
              ends: cells.map(({ value, to, heading }) => ({
                text: formatNumber(value, language),
                spoken: t('expiring.cell', {
                  kind: name,
                  when: heading,
                  amount: formatNumber(value, language),
                }),
                strong: heading === spans[0].heading && value > 0,
                ...(value > 0 ? { to } : {}),
              })),
            }))}
            headings={spans.map(({ heading }) => heading)}
            width={width}
            labelWidth={190}
            endWidth={62}
            spoken={t('expiring.title')}
          />
        )}
      </Measured>
    </ChartFigure>
  );
}

/** Late to the left of today; ahead, the sooner the darker. */
function barsOf({ late, within30, within90, within180 }: Outlook['expiring'][number]) {
  return [
    { from: -late, to: 0, fill: 'amber' },
    { from: 0, to: within30, fill: 'ink' },
    { from: within30, to: within90, fill: 'mid' },
    { from: within90, to: within180, fill: 'light' },
  ].filter(({ from, to }) => from !== to);
}
