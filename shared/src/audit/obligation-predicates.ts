import { certificateKindNames } from '../certifications/certificate.js';
import { obligationRules } from '../obligations/kinds.js';
import { dayInWords } from '../words/dates.js';
import { ofName } from '../words/elision.js';
import { counted } from '../words/numbers.js';
import type { ObligationEvent } from './obligation-events.js';
import type { Predicates } from './events.js';

export const obligationPredicates: Predicates<ObligationEvent['kind']> = {
  'obligation-done': ({ obligation, engagementName, doneOn, note }) => ({
    fr: `a dit faite le ${dayInWords(doneOn, 'fr')} l’échéance «\u00a0${obligationRules[obligation].fr}\u00a0» de la prestation ${engagementName}\u00a0: ${note}`,
    en: `said that the obligation “${obligationRules[obligation].en}” of the engagement ${engagementName} was done on ${dayInWords(doneOn, 'en')}: ${note}`,
  }),
  'obligation-postponed': ({ obligation, engagementName, dueOn, until, reason }) => ({
    fr: `a reporté du ${dayInWords(dueOn, 'fr')} au ${dayInWords(until, 'fr')} l’échéance «\u00a0${obligationRules[obligation].fr}\u00a0» de la prestation ${engagementName}\u00a0: ${reason}`,
    en: `put off the obligation “${obligationRules[obligation].en}” of the engagement ${engagementName} from ${dayInWords(dueOn, 'en')} to ${dayInWords(until, 'en')}: ${reason}`,
  }),
  'obligation-reopened': ({ obligation, engagementName, reason }) => ({
    fr: `a rouvert l’échéance «\u00a0${obligationRules[obligation].fr}\u00a0» de la prestation ${engagementName}\u00a0: ${reason}`,
    en: `reopened the obligation “${obligationRules[obligation].en}” of the engagement ${engagementName}: ${reason}`,
  }),
  'regulation-question-asked': ({ engagementName, supplierName }) => ({
    fr: `a demandé à ${supplierName} ce qu’il doit changer, et avant quelle date, pour la prestation ${engagementName}`,
    en: `asked ${supplierName} what it has to change, and by what date, for the engagement ${engagementName}`,
  }),
  'regulation-admission-filed': ({ engagementName, supplierName, changeBy }) => ({
    fr: `a classé comme reconnaissance de ${supplierName} ce qu’il dit devoir changer pour la prestation ${engagementName}, ${changeBy === null ? 'sans date annoncée' : `avant le ${dayInWords(changeBy, 'fr')}`}`,
    en: `filed as an admission of ${supplierName} what it says it has to change for the engagement ${engagementName}, ${changeBy === null ? 'without a day' : `by ${dayInWords(changeBy, 'en')}`}`,
  }),
  'calendar-feed-opened': ({ renewed }) => ({
    fr: renewed
      ? 'a renouvelé l’adresse secrète de son calendrier'
      : 'a ouvert une adresse secrète pour son calendrier',
    en: renewed ? 'renewed the secret address of the calendar' : 'opened a secret address for the calendar',
  }),
  'calendar-feed-revoked': () => ({
    fr: 'a révoqué l’adresse secrète de son calendrier',
    en: 'revoked the secret address of the calendar',
  }),
  'calendar-reminders-chosen': ({ wanted }) => ({
    fr: wanted
      ? 'a demandé les rappels d’échéances par courriel'
      : 'a arrêté les rappels d’échéances par courriel',
    en: wanted ? 'asked for reminders by e-mail' : 'stopped reminders by e-mail',
  }),
  'certificate-expiring': ({ certificateKind, holderName, expiresOn }) => ({
    fr: `a annoncé que le certificat ${certificateKindNames[certificateKind].fr} ${ofName(holderName)} expire le ${dayInWords(expiresOn, 'fr')}`,
    en: `announced that the certificate ${certificateKindNames[certificateKind].en} of ${holderName} expires on ${dayInWords(expiresOn, 'en')}`,
  }),
  'piece-expiring': ({ pieceName, supplierName, expiresOn }) => ({
    fr: `a annoncé que la pièce ${pieceName} (${supplierName}) expire le ${dayInWords(expiresOn, 'fr')}`,
    en: `announced that the piece ${pieceName} (${supplierName}) expires on ${dayInWords(expiresOn, 'en')}`,
  }),
  'obligations-reminded': ({ name, obligations }) => ({
    fr: `a rappelé ${counted(obligations, 'échéance', 'échéances', 'fr')} à ${name}`,
    en: `reminded ${name} of ${counted(obligations, 'obligation', 'obligations', 'en')}`,
  }),
};
