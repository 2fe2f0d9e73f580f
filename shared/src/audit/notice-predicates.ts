import type { Localised } from '../questionnaires/document.js';
import { endingGroundNames } from '../notices/endings.js';
import type { NoticeStep } from '../notices/lifecycle.js';
import { dayInWords } from '../words/dates.js';
import type { Predicates } from './events.js';
import type { NoticeEvent } from './notice-events.js';
import { fileRefusal } from './wording.js';

const stepWords: Readonly<Record<NoticeStep, Localised>> = {
  'ask-counsel': { fr: 'a confié au conseil', en: 'handed to counsel' },
  'take-back': { fr: 'a repris du conseil', en: 'took back from counsel' },
  send: { fr: 'a consigné l’envoi de', en: 'recorded the posting of' },
  receive: { fr: 'a consigné la réception de', en: 'recorded the receipt of' },
  miss: { fr: 'a consigné comme non réclamée', en: 'recorded as not collected' },
  'send-again': { fr: 'a consigné un nouvel envoi de', en: 'recorded a second posting of' },
  cure: { fr: 'a constaté la réparation demandée par', en: 'recorded the cure asked for by' },
  'cure-partly': { fr: 'a constaté la réparation partielle de', en: 'recorded a partial cure under' },
  fail: { fr: 'a constaté l’absence de réparation malgré', en: 'recorded no cure despite' },
  terminate: { fr: 'a notifié la résiliation après', en: 'notified the termination after' },
  'take-effect': { fr: 'a consigné la fin du contrat après', en: 'recorded the end of the contract after' },
  'return-data': {
    fr: 'a consigné la restitution des données après',
    en: 'recorded the return of data after',
  },
  withdraw: { fr: 'a retiré', en: 'withdrew' },
};

const of = (name: string) => ({
  fr: `la mise en demeure sur la prestation ${name}`,
  en: `the formal notice on the engagement ${name}`,
});

export const noticePredicates: Predicates<NoticeEvent['kind']> = {
  'notice-created': ({ engagementName }) => ({
    fr: `a commencé ${of(engagementName).fr}`,
    en: `began ${of(engagementName).en}`,
  }),
  'notice-draft-saved': ({ engagementName, revision }) => ({
    fr: `a enregistré ${of(engagementName).fr}, version ${revision}`,
    en: `saved ${of(engagementName).en}, version ${revision}`,
  }),
  'notice-moved': ({ engagementName, step, on }) => {
    const words = stepWords[step];
    return {
      fr: `${words.fr} ${of(engagementName).fr}${on === undefined ? '' : `, au ${dayInWords(on, 'fr')}`}`,
      en: `${words.en} ${of(engagementName).en}${on === undefined ? '' : `, on ${dayInWords(on, 'en')}`}`,
    };
  },
  'notice-letter-sent': ({ engagementName, letter, letterSha256 }) =>
    letter === 'formal-notice'
      ? {
          fr: `a figé la lettre de ${of(engagementName).fr} (${letterSha256.slice(0, 12)}…)`,
          en: `froze the letter of ${of(engagementName).en} (${letterSha256.slice(0, 12)}…)`,
        }
      : {
          fr: `a figé la lettre de résiliation qui suit ${of(engagementName).fr} (${letterSha256.slice(0, 12)}…)`,
          en: `froze the termination letter that follows ${of(engagementName).en} (${letterSha256.slice(0, 12)}…)`,
        },
  'notice-piece-stored': ({ engagementName, name }) => ({
    fr: `a versé la pièce ${name} à ${of(engagementName).fr}`,
    en: `added the piece ${name} to ${of(engagementName).en}`,
  }),
  'notice-piece-refused': ({ name, signature, reason }) => ({
    fr: `s’est vu refuser la pièce ${name} d’une mise en demeure (${fileRefusal(reason, signature, 'fr')})`,
    en: `was refused the piece ${name} of a formal notice (${fileRefusal(reason, signature, 'en')})`,
  }),
  'notice-piece-graded': ({ name, level, reason }) => {
    const why = reason === '' ? '' : `\u00a0: ${reason}`;
    return level === null
      ? {
          fr: `n’a pas retenu la pièce ${name} comme preuve de réparation${why}`,
          en: `did not accept the piece ${name} as proof of cure${why.replace('\u00a0:', ':')}`,
        }
      : {
          fr: `a retenu la pièce ${name} comme preuve de réparation, niveau ${level}${why}`,
          en: `accepted the piece ${name} as proof of cure, level ${level}${why.replace('\u00a0:', ':')}`,
        };
  },
  'notice-answered': ({ engagementName, reply }) =>
    reply === 'contests'
      ? {
          fr: `a contesté ${of(engagementName).fr}`,
          en: `disputed ${of(engagementName).en}`,
        }
      : {
          fr: `a répondu à ${of(engagementName).fr}`,
          en: `answered ${of(engagementName).en}`,
        },
  'contract-ended': ({ engagementName, ground, effectiveOn }) => ({
    fr: `a consigné la fin du contrat de la prestation ${engagementName} au ${dayInWords(effectiveOn, 'fr')} (${endingGroundNames[ground].fr})`,
    en: `recorded the end of the contract of the engagement ${engagementName} on ${dayInWords(effectiveOn, 'en')} (${endingGroundNames[ground].en})`,
  }),
};
