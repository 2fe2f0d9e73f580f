import type { ComparedRow, DifferenceKind } from './compare-scores.js';
import type { Localised } from '../questionnaires/document.js';

/** Which questions are shown: where what was said or proven differs, where only its weight does, or all. */
export const comparisonViews = ['said', 'points', 'all'] as const;
export type ComparisonView = (typeof comparisonViews)[number];

export function isInView({ differences }: Pick<ComparedRow, 'differences'>, view: ComparisonView): boolean {
  switch (view) {
    case 'said':
      return differences.some((kind) => kind !== 'points');
    case 'points':
      return differences.length === 1 && differences[0] === 'points';
    case 'all':
      return true;
  }
}

export const differenceNames: Readonly<Record<DifferenceKind, Localised>> = {
  asked: { fr: 'pas posée partout', en: 'not asked everywhere' },
  answer: { fr: 'réponse', en: 'answer' },
  proof: { fr: 'preuve', en: 'proof' },
  points: { fr: 'points', en: 'points' },
};

/** Where a question was not answered of its own. */
export const unansweredNames: Readonly<Record<'inherited' | 'out-of-scope', Localised>> = {
  inherited: { fr: 'Suit la question dont elle dépend', en: 'Follows the question it depends on' },
  'out-of-scope': { fr: 'Hors du périmètre de la prestation', en: 'Out of the scope of the engagement' },
};

export const replacedWords: Localised = {
  fr: 'retenu par vous, autre que la réponse donnée',
  en: 'as you hold it, not as it was answered',
};
