import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import { knockoutStates, type KnockoutState } from '@probant/shared/scoring/knockouts';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { BarRows } from '../../ui/chart/bar-rows.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { Measured } from '../../ui/chart/measured.js';
import { figuresTexts } from './figures.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

/** What is unlawful alone is vermilion; what only lacks a proof is lighter than what stands. */
const fills: Readonly<Record<KnockoutState, string>> = {
  unlawful: 'verm',
  proved: 'ink',
  undemonstrated: 'light',
};

/** Every active knock-out by what it is: unlawful, proved, or not demonstrated. */
export function KnockoutChart({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const knockouts = knockoutStates.flatMap((state) => summary.knockouts.filter((one) => one.state === state));
  if (knockouts.length === 0) {
    return (
      <section className="pb-chart">
        <h2>{t('knockouts.title')}</h2>
        <p className="pb-sm pb-soft">{t('knockouts.none')}</p>
      </section>
    );
  }
  const rows = knockouts.map(({ id, name, state, count }) => ({
    key: `${id} ${state}`,
    id,
    name: name[language],
    count,
    state,
    stateName: knockoutStateNames[state][language],
    to: listBehind({ knockout: id, state }, 'list'),
  }));
  const table = {
    columns: [
      { title: t('column.knockout') },
      { title: t('column.state') },
      { title: t('column.engagements') },
    ],
    rows: rows.map(({ key, id, name, stateName, count, to }) => ({
      key,
      cells: [`${id} ${name}`, stateName, { value: count, to }],
    })),
  };
  return (
    <ChartFigure title={t('knockouts.title')} table={table} fileName="probant-knockouts">
      <Measured>
        {(width) => (
          <BarRows
            rows={rows.map(({ key, name, stateName, count, state, to }) => ({
              key,
              label: name,
              more: stateName,
              bars: [{ from: 0, to: count, fill: fills[state] }],
              ends: [
                {
                  text: formatNumber(count, language),
                  spoken: t('knockouts.cell', {
                    name,
                    state: stateName,
                    amount: t('engagements', { count }),
                  }),
                  to,
                },
              ],
            }))}
            width={width}
            labelWidth={Math.round(width * 0.55)}
            endWidth={44}
            spoken={t('knockouts.title')}
          />
        )}
      </Measured>
    </ChartFigure>
  );
}
