import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { exposureTexts } from './exposure.texts.js';

const sources = ['source.chance', 'source.cap', 'source.fault', 'source.warning'] as const;

/** The rules that bend the sums, each with its reference. */
export function Sources(): ReactNode {
  const { t } = useTranslation(exposureTexts);
  return (
    <section className="pb-section" aria-labelledby="exposure-sources">
      <h2 id="exposure-sources">{t('sources')}</h2>
      <ul className="pb-exposure-sources">
        {sources.map((key) => (
          <li key={key} className="pb-sm">
            {t(key)}
          </li>
        ))}
      </ul>
    </section>
  );
}
