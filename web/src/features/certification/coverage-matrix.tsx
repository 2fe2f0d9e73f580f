import { activityNames, numberOf } from '@probant/shared/certifications/activities';
import { buyerNode } from '@probant/shared/certifications/chain';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { chainNames } from './chain-words.js';
import { certificationTexts } from './certification.texts.js';
import { StateIcon } from './state-mark.js';
import type { Certification } from './use-certification.js';

const shown = 7;

/** Six activities against everybody who takes part; those who perform something first, the rest in the table. */
export function CoverageMatrix({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { chain, coverage, regulated } = certification;
  const names = chainNames(certification, t);
  const performing = new Set(coverage.flatMap(({ performers }) => performers).map(({ actorId }) => actorId));
  const all = [buyerNode, ...chain.actors.map(({ id }) => id)];
  const actors = all.toSorted((one, other) => Number(performing.has(other)) - Number(performing.has(one)));
  const columns = all.filter((id) => actors.slice(0, shown).includes(id));
  return (
    <section aria-labelledby="certification-matrix">
      <h2 id="certification-matrix">{t('matrix.title', { count: all.length })}</h2>
      <div className="pb-cert-scroll" role="group" aria-labelledby="certification-matrix" tabIndex={0}>
        <table className="pb-cert-matrix" data-regulated={regulated}>
          <thead>
            <tr>
              <td />
              {columns.map((id) => (
                <th key={id} scope="col" className="pb-xs">
                  {names.nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ activity, performers }) => (
              <tr key={activity}>
                <th scope="row" className="pb-sm">
                  <span className="pb-tabular">{numberOf(activity)}</span> {activityNames[activity][language]}
                </th>
                {columns.map((id) => {
                  const line = performers.find(({ actorId }) => actorId === id);
                  return (
                    <td key={id}>
                      {line ? (
                        <span className="pb-cert-cell" data-state={line.state}>
                          <StateIcon state={line.state} />
                          <span className="pb-hidden">{t(`state.${line.state}`)}</span>
                        </span>
                      ) : (
                        <span className="pb-muted">
                          <span aria-hidden>·</span>
                          <span className="pb-hidden">{t('matrix.not')}</span>
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > columns.length ? (
        <p className="pb-xs pb-muted">{t('matrix.more', { count: all.length - columns.length })}</p>
      ) : null}
    </section>
  );
}
