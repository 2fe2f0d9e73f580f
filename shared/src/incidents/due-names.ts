import type { Localised } from '../questionnaires/document.js';
import type { DueKey } from './dues.js';

/** What is due, with the rule that it is due under. */
export const dueNames: Readonly<Record<DueKey, Localised>> = {
  contract: { fr: 'information du client (contrat)', en: 'customer to be told (contract)' },
  'gdpr-processor': {
    fr: 'information du client (RGPD, art. 33, § 2)',
    en: 'customer to be told (GDPR, art. 33(2))',
  },
  'gdpr-authority': {
    fr: 'violation de données à notifier (RGPD, art. 33)',
    en: 'data breach to be notified (GDPR, art. 33)',
  },
  'nis2-early-warning': { fr: 'alerte précoce (NIS 2)', en: 'early warning (NIS 2)' },
  'nis2-notification': { fr: 'notification de l’incident (NIS 2)', en: 'incident notification (NIS 2)' },
  'nis2-final-report': { fr: 'rapport final (NIS 2)', en: 'final report (NIS 2)' },
  'dora-initial': { fr: 'notification initiale (DORA)', en: 'initial notification (DORA)' },
  'dora-intermediate': { fr: 'rapport intermédiaire (DORA)', en: 'intermediate report (DORA)' },
  'dora-final': { fr: 'rapport final (DORA)', en: 'final report (DORA)' },
};
