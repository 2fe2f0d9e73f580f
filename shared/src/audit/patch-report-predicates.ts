import { monthInWords } from '../patch-reports/month.js';
import { dayInWords } from '../words/dates.js';
import type { Predicates } from './events.js';
import type { PatchReportEvent } from './patch-report-events.js';

export const patchReportPredicates: Predicates<PatchReportEvent['kind']> = {
  'patch-reports-expected': ({ name, fromMonth }) =>
    fromMonth === undefined
      ? {
          fr: `n’attend plus de rapport mensuel de correctifs pour la prestation ${name}`,
          en: `no longer expects a monthly patch report for the engagement ${name}`,
        }
      : {
          fr: `attend un rapport mensuel de correctifs pour la prestation ${name} (premier mois\u00a0: ${monthInWords(fromMonth, 'fr')})`,
          en: `expects a monthly patch report for the engagement ${name}, from ${monthInWords(fromMonth, 'en')} on`,
        },
  'patch-report-recorded': ({ name, month, outcome, receivedOn, revision }) => {
    const corrects = revision > 1 ? { fr: 'corrigé', en: 'corrected' } : { fr: 'consigné', en: 'recorded' };
    const fr = `a ${corrects.fr} le rapport de correctifs du mois (${monthInWords(month, 'fr')}) de la prestation ${name}`;
    const en = `${corrects.en} the patch report of ${monthInWords(month, 'en')} of the engagement ${name}`;
    return outcome === 'missed' || receivedOn === undefined
      ? { fr: `${fr}\u00a0: manquant`, en: `${en}: missed` }
      : {
          fr: `${fr}\u00a0: reçu le ${dayInWords(receivedOn, 'fr')}`,
          en: `${en}: received on ${dayInWords(receivedOn, 'en')}`,
        };
  },
};
