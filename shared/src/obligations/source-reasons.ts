import type { Day } from '../calendar.js';
import { certificateKindNames } from '../certifications/certificate.js';
import { sideNames } from '../findings/finding.js';
import { dayCautionNames } from '../notices/clock.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { dayInWords } from '../words/dates.js';
import { lastDayOf, monthInWords, shiftMonth } from '../patch-reports/month.js';
import { effectiveInWords } from './due-words.js';
import type { ObligationFacts } from './obligation.js';
import { findRegulation } from './regulations.js';
import { objectionDays, reassessWithinDays, recordWithinDays } from './reassessment-triggers.js';

/** `14 h 30` in French, `14:30` in English. */
export function hourInWords(at: string, language: Language): string {
  return language === 'fr' ? at.replace(':', '\u00a0h\u00a0') : at;
}

const byLanguage = (say: (language: Language) => string): Localised => ({ fr: say('fr'), en: say('en') });
const say = (language: Language, fr: string, en: string): string => (language === 'fr' ? fr : en);

export function hourReason({ at, incidentId, trigger }: ObligationFacts): Localised | null {
  if (at === undefined || trigger !== undefined) return null;
  const hour = byLanguage((language) => hourInWords(at, language));
  return incidentId === undefined
    ? { fr: `Le créneau est à ${hour.fr}.`, en: `The slot is at ${hour.en}.` }
    : { fr: `Au plus tard à ${hour.fr}, heure de Paris.`, en: `At ${hour.en} at the latest, Paris time.` };
}

export function cureReason(facts: ObligationFacts): Localised | null {
  const { receivedOn, cureDays, firstSafeOn, cureCaution } = facts;
  if (receivedOn === undefined || cureDays === undefined || firstSafeOn === undefined) return null;
  return byLanguage((language) => {
    const [received, safe] = [dayInWords(receivedOn, language), dayInWords(firstSafeOn, language)];
    const counted = say(
      language,
      `Lettre reçue le ${received}, délai de ${cureDays}\u00a0jours.`,
      `Letter received on ${received}, period of ${cureDays} days.`,
    );
    const caution =
      cureCaution === undefined
        ? ''
        : say(
            language,
            ` Le dernier jour est ${dayCautionNames[cureCaution].fr}\u00a0: le délai pourrait courir jusqu’au jour ouvré qui suit.`,
            ` The last day is ${dayCautionNames[cureCaution].en}: the period may be argued to run on to the next worked day.`,
          );
    return `${counted}${caution} ${say(language, `Premier jour sûr pour agir\u00a0: ${safe}.`, `First safe day to act: ${safe}.`)}`;
  });
}

export function announcedReason({ announcedOn }: ObligationFacts): Localised | null {
  if (announcedOn === undefined) return null;
  return {
    fr: `Le fournisseur a nommé ce jour dans sa réponse du ${dayInWords(announcedOn, 'fr')}.`,
    en: `The supplier named this day in its answer of ${dayInWords(announcedOn, 'en')}.`,
  };
}

export function monthReason({ month, trigger }: ObligationFacts): Localised | null {
  if (month === undefined || trigger !== undefined) return null;
  const ended = lastDayOf(month);
  return {
    fr: `Le mois s’est terminé le ${dayInWords(ended, 'fr')}. Délai proposé pour consigner\u00a0: ${recordWithinDays}\u00a0jours.`,
    en: `The month ended on ${dayInWords(ended, 'en')}. Time proposed to record: ${recordWithinDays} days.`,
  };
}

/** `septembre 2026 et octobre 2026`: the two months of a pair. */
function missedMonths({ month, trigger }: ObligationFacts, language: Language): string | null {
  if (month === undefined || trigger !== 'patch-reports') return null;
  const [one, other] = [monthInWords(shiftMonth(month, -1), language), monthInWords(month, language)];
  return say(language, `${one} et ${other}`, `${one} and ${other}`);
}

export function ownerReason({ ownerSide }: ObligationFacts): Localised | null {
  if (ownerSide === undefined) return null;
  return {
    fr: `À la charge du ${sideNames[ownerSide].fr}.`,
    en: `Owned by the ${sideNames[ownerSide].en}.`,
  };
}

/** `HDS, Hostélia`: a certificate by its kind and its holder. */
export function certificateInWords(
  { certificateKind, holder }: ObligationFacts,
  language: Language,
): string | null {
  if (certificateKind === undefined) return null;
  const name = certificateKindNames[certificateKind][language];
  return holder === undefined ? name : `${name}, ${holder}`;
}

/** What happened, when, and within which time a reassessment is proposed. */
export function triggerReason(facts: ObligationFacts): Localised | null {
  const { trigger, happenedOn, subject } = facts;
  if (trigger === undefined || happenedOn === undefined) return null;
  return byLanguage((language) => {
    const when = whenOf(facts, happenedOn)[language];
    const about =
      subject ??
      certificateInWords(facts, language) ??
      missedMonths(facts, language) ??
      regulationName(facts, language);
    const since = about === '' ? `${when[0]?.toUpperCase() ?? ''}${when.slice(1)}.` : `${about}, ${when}.`;
    const within =
      trigger === 'subcontractor'
        ? say(
            language,
            `Délai d’opposition de ${objectionDays}\u00a0jours, à vérifier au contrat.`,
            `Objection period of ${objectionDays} days, to be checked in the contract.`,
          )
        : say(
            language,
            `Délai proposé\u00a0: ${reassessWithinDays}\u00a0jours.`,
            `Time proposed: ${reassessWithinDays} days.`,
          );
    return `${since} ${within}`;
  });
}

function regulationName({ regulation }: ObligationFacts, language: Language): string {
  return regulation === undefined ? '' : (findRegulation(regulation)?.name[language] ?? regulation);
}

/** Of a text whose day is not known, the month. */
function whenOf({ regulation, trigger }: ObligationFacts, happenedOn: Day): Localised {
  const text = regulation === undefined || trigger !== 'regulation' ? undefined : findRegulation(regulation);
  return effectiveInWords(happenedOn, text?.precision ?? 'day');
}
