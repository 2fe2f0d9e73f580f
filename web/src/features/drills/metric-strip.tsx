import type { DrillMetrics, Share } from '@probant/shared/drills/metrics';
import type { Span } from '@probant/shared/moment';
import { spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';

/** What a drill measured, figure by figure. */
export function MetricStrip({ metrics }: { readonly metrics: DrillMetrics }): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const { detected, detect, tickets, tell, notified, benign, offHours } = metrics;
  const words = (span: Span | null): string => (span === null ? t('never') : spanInWords(span, language));
  const share = ({ count, of }: Share): ReactNode => (
    <>
      {t('metric.share', { count, of })}{' '}
      {of === 0 ? null : <small>{formatShare(count / of, language)}</small>}
    </>
  );
  const qualified = tickets.flatMap(({ qualify }) => (qualify === null ? [] : [qualify]));
  return (
    <dl className="pb-drill-metrics" aria-label={t('metrics')}>
      <Metric name={t('metric.detected')} text={t('metric.detected.text')}>
        {share(detected)}
      </Metric>
      <Metric name={t('metric.detect')} text={t('metric.detect.text')}>
        {words(widest(detect.flatMap((span) => (span === null ? [] : [span]))))}
      </Metric>
      <Metric name={t('metric.qualify')} text={t('metric.qualify.text')}>
        {words(widest(qualified))}
      </Metric>
      <Metric name={t('metric.tell')} text={t('metric.tell.text')} hot>
        {words(tell)}
      </Metric>
      <Metric name={t('metric.notified')} text={t('metric.notified.text')}>
        {share(notified)}
      </Metric>
      <Metric name={t('metric.benign')} text={t('metric.benign.text')}>
        {share(benign)}
      </Metric>
      <Metric
        name={t('metric.off-hours')}
        text={
          offHours.unknown === 0
            ? t('metric.off-hours.text')
            : t('metric.off-hours.unknown', { count: offHours.unknown })
        }
      >
        {share(offHours)}
      </Metric>
    </dl>
  );
}

interface MetricProps {
  readonly name: string;
  readonly text: string;
  readonly hot?: boolean;
  readonly children: ReactNode;
}

function Metric({ name, text, hot = false, children }: MetricProps): ReactNode {
  return (
    <div data-hot={hot || undefined}>
      <dt>{name}</dt>
      <dd className="pb-tabular">{children}</dd>
      <dd className="pb-xs pb-muted">{text}</dd>
    </div>
  );
}

/** From the shortest that is possible to the longest. */
function widest(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    low: Math.min(...spans.map(({ low }) => low)),
    high: Math.max(...spans.map(({ high }) => high)),
  };
}
