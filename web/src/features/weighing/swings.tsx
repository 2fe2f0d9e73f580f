import { memo, type ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { swingsOf, type Swing } from './rank-engagements.js';
import type { RankedEngagement, TrialWeights } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface SwingsProps {
  readonly chosen: RankedEngagement;
  readonly documents: WeighingReply['documents'];
  readonly weights: TrialWeights;
  readonly most: number;
}

const shownThemes = 10;

/** How far each weight alone carries one score, and whether that changes its grade. Memoized: it follows the ranking, not the slider. */
export const Swings = memo(function Swings({ chosen, documents, weights, most }: SwingsProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const document = documents[chosen.engagement.document];
  if (!document) return null;
  const swings = swingsOf(document, chosen.engagement, weights, most).slice(0, shownThemes);
  return (
    <section aria-labelledby="swings-title" className="pb-swings">
      <h2 id="swings-title">{t('swings.title')}</h2>
      <p className="pb-sm">
        {t('swings.of', { name: chosen.engagement.supplierName, engagement: chosen.engagement.name, most })}
      </p>
      {swings.length === 0 || chosen.score === null ? (
        <p className="pb-sm pb-soft">{t(whyNone(chosen))}</p>
      ) : (
        <SwingBars swings={swings} score={chosen.score} document={document} most={most} />
      )}
    </section>
  );
});

function whyNone({ score, base, engagement }: RankedEngagement) {
  if (score === null || base === null) return 'swings.no-score';
  return base < engagement.floor ? 'swings.none' : 'swings.still';
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
