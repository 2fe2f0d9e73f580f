import {
  activityNames,
  numberOf,
  scopeInWords,
  type HdsActivity,
} from '@probant/shared/certifications/activities';
import { buyerNode } from '@probant/shared/certifications/chain';

import { formatDay } from '../../platform/i18n/format.js';
import type { Translate } from '../../platform/i18n/texts.js';
import type { certificationTexts } from './certification.texts.js';
import type { Certification, Covered, CoverageState } from './use-certification.js';

type T = Translate<(typeof certificationTexts)['fr']>;
type Language = 'fr' | 'en';

/** How the companies of a chain are called and what they are in it. */
export interface ChainNames {
  readonly nameOf: (id: string | null) => string;
  readonly roleOf: (id: string) => string;
}

export function chainNames({ chain, blockers }: Certification, t: T): ChainNames {
  const names = new Map(chain.actors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === buyerNode ? t('you') : (names.get(id ?? '') ?? ''));
  const direct = new Set(blockers.filter(({ kind }) => kind === 'direct').map(({ actorId }) => actorId));
  return {
    nameOf,
    roleOf: (id) => {
      if (id === buyerNode) return t('role.buyer');
      if (id === chain.holderId) return t('role.holder');
      const from = chain.contracts.find((one) => one.to === id && one.from !== buyerNode)?.from;
      if (direct.has(id)) return t('role.direct', { name: nameOf(from ?? null) });
      const above = from ?? chain.contracts.find((one) => one.to === id)?.from;
      return above === undefined ? t('role.unlinked') : t('role.sub', { name: nameOf(above) });
    },
  };
}

/** Why a performer is covered or not, in a few words. */
export function reasonInWords(line: Covered, { nameOf }: ChainNames, t: T, language: Language): string {
  const day = (value: string | null): string => (value === null ? '' : formatDay(value, language));
  switch (line.reason) {
    case 'stated-none':
      return t('reason.stated-none', {
        source: line.source === null ? '' : t(`source.${line.source}`),
        day: day(line.statedOn),
      });
    case 'ended':
    case 'lost':
      return t(`reason.${line.reason}`, { day: day(line.until) });
    case 'other-scope':
    case 'host-not-covered':
      return t(`reason.${line.reason}`, { host: nameOf(line.hostId) });
    default:
      return t(`reason.${line.reason}`);
  }
}

export function activitiesInWords(activities: readonly HdsActivity[], t: T, language: Language): string {
  const [first] = activities;
  if (first !== undefined && activities.length === 1) {
    return t('activity.named', {
      number: numberOf(first),
      name: activityNames[first][language].toLowerCase(),
    });
  }
  return t('activities.named', { list: scopeInWords(activities, language) });
}

/** The worst of what a company performs; nothing when it performs none of the six. */
export function stateOfActor(coverage: Certification['coverage'], actorId: string): CoverageState | null {
  const order = ['none', 'not-demonstrated', 'other-scope', 'covered'] as const;
  const own = coverage.flatMap(({ performers }) => performers).filter((one) => one.actorId === actorId);
  return order.find((state) => own.some((one) => one.state === state)) ?? null;
}
