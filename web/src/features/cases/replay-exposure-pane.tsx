import { ledgerOf, replayExposure } from '@probant/shared/library/replay-exposure';
import { type ReactNode, useMemo } from 'react';

import { formatMoney, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface ReplayExposurePaneProps {
  readonly file: CaseFile;
  readonly switched: readonly string[];
}

/** The exposure of the case's own amounts under the facts as they are switched, and where the ruling fell in it. */
export function ReplayExposurePane({ file, switched }: ReplayExposurePaneProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { replay, awardToClaim } = file;
  const exposure = useMemo(
    () => replayExposure(replay, switched, awardToClaim),
    [replay, switched, awardToClaim],
  );
  const ruled = useMemo(() => ledgerOf(replay, []).recoveredCents, [replay]);
  if (exposure === null) return null;
  const money = (cents: number): string => formatMoney(cents / 100, language);
  const range = ({ lowCents, highCents }: { lowCents: number; highCents: number }) => ({
    low: money(lowCents),
    high: money(highCents),
  });
  const { recovery, uncovered, exit, lossCents, claimableCents } = exposure;
  const share = formatShare(awardToClaim, language, 2);
  const rows = [
    { key: 'low', label: t('exposure.low'), cents: recovery.lowCents },
    { key: 'central', label: t('exposure.central', { share }), cents: recovery.centralCents },
    { key: 'high', label: t('exposure.high'), cents: recovery.highCents },
  ];
  // The ruling is about the facts as they were.
  const mark = switched.length === 0 ? rows.find(({ cents }) => cents === ruled)?.key : undefined;
  return (
    <section className="pb-case-otherwise" aria-labelledby="case-exposure" aria-live="polite">
      <h3 id="case-exposure">{t('exposure')}</h3>
      <p className="pb-medium pb-tabular">{t('exposure.recovery', range(recovery))}</p>
      <dl className="pb-case-spread">
        {rows.map(({ key, label, cents }) => (
          <div key={key} data-figure={key}>
            <dt>
              {label} {key === mark ? <span className="pb-tag">{t('exposure.ruled')}</span> : null}
            </dt>
            <dd>
              <MoneyText value={cents / 100} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('exposure.loss')}</dt>
          <dd>
            <MoneyText value={lossCents / 100} />
          </dd>
        </div>
        <div>
          <dt>{t('exposure.claimable')}</dt>
          <dd>
            <MoneyText value={claimableCents / 100} />
          </dd>
        </div>
      </dl>
      <p className="pb-sm pb-tabular">{t('exposure.uncovered', range(uncovered))}</p>
      {isOwed(replay) ? (
        <p className="pb-sm pb-tabular">
          {exit.highCents === 0 ? t('exposure.exit.settled') : t('exposure.exit', range(exit))}
        </p>
      ) : null}
      <p className="pb-xs pb-muted">{t('exposure.ratio', { share })}</p>
    </section>
  );
}

function isOwed({ decided }: CaseFile['replay']): boolean {
  return decided.some(({ stake }) => stake?.by === 'supplier');
}
