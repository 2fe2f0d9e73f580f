import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { concentrationTexts } from './concentration.texts.js';

interface DepthTextProps {
  readonly leastDepth: number | null;
  readonly mostDepth: number | null;
}

/** How many contracts away from the buyer. */
export function DepthText({ leastDepth, mostDepth }: DepthTextProps): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  if (leastDepth === null || mostDepth === null) return <span className="pb-muted">{t('depth.none')}</span>;
  return (
    <span className="pb-tabular">
      {leastDepth === mostDepth
        ? t('depth.one', { depth: leastDepth })
        : t('depth.span', { least: leastDepth, most: mostDepth })}
    </span>
  );
}
