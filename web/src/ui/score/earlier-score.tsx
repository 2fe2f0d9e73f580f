import './earlier-score.css';

import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scorePartTexts } from './score-parts.texts.js';

interface EarlierScoreProps {
  readonly scoredAt: string | null;
  /** Where there is no room for words: they stand on hover and for screen readers. */
  readonly iconOnly?: boolean;
}

/** Says that a grade is of the assessment before: the engagement was asked anew, and has not answered yet. */
export function EarlierScore({ scoredAt, iconOnly = false }: EarlierScoreProps): ReactNode {
  const { t, language } = useTranslation(scorePartTexts);
  const words =
    scoredAt === null
      ? t('grade.earlier')
      : t('grade.earlier.on', { on: formatInstantDay(scoredAt, language) });
  return (
    <span className="pb-earlier" title={iconOnly ? words : undefined}>
      <IconHistory size={12} aria-hidden />
      <span className={iconOnly ? 'pb-hidden' : undefined}>{words}</span>
    </span>
  );
}
