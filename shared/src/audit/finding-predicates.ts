import { dayInWords } from '../words/dates.js';
import type { Localised } from '../questionnaires/document.js';
import type { Predicates } from './events.js';
import type { FindingEvent } from './finding-events.js';

interface OfQuestion {
  readonly questionId: string;
}

/** A sentence that ends with the finding it is about. */
const about =
  (fr: string, en: string) =>
  ({ questionId }: OfQuestion): Localised => ({
    fr: `${fr} ${questionId}`,
    en: `${en} ${questionId}`,
  });

export const findingPredicates: Predicates<FindingEvent['kind']> = {
  'plan-proposed': ({ questionId, dueOn }) => ({
    fr: `a proposé un plan d’action pour le constat sur ${questionId}, échéance ${dayInWords(dueOn, 'fr')}`,
    en: `proposed an action plan for the finding on ${questionId}, due ${dayInWords(dueOn, 'en')}`,
  }),
  'plan-agreed': ({ questionId, dueOn }) => ({
    fr: `a accepté le plan d’action du constat sur ${questionId}, échéance ${dayInWords(dueOn, 'fr')}`,
    en: `agreed the action plan of the finding on ${questionId}, due ${dayInWords(dueOn, 'en')}`,
  }),
  'plan-declined': about(
    'a décliné le plan d’action proposé pour le constat sur',
    'declined the action plan proposed for the finding on',
  ),
  'finding-commented': about('a commenté le constat sur', 'commented on the finding on'),
  'correction-announced': about(
    'a annoncé la correction du constat sur',
    'announced the correction of the finding on',
  ),
  'proof-refused': about(
    'a jugé insuffisante la preuve donnée pour le constat sur',
    'found insufficient the proof given for the finding on',
  ),
  'finding-verified': about(
    'a vérifié la correction du constat sur',
    'verified the correction of the finding on',
  ),
  'acceptance-ended': about(
    'a rouvert, l’acceptation du risque étant échue, le constat sur',
    'reopened, as the acceptance of its risk has run out, the finding on',
  ),
  'finding-closed': about(
    'a clos sans vérification le constat sur',
    'closed without verification the finding on',
  ),
  'finding-reopened': about('a rouvert le constat sur', 'reopened the finding on'),
  'risk-accepted': ({ questionId, until }) => ({
    fr: `a accepté jusqu’au ${dayInWords(until, 'fr')} le risque du constat sur ${questionId}`,
    en: `accepted until ${dayInWords(until, 'en')} the risk of the finding on ${questionId}`,
  }),
  'acceptance-asked': ({ questionId, reason }) => ({
    fr: `a demandé d’accepter le risque du constat sur ${questionId}\u00a0: ${reason}`,
    en: `asked to accept the risk of the finding on ${questionId}: ${reason}`,
  }),
  'acceptance-refused': ({ questionId, reason }) => ({
    fr: `a refusé d’accepter le risque du constat sur ${questionId}\u00a0: ${reason}`,
    en: `refused to accept the risk of the finding on ${questionId}: ${reason}`,
  }),
  'proof-attached': ({ questionId, name }) => ({
    fr: `a joint la pièce ${name} comme preuve pour le constat sur ${questionId}`,
    en: `attached the piece ${name} as proof for the finding on ${questionId}`,
  }),
  'verification-kept': ({ questionId, verification: { level } }) => ({
    fr: `a retenu au niveau ${level} la correction vérifiée sur ${questionId}`,
    en: `kept at level ${level} the verified correction on ${questionId}`,
  }),
  'verification-ended': about(
    'ne tient plus pour vérifiée la correction sur',
    'no longer holds as verified the correction on',
  ),
};
