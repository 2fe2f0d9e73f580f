import './evidence-bars.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scorePartTexts } from './score-parts.texts.js';

export const evidenceLevels = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

const heights = [4, 6, 8, 10, 12];

/** How strong a piece is: five rising bars and its level in words. */
export function EvidenceBars({ level }: { readonly level: EvidenceLevel }): ReactNode {
  const { t } = useTranslation(scorePartTexts);
  const filled = evidenceLevels.indexOf(level);
  return (
    <span className="pb-evidence" title={t('evidence.level', { level })}>
      <span className="pb-evidence-bars" aria-hidden>
        {heights.map((height, index) => (
          <span key={height} style={{ height }} data-filled={index <= filled ? '' : undefined} />
        ))}
      </span>
      <span className="pb-tabular">{level}</span>
    </span>
  );
}
