import type { Language, Localised } from '../questionnaires/document.js';
import { inNumber, isSingular } from './numbers.js';

/** Units are written in the plural; these are their words that have another form for one. Any other word stays as it is. */
const singulars: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    secondes: 'seconde',
    minutes: 'minute',
    heures: 'heure',
    jours: 'jour',
    semaines: 'semaine',
    trimestres: 'trimestre',
    semestres: 'semestre',
    années: 'année',
    ans: 'an',
    exercices: 'exercice',
    ouvrés: 'ouvré',
    ouvrables: 'ouvrable',
    calendaires: 'calendaire',
    clauses: 'clause',
    comptes: 'compte',
    incidents: 'incident',
    personnes: 'personne',
    postes: 'poste',
    serveurs: 'serveur',
    sites: 'site',
    euros: 'euro',
  },
  en: {
    seconds: 'second',
    minutes: 'minute',
    hours: 'hour',
    days: 'day',
    weeks: 'week',
    months: 'month',
    quarters: 'quarter',
    years: 'year',
    clauses: 'clause',
    accounts: 'account',
    incidents: 'incident',
    people: 'person',
    workstations: 'workstation',
    servers: 'server',
    sites: 'site',
    euros: 'euro',
  },
};

/** What follows the thing counted keeps its number: "années de redevance", "clauses out of 14". */
const headOfUnit = /^.*?(?= (?:de|d’|d'|par|sur|of|out|per)(?: |$)| \(|$)/u;

/** The unit as it stands after this number: "heure" after 1 and 1,5 in French, "hour" after 1 alone in English. */
export function unitAfter(value: number, unit: Localised, language: Language): string {
  const written = unit[language];
  if (!isSingular(value, language)) return written;
  return written.replace(headOfUnit, (head) =>
    head
      .split(' ')
      .map((word) => singulars[language][word] ?? word)
      .join(' '),
  );
}

/** `1 heure`, `24 heures`; a number without a unit stands alone. */
export function inUnit(value: number, unit: Localised, language: Language): string {
  return withUnit(inNumber(value, language), unitAfter(value, unit, language), language);
}

/** A number as it is written with its unit; no line ends between them. English writes `100%`, French `100 %`. */
export function withUnit(number: string, word: string, language: Language): string {
  if (word === '') return number;
  return word === '%' && language === 'en' ? `${number}%` : `${number}\u00a0${word}`;
}
