import type { ExposureEvent } from './exposure-events.js';
import type { Predicates } from './events.js';

export const exposurePredicates: Predicates<ExposureEvent['kind']> = {
  'exposure-stated': ({ name, supplierName, revision }) => ({
    fr: `a estimé l’exposition de la prestation ${name} (${supplierName}), version ${revision}`,
    en: `estimated the exposure of the engagement ${name} (${supplierName}), version ${revision}`,
  }),
  'exposure-notice-accepted': ({ number }) => ({
    fr: `a pris acte que les montants d’exposition sont indicatifs (avis n°\u00a0${number})`,
    en: `acknowledged that amounts of exposure are indicative (notice ${number})`,
  }),
};
