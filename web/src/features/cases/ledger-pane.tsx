import { ledgerOf, type LedgerLine } from '@probant/shared/library/replay-exposure';
import { type ReactNode, useMemo } from 'react';

import { formatMoney } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Quote } from '../../ui/law/quote.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface LedgerPaneProps {
  readonly file: CaseFile;
  readonly switched: readonly string[];
}

/** Head by head: claimed, obtained, and what it might have come to, with its reason and the line of the ruling. */
export function LedgerPane({ file, switched }: LedgerPaneProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const ledger = useMemo(() => ledgerOf(file.replay, switched), [file.replay, switched]);
  if (ledger.lines.length === 0) return null;
  const { claimedCents, recoveredCents, avoidedCents, improvedCents } = ledger;
  const claimed = formatMoney(claimedCents / 100, language);
  return (
    <section className="pb-case-otherwise" aria-labelledby="case-ledger" aria-live="polite">
      <h3 id="case-ledger">{t('ledger')}</h3>
      <p className="pb-xs pb-muted">{t('ledger.text')}</p>
      <ul className="pb-case-ledger">
        {ledger.lines.map((line) => (
          <Line key={line.head.fr} line={line} quote={file.quotes.get(line.lesson)} />
        ))}
      </ul>
      <p className="pb-label">{t('ledger.ruling')}</p>
      <dl className="pb-case-spread">
        <Total label={t('ledger.total.recovered', { claimed })} cents={recoveredCents} />
        {avoidedCents === 0 ? null : <Total label={t('ledger.total.avoided')} cents={avoidedCents} />}
        <Total label={t('ledger.total.improved')} cents={improvedCents} />
      </dl>
    </section>
  );
}

function Total({ label, cents }: { readonly label: string; readonly cents: number }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="pb-strong">
        <MoneyText value={cents / 100} />
      </dd>
    </div>
  );
}

interface LineProps {
  readonly line: LedgerLine;
  readonly quote: string | undefined;
}

function Line({ line, quote }: LineProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { head, gain, claimedCents, obtainedCents, possible, otherwise, lesson, reason } = line;
  const money = (cents: number): string => formatMoney(cents / 100, language);
  const { lowCents, highCents } = possible;
  const same = lowCents === obtainedCents && highCents === obtainedCents;
  return (
    <li data-otherwise={otherwise ? '' : undefined}>
      <p className="pb-medium pb-sm">{head[language]}</p>
      <dl className="pb-case-amounts">
        <div>
          <dt>{t('ledger.claimed')}</dt>
          <dd className="pb-tabular">
            {claimedCents === null ? t('ledger.claimed.unknown') : money(claimedCents)}
          </dd>
        </div>
        <div>
          <dt>{t(`ledger.${gain}`)}</dt>
          <dd className="pb-tabular">{money(obtainedCents)}</dd>
        </div>
        <div>
          <dt>{t('ledger.possible')}</dt>
          <dd className={same ? 'pb-muted' : 'pb-strong pb-tabular'}>
            {same ? t('ledger.same') : t('ledger.range', { low: money(lowCents), high: money(highCents) })}
          </dd>
        </div>
      </dl>
      <p className="pb-sm">{reason[language]}</p>
      {quote === undefined ? null : (
        <Quote size="small" source={lesson}>
          {quote}
        </Quote>
      )}
    </li>
  );
}
