import type { ReactNode } from 'react';

import type { Exposure as Figures } from '@probant/shared/exposure/exposure';
import { getExposureScenario } from '@probant/shared/exposure/scenarios';

import { formatMoney } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { exposureTexts } from './exposure.texts.js';
import type { Worked } from './figures.js';
import { LeverList } from './lever-list.js';
import { Recovery } from './recovery.js';
import type { ExposureScenarioBody } from './use-exposure.js';

interface FiguresPanelProps {
  readonly scenario: ExposureScenarioBody;
  readonly worked: Worked | undefined;
  readonly clauses: readonly string[];
  readonly unsaved: boolean;
}

/** The ranges of one scenario, what they rest on and what would change them. */
export function FiguresPanel(props: FiguresPanelProps): ReactNode {
  const { scenario, worked, clauses, unsaved } = props;
  const { t, language } = useTranslation(exposureTexts);
  const { name } = getExposureScenario(scenario.key);
  return (
    <aside className="pb-card pb-exposure-figures" aria-label={t('figures.of', { scenario: name[language] })}>
      {unsaved ? <p className="pb-tag pb-tag-blue">{t('preview')}</p> : null}
      {worked === undefined ? (
        <p className="pb-sm pb-amber">{t('figures.unreadable')}</p>
      ) : (
        <>
          {worked.figures.lossCents === 0 ? (
            <p className="pb-sm pb-soft">{t('figures.empty')}</p>
          ) : (
            <>
              <Recovery worked={worked} scenario={scenario} />
              <Sums figures={worked.figures} lifted={worked.lifted} />
              <Uncovered figures={worked.figures} />
            </>
          )}
          <Exit figures={worked.figures} clauses={clauses} />
          {worked.figures.lossCents === 0 && worked.levers.length === 0 ? null : (
            <LeverList levers={worked.levers} />
          )}
        </>
      )}
    </aside>
  );
}

function Sums({ figures, lifted }: { readonly figures: Figures; readonly lifted: boolean }): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const { lossCents, claimableCents, capCents } = figures;
  return (
    <dl className="pb-exposure-sums">
      <div>
        <dt>{t('loss')}</dt>
        <dd>
          <MoneyText value={lossCents / 100} />
        </dd>
      </div>
      <div>
        <dt>{t('claimable')}</dt>
        <dd>
          <MoneyText value={claimableCents / 100} />
        </dd>
      </div>
      <div>
        <dt>{t('cap.held')}</dt>
        <dd>
          {capCents === null ? (
            t(lifted ? 'cap.lifted' : 'cap.nothing')
          ) : (
            <MoneyText value={capCents / 100} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function Uncovered({ figures: { uncovered } }: { readonly figures: Figures }): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const money = (cents: number): string => formatMoney(cents / 100, language);
  return (
    <div className="pb-exposure-part">
      <h3>{t('uncovered')}</h3>
      <p className="pb-tabular">
        <span className="pb-strong">
          {t('range', { low: money(uncovered.lowCents), high: money(uncovered.highCents) })}
        </span>{' '}
        <span className="pb-sm pb-muted">
          {t('uncovered.central', { amount: money(uncovered.centralCents) })}
        </span>
      </p>
    </div>
  );
}

function Exit({
  figures: { exit },
  clauses,
}: {
  readonly figures: Figures;
  readonly clauses: readonly string[];
}): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const money = (cents: number): string => formatMoney(cents / 100, language);
  return (
    <div className="pb-exposure-part">
      <h3>{t('exit')}</h3>
      {clauses.length > 0 ? (
        <p className="pb-sm">{t('exit.settled', { clauses: clauses.join(', ') })}</p>
      ) : exit.highCents === 0 ? (
        <p className="pb-sm pb-muted">{t('exit.nothing')}</p>
      ) : (
        <>
          <p className="pb-strong pb-tabular">
            {t('range', { low: money(exit.lowCents), high: money(exit.highCents) })}
          </p>
          <p className="pb-xs pb-muted">{t('exit.text')}</p>
        </>
      )}
    </div>
  );
}
