import type { DrillLimits } from '@probant/shared/drills/drill';
import {
  judgeDelays,
  judgeSearch,
  type LimitVerdict,
  type Measured,
} from '@probant/shared/drills/judge-limits';
import type { DrillMetrics } from '@probant/shared/drills/metrics';
import { minutesInWords, spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';

const tones: Readonly<Record<LimitVerdict, string>> = {
  never: 'pb-tag pb-tag-amber',
  late: 'pb-tag pb-tag-amber',
  uncertain: 'pb-tag',
  kept: 'pb-tag pb-tag-ok',
  'nothing-to-judge': 'pb-tag',
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
  const wordsOf = (one: Measured): string =>
    typeof one === 'string' ? t(`measured.${one}`) : spanInWords(one, language);
  const between = language === 'fr' ? '\u00a0; ' : '; ';
  const search = judgeSearch(limits, metrics);
  return (
    <section className="pb-drill-limits">
      <Heading>{t('limits.title')}</Heading>
      <div className="pb-drill-scroll" role="group" aria-label={t('limits.title')} tabIndex={0}>
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
            {judgeDelays(limits, metrics).map(({ key, hours, measured, verdict }) => (
              <tr key={key}>
                <th scope="row">{t(`limit.of.${key}`)}</th>
                <td>
                  {hours === null ? t('limits.none') : minutesInWords(Math.round(hours * 60), language)}
                </td>
                <td className="pb-tabular">{measured.map(wordsOf).join(between) || '–'}</td>
                <td>
                  <span className={tones[verdict]}>{t(`verdict.${verdict}`)}</span>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('limit.of.search')}</th>
              <td>{limits.originSearch ? t('limits.search') : t('limits.none')}</td>
              <td className="pb-tabular">
                {search.of === 0 ? '–' : t('measured.search', { count: search.searched, of: search.of })}
              </td>
              <td>
                <span className={tones[search.verdict]}>{t(`verdict.${search.verdict}`)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {limits.source === '' ? null : <p className="pb-sm">{t('limits.source', { source: limits.source })}</p>}
      <p className="pb-xs pb-muted">{t('limits.notice')}</p>
    </section>
  );
}
