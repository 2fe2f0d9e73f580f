import type { Outcome } from '../audit/assessment-events.js';
import type { Localised } from '../questionnaires/document.js';

/** A decision once it is taken: the title of its record. */
export const decisionNames: Readonly<Record<Outcome, Localised>> = {
  sign: { fr: 'Signature', en: 'Signature' },
  'sign-with-conditions': { fr: 'Signature sous conditions', en: 'Signature with conditions' },
  refuse: { fr: 'Refus', en: 'Refusal' },
};
