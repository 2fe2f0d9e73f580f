import type { ContradictionEvent } from './contradiction-events.js';
import type { Predicates } from './events.js';

const on = (questionId: string, language: 'fr' | 'en'): string =>
  questionId === '' ? '' : language === 'fr' ? ` sur ${questionId}` : ` on ${questionId}`;

export const contradictionPredicates: Predicates<ContradictionEvent['kind']> = {
  'contradiction-asked': ({ questionId }) => ({
    fr: `a interrogé le prestataire sur une contradiction${on(questionId, 'fr')}`,
    en: `asked the supplier about a contradiction${on(questionId, 'en')}`,
  }),
  'contradiction-set-aside': ({ questionId, reason }) => ({
    fr: `a écarté une contradiction${on(questionId, 'fr')}\u00a0: ${reason}`,
    en: `set aside a contradiction${on(questionId, 'en')}: ${reason}`,
  }),
  'contradiction-reopened': ({ questionId, reason }) => ({
    fr: `a repris une contradiction écartée${on(questionId, 'fr')}\u00a0: ${reason}`,
    en: `took up again a contradiction set aside${on(questionId, 'en')}: ${reason}`,
  }),
};
