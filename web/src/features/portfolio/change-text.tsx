import type { ReactNode } from 'react';

import { formatChange } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Standing } from './use-portfolio.js';

/** What is less than a tenth shows as none. */
const leastShown = 0.05;

/** How far the score moved since the end of the quarter before. */
export function ChangeText({ row: { score, change } }: { readonly row: Standing }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  if (score === null) return null;
  const isSame = change !== null && Math.abs(change) < leastShown;
  return (
    <span className={change === null || isSame ? 'pb-muted' : ''} title={t('change.title')}>
      {change === null ? t('change.new') : isSame ? t('change.same') : formatChange(change, language)}
    </span>
  );
}
