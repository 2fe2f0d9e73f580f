import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatMoney, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { BarRows } from '../../ui/chart/bar-rows.js';
import { ChartFigure } from '../../ui/chart/chart-figure.js';
import { Measured } from '../../ui/chart/measured.js';
import { figuresTexts } from './figures.texts.js';
import { listBehind, type Outlook } from './use-portfolio.js';

type Sum = NonNullable<Outlook['exposure']['grades']>[number];

/** What may stay with the buyer, added up by grade: ranges, never one figure. */
export function ExposureChart({ outlook: { exposure } }: { readonly outlook: Outlook }): ReactNode {
  const { t } = useTranslation(figuresTexts);
  if (exposure.grades !== null && exposure.grades.length > 0) return <Ranges sums={exposure.grades} />;
  return (
    <section className="pb-chart">
      <h2>{t('exposure.title')}</h2>
      {exposure.estimated === 0 ? (
        <p className="pb-sm pb-soft">{t('exposure.none')}</p>
      ) : (
        <>
          <p className="pb-sm pb-soft">
            {t('exposure.notice', { count: exposure.estimated })} {t('exposure.notice.text')}
          </p>
          <Link to={listBehind({ kind: 'estimated' }, 'list')}>{t('exposure.notice.open')}</Link>
        </>
      )}
    </section>
  );
}

function Ranges({ sums }: { readonly sums: readonly Sum[] }): ReactNode {
  const { t, language } = useTranslation(figuresTexts);
  const money = (cents: number): string => formatMoney(cents / 100, language, { cents: false });
  const named = (grade: string | null): string => (grade === null ? t('unscored') : t('grade', { grade }));
  const add = (read: (sum: Sum) => number): number => sums.reduce((total, sum) => total + read(sum), 0);
  const toOf = ({ grade }: Sum): string =>
    listBehind(grade === null ? { kind: 'estimated-unscored' } : { kind: 'estimated', grade }, 'list');
  const table = {
    columns: [
      { title: t('column.grade', { grade: '' }).trim() },
      { title: t('column.engagements') },
      ...(['column.low', 'column.high'] as const).map((key) => ({
        title: t(key),
        format: (value: number) => formatNumber(value, language, 2),
      })),
    ],
    rows: sums.map((sum) => ({
      key: sum.grade ?? '',
      cells: [
        named(sum.grade),
        { value: sum.engagements, to: toOf(sum) },
        sum.lowCents / 100,
        sum.highCents / 100,
      ],
    })),
  };
  const note = t('exposure.note', {
    low: money(add(({ lowCents }) => lowCents)),
    high: money(add(({ highCents }) => highCents)),
    amount: t('engagements', { count: add(({ engagements }) => engagements) }),
  });
  return (
    <ChartFigure title={t('exposure.title')} note={note} table={table} fileName="probant-exposure">
      <Measured>
        {(width) => (
          <BarRows
            rows={sums.map((sum) => ({
              key: sum.grade ?? '',
              label: named(sum.grade),
              more: formatNumber(sum.engagements, language),
              to: toOf(sum),
              bars: [{ from: sum.lowCents, to: sum.highCents, fill: sum.grade ?? 'light' }],
              ends: [
                {
                  text: t('exposure.range', { low: money(sum.lowCents), high: money(sum.highCents) }),
                  spoken: t('exposure.cell', {
                    grade: named(sum.grade),
                    amount: t('exposure.range', { low: money(sum.lowCents), high: money(sum.highCents) }),
                  }),
                },
              ],
            }))}
            width={width}
            labelWidth={96}
            endWidth={190}
            spoken={t('exposure.title')}
          />
        )}
      </Measured>
    </ChartFigure>
  );
}
