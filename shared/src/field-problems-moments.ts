import type { Localised } from './questionnaires/document.js';

/** Refusals of what was noted of a drill or of an incident: when, and in which order. */
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
} as const satisfies Readonly<Record<string, Localised>>;
