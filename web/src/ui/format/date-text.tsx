import type { ReactNode } from 'react';

import {
  formatDay,
  formatExactInstant,
  formatInstant,
  formatInstantDay,
  formatRelative,
  formatStamp,
  formatTime,
} from '../../platform/i18n/format.js';
import { useLanguage } from '../../platform/i18n/language.js';
import { useNow } from './use-now.js';

interface DateTextProps {
  /** A calendar day `2024-11-19` (shown as it is, everywhere) or an instant in ISO 8601. */
  readonly value: string;
  /**
   * `day` by default. `relative` is for what just happened, never for law or deadlines. `stamp` is an instant to the second,
   * with the universal time that was recorded on hover.
   */
  readonly as?: 'day' | 'instant' | 'stamp' | 'time' | 'relative';
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

/** A date in the reader's language, with the exact instant on hover. */
export function DateText({ value, as = 'day' }: DateTextProps): ReactNode {
  const language = useLanguage();
  if (calendarDay.test(value)) {
    return (
      <time className="pb-nowrap" dateTime={value} title={formatDay(value, language, 'long')}>
        {formatDay(value, language)}
      </time>
    );
  }
  return (
    <time
      className="pb-nowrap"
      dateTime={value}
      title={as === 'stamp' ? value : formatExactInstant(value, language)}
    >
      {as === 'relative' ? <Relative instant={value} /> : words(value, as, language)}
    </time>
  );
}

function words(value: string, as: 'day' | 'instant' | 'stamp' | 'time', language: 'fr' | 'en'): string {
  switch (as) {
    case 'day':
      return formatInstantDay(value, language);
    case 'time':
      return formatTime(value, language);
    case 'instant':
      return formatInstant(value, language);
    case 'stamp':
      return formatStamp(value, language);
  }
}

function Relative({ instant }: { readonly instant: string }): ReactNode {
  return formatRelative(instant, useNow(), useLanguage());
}
