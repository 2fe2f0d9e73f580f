import type { ReactNode } from 'react';

import { formatChange, formatMoney, formatNumber, formatShare } from '../../platform/i18n/format.js';
import { useLanguage } from '../../platform/i18n/language.js';

interface NumberTextProps {
  readonly value: number;
  readonly digits?: number;
  /** `change` always shows its sign; `share` takes 0.125 for 12,5 %. */
  readonly as?: 'number' | 'change' | 'share';
}

/** A number in the reader's format, with figures of one width. */
export function NumberText({ value, digits = 0, as = 'number' }: NumberTextProps): ReactNode {
  const language = useLanguage();
  const formats = { number: formatNumber, change: formatChange, share: formatShare };
  return <span className="pb-tabular pb-nowrap">{formats[as](value, language, digits)}</span>;
}

/** An amount in euros: `482 463,03 €`. */
export function MoneyText({
  value,
  cents = true,
}: {
  readonly value: number;
  readonly cents?: boolean;
}): ReactNode {
  const language = useLanguage();
  return <span className="pb-tabular pb-nowrap">{formatMoney(value, language, { cents })}</span>;
}
