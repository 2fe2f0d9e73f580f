import type { ReplayCase } from '@probant/shared/library/case';
import type { CaseHead } from '@probant/shared/library/case-head';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoneyText } from '../../ui/format/number-text.js';
import { caseTexts } from './cases.texts.js';

/** What was asked for, what was given, and what each court said of it. */
export function DecidedList({ replay }: { readonly replay: ReplayCase }): ReactNode {
  const { t } = useTranslation(caseTexts);
  if (replay.decided.length === 0) return null;
  return (
    <section className="pb-case-pane" aria-labelledby="case-decided">
      <h2 id="case-decided">{t('decided')}</h2>
      <ul className="pb-case-decided">
        {replay.decided.map((head) => (
          <Head key={head.head.fr} head={head} />
        ))}
      </ul>
    </section>
  );
}

function Head({
  head: { head, claimedEuros, awardedEuros, firstInstance, appeal },
}: {
  readonly head: CaseHead;
}): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return (
    <li>
      <p className="pb-medium">{head[language]}</p>
      <dl>
        {claimedEuros === undefined ? null : (
          <div>
            <dt>{t('decided.claimed')}</dt>
            <dd>
              <MoneyText value={claimedEuros} />
            </dd>
          </div>
        )}
        {awardedEuros === undefined ? null : (
          <div>
            <dt>{t('decided.awarded')}</dt>
            <dd className="pb-strong">
              <MoneyText value={awardedEuros} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('decided.first')}</dt>
          <dd>{firstInstance[language]}</dd>
        </div>
        <div>
          <dt>{t('decided.appeal')}</dt>
          <dd className="pb-medium">{appeal[language]}</dd>
        </div>
      </dl>
    </li>
  );
}
