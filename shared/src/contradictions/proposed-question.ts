import type { Localised } from '../questionnaires/document.js';
import type { Contradiction, FactSource, ToldFact } from './contradiction.js';
import { dayInWords } from '../words/dates.js';

const found: Readonly<Record<FactSource, Localised>> = {
  answer: { fr: 'la réponse à la question {about} est', en: 'the answer to question {about} is' },
  piece: { fr: 'la pièce {about} est', en: 'the piece {about} is' },
  check: { fr: 'le registre public ({about}) indique', en: 'the public register ({about}) says' },
  graph: { fr: 'notre schéma des intervenants indique', en: 'our graph of the companies involved says' },
  contract: { fr: 'le contrat ({about}) indique', en: 'the contract ({about}) says' },
  drill: { fr: 'l’exercice {about} a mesuré', en: 'the drill {about} measured' },
  warning: { fr: 'la mise en garde {about} indique', en: 'the warning {about} says' },
  record: { fr: 'notre fiche indique', en: 'our record says' },
};

/** What a reviewer may send, to be read again before it leaves: both facts, why they cannot both hold, and what to give. */
export function proposedQuestion({ said, found: other, why }: Contradiction): Localised {
  return { fr: compose('fr', said, other, why.fr), en: compose('en', said, other, why.en) };
}

function compose(language: 'fr' | 'en', said: ToldFact, other: ToldFact, why: string): string {
  const opening = said.source === 'answer' ? found.answer : found.record;
  const one = told(opening[language], said, language);
  const two = told(found[other.source][language], other, language);
  return language === 'fr'
    ? `Bonjour,\n\nDeux éléments nous paraissent incompatibles. D’une part, ${one}. D’autre part, ${two}.\n\n${why}\n\nMerci de nous dire lequel est exact, et de joindre ce qui le montre.`
    : `Hello,\n\nTwo points seem incompatible to us. On the one hand, ${one}. On the other hand, ${two}.\n\n${why}\n\nPlease tell us which one is right, and attach what shows it.`;
}

function told(opening: string, { source, ref, about, text, on }: ToldFact, language: 'fr' | 'en'): string {
  const name = source === 'answer' ? `${ref} (${about[language]})` : quoted(about[language], language);
  const dated =
    on === null || source === 'answer' || source === 'piece' ? '' : ` (${dayInWords(on, language)})`;
  const intro = opening.replace('{about}', name);
  return language === 'fr'
    ? `${intro}\u00a0: ${quoted(text.fr, 'fr')}${dated}`
    : `${intro}: ${quoted(text.en, 'en')}${dated}`;
}

function quoted(text: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}
