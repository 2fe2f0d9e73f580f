import type { Outcome } from '@probant/shared/audit/assessment-events';
import type { Language } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';

export interface DecisionWords {
  readonly buyerName: string;
  readonly sender: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly conditions: string;
  readonly message: string;
  readonly address: string;
}

const said: Readonly<Record<Outcome, Readonly<Record<Language, string>>>> = {
  sign: { fr: 'a décidé de signer.', en: 'has decided to sign.' },
  'sign-with-conditions': {
    fr: 'a décidé de signer sous conditions.',
    en: 'has decided to sign with conditions.',
  },
  refuse: { fr: 'a décidé de ne pas signer.', en: 'has decided not to sign.' },
};

/** The grade is never in a letter: who is let to read it reads it online. */
export function decidedLetter(language: Language, words: DecisionWords): ReturnType<typeof composeLetter> {
  const { buyerName, sender, title, outcome, conditions, message, address } = words;
  const french = language === 'fr';
  return composeLetter({
    subject: french ? `Décision de ${buyerName}\u00a0: ${title}` : `Decision of ${buyerName}: ${title}`,
    paragraphs: [
      french ? 'Bonjour,' : 'Hello,',
      french
        ? `Après examen de vos réponses à «\u00a0${title}\u00a0», ${buyerName} ${said[outcome].fr}`
        : `Having reviewed your answers to “${title}”, ${buyerName} ${said[outcome].en}`,
      ...(conditions === ''
        ? []
        : [french ? `Conditions\u00a0: ${conditions}` : `Conditions: ${conditions}`]),
      ...(message === '' ? [] : [message]),
    ],
    button: { label: french ? 'Lire la décision' : 'Read the decision', address },
    closing: `${sender}, ${buyerName}`,
  });
}
