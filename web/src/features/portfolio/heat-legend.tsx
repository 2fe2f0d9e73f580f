import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EarlierScore } from '../../ui/score/earlier-score.js';
import { GradeBadge, gradeLetters } from '../../ui/score/grade-badge.js';
import { portfolioTexts } from './portfolio.texts.js';

/** What the colours, rings and hatches of the map mean. */
export function HeatLegend(): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  return (
    <div className="pb-heat-legend" role="group" aria-label={t('map.legend')}>
      <span className="pb-heat-grades">
        {gradeLetters.map((grade) => (
          <GradeBadge key={grade} grade={grade} />
        ))}
      </span>
      {(['knockout', 'undemonstrated', 'out-of-scope', 'unscored'] as const).map((kind) => (
        <span key={kind} className="pb-heat-key">
          <span className={`pb-heat-mark pb-heat-mark-${kind}`} aria-hidden>
            {kind === 'unscored' ? '–' : ''}
          </span>
          {t(`legend.${kind}`)}
        </span>
      ))}
      <span className="pb-heat-key">
        <EarlierScore scoredAt={null} />
      </span>
    </div>
  );
}
