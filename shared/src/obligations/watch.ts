import type { Localised } from '../questionnaires/document.js';
import type { ObligationKind } from './kinds.js';
import { triggerNames, type ReassessmentTrigger } from './reassessment-triggers.js';

/** Dates and events that ask something of a contract. */
export const watchCauses = [
  'any',
  'regulation',
  'certificate',
  'anniversary',
  'bodacc',
  'subcontractor',
  'drill',
  'patch-reports',
  'incident',
] as const;
export type WatchCause = (typeof watchCauses)[number];

interface CauseRule {
  readonly name: Localised;
  readonly kinds: readonly ObligationKind[];
  /** Of the reassessments among them, after which events; null: after any. */
  readonly triggers: readonly ReassessmentTrigger[] | null;
}

/** A text asks for an amendment and a question, an end of a certificate for the next one; every event for a reassessment. */
export const causeRules: Readonly<Record<WatchCause, CauseRule>> = {
  any: {
    name: { fr: 'toutes les dates et tous les événements', en: 'every date and event' },
    kinds: ['regulation', 'announced-change', 'certificate-expiry', 'contract-review', 'reassessment'],
    triggers: null,
  },
  regulation: {
    name: { fr: 'texte qui s’applique', en: 'text that takes effect' },
    kinds: ['regulation', 'announced-change', 'reassessment'],
    triggers: ['regulation', 'announced-change'],
  },
  certificate: {
    name: { fr: 'certificat qui expire', en: 'certificate that expires' },
    kinds: ['certificate-expiry', 'reassessment'],
    triggers: ['certificate-ended', 'certificate-lost'],
  },
  anniversary: {
    name: { fr: 'anniversaire du contrat', en: 'anniversary of the contract' },
    kinds: ['contract-review'],
    triggers: null,
  },
  bodacc: afterEvent('bodacc'),
  subcontractor: afterEvent('subcontractor'),
  drill: afterEvent('drill'),
  'patch-reports': afterEvent('patch-reports'),
  incident: afterEvent('incident'),
};

function afterEvent(trigger: ReassessmentTrigger): CauseRule {
  return { name: triggerNames[trigger], kinds: ['reassessment'], triggers: [trigger] };
}
