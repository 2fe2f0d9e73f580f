import type { DrillLimits } from '@probant/shared/drills/drill';
import { judgeSpan, type LimitVerdict } from '@probant/shared/drills/judge-limits';
import type { DrillMetrics } from '@probant/shared/drills/metrics';
import type { Span } from '@probant/shared/moment';
import { minutesInWords, spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';

/** The worst of them is what the contract is measured by. */
const worstFirst: readonly LimitVerdict[] = ['never', 'late', 'uncertain', 'kept', 'not-written'];
const tones: Readonly<Record<LimitVerdict, string>> = {
  never: 'pb-tag pb-tag-amber',
  late: 'pb-tag pb-tag-amber',
  uncertain: 'pb-tag',
  kept: 'pb-tag pb-tag-ok',
  'not-written': 'pb-tag',
};

/** What was measured against each limit that the contract gives. */
export function LimitTable({
  limits,
  metrics,
  level,
}: {
  readonly limits: DrillLimits;
  readonly metrics: DrillMetrics;
  /** The level of its heading on the page. */
  readonly level: 2 | 3;
}): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const Heading = `h${level}` as const;
  const lines = [
    { key: 'detect', hours: limits.detectHours, spans: metrics.detect },
    { key: 'qualify', hours: limits.qualifyHours, spans: metrics.tickets.map(({ qualify }) => qualify) },
    { key: 'tell', hours: limits.tellHours, spans: metrics.tickets.map(({ tell }) => tell) },
  ] as const;
  return (
    <section className="pb-drill-limits">
      <Heading>{t('limits.title')}</Heading>
      <div className="pb-drill-scroll">
        <table className="pb-drill-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('limits.limit')}</th>
              <th scope="col">{t('limits.measured')}</th>
              <th scope="col">{t('limits.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, hours, spans }) => {
              const verdict = worstOf(spans, hours);
              return (
                <tr key={key}>
                  <th scope="row">{t(`limit.of.${key}`)}</th>
                  <td>
                    {hours === null ? t('limits.none') : minutesInWords(Math.round(hours * 60), language)}
                  </td>
                  <td className="pb-tabular">
                    {wordsOf(spans, (span) => spanInWords(span, language), t('never'))}
                  </td>
                  <td>
                    <span className={tones[verdict]}>{t(`verdict.${verdict}`)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {limits.originSearch ? <p className="pb-sm">{t('limit.origin', { source: limits.source })}</p> : null}
      <p className="pb-xs pb-muted">{t('limits.notice')}</p>
    </section>
  );
}

function worstOf(spans: readonly (Span | null)[], hours: number | null): LimitVerdict {
  if (hours === null || spans.length === 0) return 'not-written';
  const verdicts = spans.map((span) => judgeSpan(span, hours).verdict);
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'not-written';
}

function wordsOf(spans: readonly (Span | null)[], words: (span: Span) => string, never: string): string {
  return spans.map((span) => (span === null ? never : words(span))).join(' ; ');
}
