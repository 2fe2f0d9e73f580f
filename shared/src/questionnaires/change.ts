import { typeset } from '../library/typeset.js';
import { inFull, inRisk } from '../words/numbers.js';
import type { Language, Localised } from './document.js';

/** What changed, in the order in which a reader meets it; the filters and the counts of a comparison are these. */
export const changeKinds = [
  'added',
  'removed',
  'moved',
  'wording',
  'type',
  'options',
  'curve',
  'unit',
  'weight',
  'condition',
  'evidence',
  'severity',
  'finding',
  'knockouts',
  'not-applicable',
  'references',
  'rules',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference between two states of the same thing. */
export interface Difference {
  readonly kind: ChangeKind;
  /** "Le poids passe de 3 à 4." */
  readonly sentence: Localised;
  /** What stood there and what stands there now, where the sentence does not say it all; null: nothing to show. */
  readonly before: Localised | null;
  readonly after: Localised | null;
  /** The language whose words changed; absent where both say the same thing. */
  readonly language?: Language;
}

/** What a difference is about. */
export interface ChangeSubject {
  readonly level: 'questionnaire' | 'theme' | 'question';
  /** The code of the theme or the key of the question; empty for the questionnaire. */
  readonly key: string;
  readonly name: Localised;
  /** Of a question. */
  readonly theme?: Localised;
}

export interface Change extends Difference {
  readonly subject: ChangeSubject;
}

/** A sentence typed with plain spaces. */
export function say(fr: string, en: string): Localised {
  return { fr: typeset(fr, 'fr'), en: typeset(en, 'en') };
}

export function told(kind: ChangeKind, fr: string, en: string): Difference {
  return { kind, sentence: say(fr, en), before: null, after: null };
}

/** The same, with what stood there and what stands there now. */
export function shown(
  kind: ChangeKind,
  sentence: Localised,
  before: Localised | null,
  after: Localised | null,
): Difference {
  return { kind, sentence, before, after };
}

export function inBoth(tell: (language: Language) => string): Localised {
  return { fr: tell('fr'), en: tell('en') };
}

export function asRisk(value: number): Localised {
  return inBoth((language) => inRisk(value, language));
}

export function asNumber(value: number): Localised {
  return inBoth((language) => inFull(value, language));
}
