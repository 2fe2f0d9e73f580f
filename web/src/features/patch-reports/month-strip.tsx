import { firstDayOf } from '@probant/shared/patch-reports/month';
import { monthStandingNames, type MonthStanding } from '@probant/shared/patch-reports/patch-report';
import type { ReactNode } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { patchReportTexts } from './patch-reports.texts.js';
import type { PatchMonth } from './use-patch-reports.js';

const shown = 12;

/** The last months in the order of the calendar: each says in words what its sign shows. */
export function MonthStrip({ months }: { readonly months: readonly PatchMonth[] }): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const last = months.slice(0, shown).toReversed();
  const count = (wanted: MonthStanding): number => last.filter(({ standing }) => standing === wanted).length;
  if (last.length === 0) return null;
  return (
    <>
      <p className="pb-medium">
        {t('summary', {
          missed: t('missed', { count: count('missed') }),
          toRecord: t('to-record', { count: count('to-record') }),
        })}
      </p>
      <ol className="pb-patch-strip" aria-label={t('strip')}>
        {last.map(({ month, standing }) => (
          <li key={month} data-standing={standing}>
            <span className="pb-xs pb-muted">{shortMonth(month, language)}</span>
            <span className="pb-xs pb-medium">{monthStandingNames[standing][language]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** `oct. 2026`. */
function shortMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${firstDayOf(month)}T00:00:00Z`));
}
