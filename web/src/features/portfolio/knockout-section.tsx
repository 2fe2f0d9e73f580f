import { knockoutStates, type KnockoutState } from '@probant/shared/scoring/knockouts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { scorePartTexts } from '../../ui/score/score-parts.texts.js';
import { portfolioTexts } from './portfolio.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

/** Active knock-outs by kind: what is unlawful is never mixed with what only waits for a proof. */
export function KnockoutSection({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { t: part } = useTranslation(scorePartTexts);
  const groups = knockoutStates
    .map((state) => ({ state, knockouts: summary.knockouts.filter((one) => one.state === state) }))
    .filter(({ knockouts }) => knockouts.length > 0);
  return (
    <section>
      <h2>{t('knockouts.title')}</h2>
      {groups.length === 0 ? <p className="pb-sm pb-soft">{t('knockouts.none')}</p> : null}
      {groups.map(({ state, knockouts }) => (
        <div key={state} className="pb-knockouts">
          <Link className="pb-knockouts-head" to={listBehind(behind[state])}>
            <KnockoutFlag kind={state}>
              {state === 'proved' ? t('group.proved') : part(`knockout.${state}`)}
            </KnockoutFlag>
            <span className="pb-num pb-strong">{formatNumber(summary[state], language)}</span>
          </Link>
          <ul>
            {knockouts.map(({ id, count, name, text }) => (
              <li key={id}>
                <Link
                  className="pb-knockouts-row"
                  to={listBehind({ knockout: id, state })}
                  title={text[language]}
                >
                  <span className="pb-mono pb-muted">{id}</span>
                  <span className="pb-ellipsis">{name[language]}</span>
                  <span className="pb-num">{formatNumber(count, language)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const behind: Readonly<Record<KnockoutState, Parameters<typeof listBehind>[0]>> = {
  unlawful: { kind: 'unlawful' },
  proved: { state: 'proved' },
  undemonstrated: { kind: 'undemonstrated' },
};
