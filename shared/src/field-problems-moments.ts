import type { Localised } from './questionnaires/document.js';

/** Refusals of what was noted of a drill, of an incident or of a month: when, and in which order. */
export const momentFieldTable = {
  'not-a-time': { fr: 'Indiquez une heure de la journée.', en: 'Give a time of day.' },
  'hour-skipped': {
    fr: 'Cette heure n’a pas existé ce jour-là\u00a0: le passage à l’heure d’été la saute.',
    en: 'That hour did not exist on that day: clocks went forward over it.',
  },
  'too-early': {
    fr: 'Cela ne peut pas précéder ce dont c’est la suite.',
    en: 'This cannot come before what it follows.',
  },
  'too-late': {
    fr: 'La fin ne peut pas précéder le début.',
    en: 'The end cannot come before the beginning.',
  },
  'not-a-hash': {
    fr: 'Une empreinte SHA-256 compte 64 chiffres hexadécimaux.',
    en: 'A SHA-256 hash has 64 hexadecimal digits.',
  },
  'outside-authorisation': {
    fr: 'L’autorisation ne couvre pas ce jour.',
    en: 'The authorisation does not cover that day.',
  },
  'not-a-month': { fr: 'Ce mois n’existe pas.', en: 'This month does not exist.' },
  'before-engagement': {
    fr: 'Ce mois précède la prestation.',
    en: 'This month comes before the engagement.',
  },
  'month-too-far': {
    fr: 'Choisissez un mois d’ici un an au plus.',
    en: 'Choose a month within a year at most.',
  },
  'month-not-expected': {
    fr: 'Aucun rapport n’est attendu pour ce mois.',
    en: 'No report is expected for this month.',
  },
  'month-not-over': {
    fr: 'Le mois n’est pas terminé\u00a0: le rapport peut encore venir.',
    en: 'The month is not over: the report can still come.',
  },
  'before-its-month': {
    fr: 'Le rapport d’un mois ne peut pas être reçu avant que ce mois commence.',
    en: 'The report of a month cannot be received before that month begins.',
  },
} as const satisfies Readonly<Record<string, Localised>>;
