import type { ReactNode } from 'react';

import type { Translate } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { activitiesInWords, chainNames, type ChainNames } from './chain-words.js';
import { blockerTexts } from './blockers.texts.js';
import { certificationTexts } from './certification.texts.js';
import type { Certification } from './use-certification.js';

type Blocker = Certification['blockers'][number];

/** What stands in the way, the worst first, each with what it does to the score and what to do. */
export function BlockerList({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { t: own } = useTranslation(blockerTexts);
  const names = chainNames(certification, t);
  const { blockers, regulated } = certification;
  return (
    <section aria-labelledby="certification-blockers">
      <h2 id="certification-blockers">{own('blockers.title')}</h2>
      {blockers.length === 0 ? (
        <p className="pb-sm pb-soft">{own(regulated ? 'blockers.none' : 'blockers.none.unregulated')}</p>
      ) : (
        <ol className="pb-cert-blockers">
          {blockers.map((blocker) => {
            const [what, then] = sentencesOf(
              blocker,
              names,
              activitiesInWords(blocker.activities, t, language),
              own,
            );
            return (
              <li
                key={`${blocker.kind} ${blocker.actorId ?? ''} ${blocker.hostId ?? ''}`}
                data-kind={blocker.kind}
              >
                <span className="pb-strong">{what}</span> <span className="pb-cert-then">{then}</span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function sentencesOf(
  { kind, actorId, hostId, rule, floor, paths, engagements }: Blocker,
  { nameOf }: ChainNames,
  told: string,
  own: Translate<(typeof blockerTexts)['fr']>,
): readonly [string, string] {
  const actor = nameOf(actorId);
  const weight = { rule: rule ?? '', floor: floor ?? 0 };
  switch (kind) {
    case 'none':
      return [own('blocker.none', { actor, activities: told }), own('blocker.none.end', weight)];
    case 'not-demonstrated':
      return [
        actorId === null
          ? own('blocker.nobody', { activities: told })
          : own('blocker.not-demonstrated', { actor, activities: told }),
        own('blocker.not-demonstrated.end', weight),
      ];
    case 'other-scope':
      return [
        own('blocker.other-scope', { actor, host: nameOf(hostId), activities: told }),
        own('blocker.other-scope.end', weight),
      ];
    case 'direct':
      return [
        engagements.length === 0
          ? own('blocker.direct', { actor })
          : own('blocker.direct.engagements', { actor, engagements: engagements.join(', ') }),
        own('blocker.direct.end'),
      ];
    case 'two-paths':
      return [
        own('blocker.two-paths', { actor }),
        own('blocker.two-paths.end', {
          paths: paths.map((path) => path.map((id) => nameOf(id)).join(' → ')).join(own('paths.join')),
        }),
      ];
    case 'unlinked':
      return [own('blocker.unlinked', { actor }), own('blocker.unlinked.end')];
  }
}
