import type { ReplayCase } from '@probant/shared/library/case';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { caseTexts } from './cases.texts.js';

/** What was asked for, what was given, and what each court said of it. */
export function DecidedTable({ replay }: { readonly replay: ReplayCase }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  if (replay.decided.length === 0) return null;
  return (
    <section className="pb-case-decided" aria-labelledby="case-decided">
      <h2 id="case-decided">{t('decided')}</h2>
      <div className="pb-case-scroll" tabIndex={0} role="group" aria-labelledby="case-decided">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('decided.head')}</th>
              <th scope="col" className="pb-num">
                {t('decided.claimed')}
              </th>
              <th scope="col" className="pb-num">
                {t('decided.awarded')}
              </th>
              <th scope="col">{t('decided.first')}</th>
              <th scope="col">{t('decided.appeal')}</th>
            </tr>
          </thead>
          <tbody>
            {replay.decided.map(({ head, claimedEuros, awardedEuros, firstInstance, appeal }) => (
              <tr key={head.fr}>
                <th scope="row">{head[language]}</th>
                <td className="pb-num">
                  {claimedEuros === undefined ? '–' : <MoneyText value={claimedEuros} />}
                </td>
                <td className="pb-num">
                  {awardedEuros === undefined ? '–' : <MoneyText value={awardedEuros} />}
                </td>
                <td>{firstInstance[language]}</td>
                <td className="pb-medium">{appeal[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
