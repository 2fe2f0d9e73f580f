import { excludedLossNames } from '@probant/shared/contracts/terms';
import type { ReactNode } from 'react';

import { formatDay, formatMoney, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { factTexts } from './facts.texts.js';
import type { Contract, TermsVersion } from './use-contract.js';

type Fact = readonly [label: string, value: string | null, more?: string];

/** The terms as a sheet of facts; what nobody has read yet says so. */
export function TermsFacts({
  terms,
  today,
}: {
  readonly terms: TermsVersion['terms'];
  readonly today: Contract['today'];
}): ReactNode {
  const { t } = useTranslation(factTexts);
  const facts = useFacts(terms, today);
  return (
    <dl className="pb-contract-facts">
      {facts.map(([label, value, more = '']) => (
        <div key={label}>
          <dt className="pb-label">{label}</dt>
          <dd className={value === null ? 'pb-muted' : 'pb-tabular'}>{value ?? t('terms.unknown')}</dd>
          {more === '' ? null : <dd className="pb-xs pb-muted">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

function useFacts(terms: TermsVersion['terms'], today: Contract['today']): Fact[] {
  const { t, language } = useTranslation(factTexts);
  const { renewal, exitFees, cap, exclusions, cure, notification, services, annualFeesCents } = terms;
  const day = (value: string | null | undefined): string | null =>
    value ? formatDay(value, language) : null;
  const money = (cents: number): string => formatMoney(cents / 100, language, { cents: cents % 100 !== 0 });
  const period = (value: { count: number; unit: 'days' | 'months' } | null): string | null =>
    value && t(value.unit === 'days' ? 'fact.days' : 'fact.months', { count: value.count });
  const by = (value: string | null | undefined): string =>
    value ? t('fact.before', { on: formatDay(value, language) }) : '';
  const months = t('fact.months', { count: renewal?.months ?? 0 });
  const due = today?.feesDueCents ?? null;
  const most = today?.capCents ?? null;
  return [
    [
      t('fact.signed'),
      day(terms.signedOn),
      terms.startsOn ? t('fact.from', { on: formatDay(terms.startsOn, language) }) : '',
    ],
    [
      t('fact.term'),
      terms.termMonths === null ? null : t('fact.months', { count: terms.termMonths }),
      renewal === null ? '' : t(`fact.renewal.${renewal.kind}`, { months }),
    ],
    [t('fact.ends'), day(today?.endsOn)],
    [t('fact.customer-notice'), period(terms.customerNotice), by(today?.customerNoticeBy)],
    [t('fact.supplier-notice'), period(terms.supplierNotice), by(today?.supplierNoticeBy)],
    [
      t('fact.fees'),
      annualFeesCents === null ? null : money(annualFeesCents),
      services.length === 0 ? '' : t('fact.services', { count: services.length }),
    ],
    [
      t('fact.exit'),
      exitFees &&
        t(`fact.exit.${exitFees.kind}`, { percent: formatNumber(exitFees.sharePercent ?? 0, language, 0) }),
      due === null || due === 0 ? '' : t('fact.exit.today', { amount: money(due) }),
    ],
    [
      t('fact.cap'),
      cap &&
        (cap.kind === 'amount'
          ? money(cap.cents ?? 0)
          : t(`fact.cap.${cap.kind}`, {
              multiple: formatNumber(cap.multiple ?? 0, language, (cap.multiple ?? 0) % 1 === 0 ? 0 : 1),
            })),
      cap?.kind === 'fees' && most !== null ? money(most) : '',
    ],
    [
      t('fact.exclusions'),
      exclusions &&
        (exclusions.length === 0
          ? t('fact.exclusions.none')
          : exclusions.map((loss) => excludedLossNames[loss][language]).join(', ')),
    ],
    [
      t('fact.cure'),
      cure &&
        (cure.kind === 'none'
          ? t('fact.cure.none')
          : cure.days === null
            ? t('fact.cure.no-days')
            : t('fact.days', { count: cure.days })),
      cure?.kind === 'clause' && cure.days !== null ? t('fact.cure.from') : '',
    ],
    [
      t('fact.notification'),
      notification &&
        (notification.hours === null
          ? t(`fact.notification.${notification.kind}`)
          : t('fact.hours', { count: notification.hours })),
      notification !== null && notification.hours !== null ? t(`fact.notification.${notification.kind}`) : '',
    ],
  ];
}
