import type { Localised } from '../questionnaires/document.js';

/** Events after which what a supplier answered may no longer hold. The anniversary of the contract is a kind of its own. */
export const reassessmentTriggers = [
  'certificate-ended',
  'certificate-lost',
  'bodacc',
  'subcontractor',
  'drill',
  'patch-reports',
  'regulation',
  'announced-change',
  'incident',
] as const;
export type ReassessmentTrigger = (typeof reassessmentTriggers)[number];

export const triggerNames: Readonly<Record<ReassessmentTrigger, Localised>> = {
  'certificate-ended': { fr: 'certificat arrivé à son terme', en: 'certificate at its end' },
  'certificate-lost': { fr: 'certificat perdu', en: 'certificate lost' },
  bodacc: { fr: 'annonce au Bodacc', en: 'notice in the Bodacc' },
  subcontractor: { fr: 'nouveau sous-traitant', en: 'new subcontractor' },
  drill: { fr: 'exercice EICAR manqué', en: 'EICAR drill failed' },
  'patch-reports': {
    fr: 'rapport de correctifs manquant deux mois de suite',
    en: 'patch report missed two months running',
  },
  regulation: { fr: 'texte entré en application', en: 'regulation in effect' },
  'announced-change': { fr: 'changement annoncé et non constaté', en: 'announced change not confirmed' },
  incident: { fr: 'incident', en: 'incident' },
};

/** A working time of one's own. */
export const reassessWithinDays = 30;
/** Another: the reports of a month usually come in the first half of the next. */
export const recordWithinDays = 15;
/** Within which a new subcontractor is usually objected to; the contract may say otherwise. */
export const objectionDays = 15;
