import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { exposureTexts } from './exposure.texts.js';
import { type ExposureScenarioBody, ledgerOfModel } from './use-exposure.js';

interface ModelCardProps {
  readonly scenario: ExposureScenarioBody;
  readonly ratio: number;
}

/** How such a claim ended in a case that was ruled on. */
export function ModelCard({ scenario, ratio }: ModelCardProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const { caseKey, name, source } = scenario.model;
  const { claimedCents, recoveredCents, avoidedCents, improvedCents } = ledgerOfModel(scenario);
  const lines = [
    { key: 'claimed', cents: claimedCents },
    { key: 'recovered', cents: recoveredCents },
    ...(avoidedCents === 0
      ? []
      : [
          { key: 'avoided', cents: avoidedCents } as const,
          { key: 'improved', cents: improvedCents } as const,
        ]),
  ] as const;
  return (
    <div className="pb-exposure-part pb-exposure-model">
      <h3>{t('model', { name: name[language] })}</h3>
      <dl className="pb-exposure-sums">
        {lines.map(({ key, cents }) => (
          <div key={key}>
            <dt>{t(`model.${key}`)}</dt>
            <dd>
              <MoneyText value={cents / 100} />
            </dd>
          </div>
        ))}
        {recoveredCents === 0 ? null : (
          <div>
            <dt>{t('model.ratio')}</dt>
            <dd className="pb-tabular">{formatShare(ratio, language, 2)}</dd>
          </div>
        )}
      </dl>
      <p className="pb-xs pb-muted">{t(recoveredCents === 0 ? 'model.douai' : 'model.ratio.text')}</p>
      <p className="pb-xs pb-muted">{source.citation[language]}</p>
      <Link className="pb-sm" to={`/cases/${caseKey}`}>
        {t('model.open')}
      </Link>
    </div>
  );
}
