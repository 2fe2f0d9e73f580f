import { compileWeights } from '@probant/shared/scoring/reweigh';
import { swingsOf, type Swing } from '@probant/shared/scoring/sensitivity';
import { memo, type ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import type { RowNames } from './row-names.js';
import { useRowNames } from './use-matrix.js';
import type { TrialWeights } from './use-trial.js';
import { useWholeEngagement, type WeighingReply, type WholeEngagement } from './use-weighing.js';
import { showWeight } from './weight-slider.js';
import { weighingTexts } from './weighing.texts.js';

interface SwingsProps {
  /** Of the engagement that is open. */
  readonly number: number;
  readonly names: RowNames;
  readonly documents: WeighingReply['documents'];
  readonly weights: TrialWeights;
  readonly most: number;
}

const shownThemes = 10;

/**
 * How far each weight alone carries the score of the engagement that is open, and whether that changes its grade: from all that
 * it is made of. Memoized: it follows the ranking, not the slider.
 */
export const Swings = memo(function Swings(props: SwingsProps): ReactNode {
  const { number, documents, weights, most } = props;
  const { t, language } = useTranslation(weighingTexts);
  const name = useRowNames(props.names, [number]).get(number);
  const whole = useWholeEngagement(name?.engagementId ?? null);
  if (name === null) return null;
  const document = documents.find(({ versionId }) => versionId === whole.data?.versionId);
  const now = whole.data && document ? compileWeights(document, weights)(whole.data) : null;
  return (
    <section aria-labelledby="swings-title" className="pb-swings">
      <h2 id="swings-title">{t('swings.title')}</h2>
      {name ? (
        <p className="pb-sm">
          {t('swings.of', { name: name.supplierName, engagement: name.engagementName, most })}
        </p>
      ) : null}
      {now ? (
        <p className="pb-row pb-sm">
          <GradeBadge grade={now.grade} />
          <span>{t('swings.now', { score: formatNumber(now.score, language, 2) })}</span>
        </p>
      ) : null}
      {whole.isError ? (
        <ProblemNotice error={whole.error} onRetry={whole.refetch} />
      ) : whole.data && document ? (
        <SwingList whole={whole.data} document={document} weights={weights} most={most} />
      ) : (
        <ListSkeleton rows={4} />
      )}
    </section>
  );
});

interface SwingListProps extends Pick<SwingsProps, 'weights' | 'most'> {
  readonly whole: WholeEngagement;
  readonly document: WeighingReply['documents'][number];
}

function SwingList({ whole, document, weights, most }: SwingListProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const now = compileWeights(document, weights)(whole);
  const swings = swingsOf(document, whole, weights, most).slice(0, shownThemes);
  if (now === null) return <p className="pb-sm pb-soft">{t('swings.no-score')}</p>;
  if (swings.length === 0) {
    return <p className="pb-sm pb-soft">{t(now.base < whole.floor ? 'swings.none' : 'swings.still')}</p>;
  }
  return <SwingBars swings={swings} score={now.score} document={document} most={most} />;
}

interface SwingBarsProps {
  readonly swings: readonly Swing[];
  readonly score: number;
  readonly document: WeighingReply['documents'][number];
  readonly most: number;
}

function SwingBars({ swings, score, document, most }: SwingBarsProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const low = Math.floor(Math.min(score, ...swings.map((one) => one.low)));
  const high = Math.ceil(Math.max(score, ...swings.map((one) => one.high)));
  const at = (value: number): number => (100 * (value - low)) / Math.max(1, high - low);
  const shown = (value: number): string => formatNumber(value, language, 2);
  const bar = (name: string, value: number) => (
    <i
      className={`pb-swing-bar ${name}`}
      style={{
        left: `${at(Math.min(value, score))}%`,
        width: `${at(Math.max(value, score)) - at(Math.min(value, score))}%`,
      }}
    />
  );
  return (
    <>
      <ul>
        {swings.map((swing) => {
          const title =
            document.themes.find(({ code }) => code === swing.theme)?.title[language] ?? swing.theme;
          const [first, last] = [swing.grades[0], swing.grades.at(-1)];
          return (
            <li key={swing.theme} className={first === last ? undefined : 'pb-medium'}>
              <span className="pb-hidden">
                {t('swings.line', { theme: title, low: shown(swing.low), high: shown(swing.high) })}
              </span>
              <span className="pb-ellipsis pb-xs" aria-hidden>
                {title}
              </span>
              <span className="pb-swing-track" aria-hidden>
                {bar('pb-swing-none', swing.atNone)}
                {bar('pb-swing-most', swing.atMost)}
                <i className="pb-swing-score" style={{ left: `${at(score)}%` }} />
              </span>
              <span className="pb-xs pb-nowrap">
                {first !== undefined && last !== undefined && first !== last
                  ? t('swings.grades', { first, last })
                  : ''}
              </span>
              {swing.changesAt === null ? null : (
                <span className="pb-swing-at pb-xs pb-muted">
                  {t('swings.at', { weight: showWeight(swing.changesAt, language) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="pb-swing-scale pb-xs pb-muted pb-tabular" aria-hidden>
        <span>{formatNumber(low, language)}</span>
        <span className="pb-swing-now">{shown(score)}</span>
        <span>{formatNumber(high, language)}</span>
      </p>
      <p className="pb-rank-legend pb-xs pb-muted">
        <span>
          <i className="pb-swing-sample pb-swing-none" aria-hidden /> {t('swings.legend.none')}
        </span>
        <span>
          <i className="pb-swing-sample pb-swing-most" aria-hidden /> {t('swings.legend.most', { most })}
        </span>
      </p>
    </>
  );
}
