import { dayInWords } from '../words/dates.js';
import type { DrillEvent } from './drill-events.js';
import type { Predicates } from './events.js';

export const drillPredicates: Predicates<DrillEvent['kind']> = {
  'drill-authorised': ({ name, reference }) => ({
    fr: `a consigné l’autorisation ${reference} d’exercices EICAR sur la prestation ${name}`,
    en: `recorded the authorisation ${reference} of EICAR drills on the engagement ${name}`,
  }),
  'drill-authorisation-withdrawn': ({ name, reference, withdrawnOn, reason }) => ({
    fr: `a mis fin à l’autorisation ${reference} (${name}) au ${dayInWords(withdrawnOn, 'fr')}\u00a0: ${reason}`,
    en: `ended the authorisation ${reference} (${name}) on ${dayInWords(withdrawnOn, 'en')}: ${reason}`,
  }),
  'drill-planned': ({ name, revision }) => ({
    fr: `a planifié les exercices EICAR de la prestation ${name}, version ${revision}`,
    en: `planned the EICAR drills of the engagement ${name}, version ${revision}`,
  }),
  'drill-opened': ({ name, drillName }) => ({
    fr: `a ouvert l’exercice EICAR ${drillName} sur la prestation ${name}`,
    en: `opened the EICAR drill ${drillName} on the engagement ${name}`,
  }),
  'drill-changed': ({ drillName }) => ({
    fr: `a modifié l’exercice EICAR ${drillName}`,
    en: `changed the EICAR drill ${drillName}`,
  }),
  'test-file-taken': ({ drillName, token }) => ({
    fr: `a retiré le fichier de test ${token} pour l’exercice ${drillName}`,
    en: `took the test file ${token} for the drill ${drillName}`,
  }),
  'drill-drop-recorded': ({ drillName, droppedOn }) => ({
    fr: `a noté le dépôt du ${dayInWords(droppedOn, 'fr')} dans l’exercice ${drillName}`,
    en: `noted the drop of ${dayInWords(droppedOn, 'en')} in the drill ${drillName}`,
  }),
  'drill-reopened': ({ drillName, reason }) => ({
    fr: `a rouvert l’exercice EICAR ${drillName}\u00a0: ${reason}`,
    en: `reopened the EICAR drill ${drillName}: ${reason}`,
  }),
  'drill-recorded': ({ drillName, number }) => ({
    fr: `a consigné l’exercice EICAR ${drillName}, relevé n°\u00a0${number}`,
    en: `put the EICAR drill ${drillName} on record, number ${number}`,
  }),
  'drill-replied': ({ drillName, number, stance }) =>
    stance === 'countersigned'
      ? {
          fr: `a contresigné le relevé n°\u00a0${number} de l’exercice ${drillName}`,
          en: `counter-signed record ${number} of the drill ${drillName}`,
        }
      : {
          fr: `a contesté le relevé n°\u00a0${number} de l’exercice ${drillName}`,
          en: `contested record ${number} of the drill ${drillName}`,
        },
  'measure-confirmed': ({ questionId, level, measuredOn }) => ({
    fr: `a retenu la mesure du ${dayInWords(measuredOn, 'fr')} comme preuve de ${questionId}, au niveau ${level}`,
    en: `took the measure of ${dayInWords(measuredOn, 'en')} as proof of ${questionId}, at level ${level}`,
  }),
  'measure-withdrawn': ({ questionId }) => ({
    fr: `ne retient plus la mesure comme preuve de ${questionId}`,
    en: `no longer takes the measure as proof of ${questionId}`,
  }),
};
