import { undecidedStandings } from '@probant/shared/warnings/standing';
import { warningStandingNames } from '@probant/shared/warnings/warning-names';
import type { ReactNode } from 'react';

import { formatMoney } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { WarningSummary } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

const tones: Partial<Record<WarningSummary['standing'], string>> = {
  due: 'pb-tag-amber',
  overdue: 'pb-tag-amber',
  escalated: 'pb-tag-amber',
  accepted: 'pb-tag-ok',
};

export function StandingTags({ warning }: { readonly warning: WarningSummary }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const { standing, decision, side } = warning;
  return (
    <span className="pb-row pb-wrap">
      <span className={`pb-tag ${tones[standing] ?? ''}`}>{warningStandingNames[standing][language]}</span>
      {decision === 'acknowledged' && undecidedStandings.some((one) => one === standing) ? (
        <span className="pb-tag">{t('acknowledged')}</span>
      ) : null}
      {side === 'buyer' ? <span className="pb-tag">{t('entered.tag')}</span> : null}
    </span>
  );
}

export function SignedBy({ warning }: { readonly warning: WarningSummary }): ReactNode {
  const { t } = useTranslation(warningTexts);
  return t(warning.signedByBoth ? 'signed.both' : `signed.${warning.side}`);
}

export function CostWords({ cost }: Pick<WarningSummary, 'cost'>): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const { oneOffCents = null, monthlyCents = null } = cost ?? {};
  const told = [
    ...(oneOffCents === null ? [] : [t('cost.once', { amount: formatMoney(oneOffCents / 100, language) })]),
    ...(monthlyCents === null
      ? []
      : [t('cost.month', { amount: formatMoney(monthlyCents / 100, language) })]),
  ];
  return told.length === 0 ? t('cost.none') : told.join(', ');
}
