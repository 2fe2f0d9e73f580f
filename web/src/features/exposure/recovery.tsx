import type { ReactNode } from 'react';

import type { Exposure as Figures } from '@probant/shared/exposure/exposure';
import { getExposureScenario } from '@probant/shared/exposure/scenarios';

import { formatMoney, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { exposureTexts } from './exposure.texts.js';
import type { Worked } from './figures.js';
import type { ExposureScenarioBody } from './use-exposure.js';

interface RecoveryProps {
  readonly worked: Worked;
  readonly scenario: ExposureScenarioBody;
}

/** Low, central and high together; the one that the proof allows to read first is drawn largest. */
export function Recovery({ worked: { figures, lostChance }, scenario }: RecoveryProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const { recovery, first, capCents, claim } = figures;
  const money = (cents: number): string => formatMoney(cents / 100, language);
  const share = formatShare(lostChance, language, 2);
  const rows = [
    { key: 'low', label: t('recovery.low'), cents: recovery.lowCents },
    { key: 'central', label: t('recovery.central', { share }), cents: recovery.centralCents },
    { key: 'high', label: t('recovery.high'), cents: recovery.highCents },
  ];
  const leading = rows.find(({ key }) => key === first);
  const ordered = [...rows.filter((row) => row === leading), ...rows.filter((row) => row !== leading)];
  const stopped = capCents !== null && recovery.highCents === capCents;
  return (
    <div className="pb-exposure-part" aria-live="polite">
      <h3>{t('recovery')}</h3>
      <p className="pb-strong pb-tabular">
        {t('range', { low: money(recovery.lowCents), high: money(recovery.highCents) })}
      </p>
      <SpreadBar figures={figures} />
      <dl className="pb-exposure-rows">
        {ordered.map(({ key, label, cents }) => (
          <div key={key} data-first={key === first ? '' : undefined} data-figure={key}>
            <dt>{label}</dt>
            <dd>
              <MoneyText value={cents / 100} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="pb-xs pb-muted">{t(`first.${first}`)}</p>
      {stopped ? <p className="pb-xs pb-muted">{t('capped')}</p> : null}
      {claim === 'open' ? null : <p className="pb-sm pb-amber">{t(`claim.${claim}`)}</p>}
      {getExposureScenario(scenario.key).restsOnWarning && scenario.warnings === 'none' ? (
        <p className="pb-xs pb-muted">{t('claim.none')}</p>
      ) : null}
    </div>
  );
}

/** The whole loss as a track: the part of a lost chance, then what full causation would add. */
function SpreadBar({ figures: { lossCents, recovery } }: { readonly figures: Figures }): ReactNode {
  if (lossCents === 0) return null;
  const share = (cents: number): string => `${(Math.max(0, cents) / lossCents) * 100}%`;
  return (
    <div className="pb-exposure-bar" aria-hidden>
      <span className="pb-exposure-bar-high" style={{ width: share(recovery.highCents) }} />
      <span className="pb-exposure-bar-central" style={{ width: share(recovery.centralCents) }} />
    </div>
  );
}
