import type { Lever } from '@probant/shared/exposure/levers';
import type { ReactNode } from 'react';

import { formatMoney } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { exposureTexts } from './exposure.texts.js';

/** What would change the exposure, each alone and each as a range. */
export function LeverList({ levers }: { readonly levers: readonly Lever[] }): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const money = (cents: number): string => formatMoney(cents / 100, language);
  return (
    <div className="pb-exposure-part">
      <h3>{t('levers')}</h3>
      {levers.length === 0 ? <p className="pb-sm pb-muted">{t('levers.none')}</p> : null}
      <ul className="pb-exposure-levers">
        {levers.map(({ key, moves, effect }) => (
          <li key={key}>
            <span className="pb-medium">{t(`lever.${key}`)}</span>
            <span className="pb-sm pb-soft pb-tabular">
              {t(key === 'evidence' ? 'lever.proof' : `lever.${moves}`, {
                low: money(effect.lowCents),
                high: money(effect.highCents),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
