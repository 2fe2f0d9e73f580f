import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { WarningDecision } from '@probant/shared/warnings/warning';
import { dayInWords } from '@probant/shared/words/dates';
import { composeLetter } from '../../platform/mail/letter.js';

export interface GivenWords {
  readonly supplier: string;
  readonly title: string;
  readonly decideBy: string;
  /** Empty where it may not be read in a letter. */
  readonly subject: string;
  readonly address: string;
}

export function givenLetter(
  language: Language,
  { supplier, title, decideBy, subject, address }: GivenWords,
): ReturnType<typeof composeLetter> {
  const day = dayInWords(decideBy, language);
  if (language === 'fr') {
    return composeLetter({
      subject: `${supplier} vous adresse une mise en garde\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `${supplier} a inscrit et signé une mise en garde au registre, pour «\u00a0${title}\u00a0»${subject === '' ? '' : `\u00a0: «\u00a0${subject}\u00a0»`}.`,
        `Une décision est attendue au plus tard le ${day}\u00a0: accepter, refuser avec un motif, ou demander un devis. Le silence ne vaut jamais acceptation.`,
      ],
      button: { label: 'Lire et décider', address },
    });
  }
  return composeLetter({
    subject: `${supplier} sends you a warning: ${title}`,
    paragraphs: [
      'Hello,',
      `${supplier} entered and signed a warning in the register, for “${title}”${subject === '' ? '' : `: “${subject}”`}.`,
      `A decision is expected by ${day}: accept, refuse with a reason, or ask for a quote. Silence is never acceptance.`,
    ],
    button: { label: 'Read and decide', address },
  });
}

const answered: Readonly<Record<WarningDecision, Localised>> = {
  accepted: { fr: 'a accepté votre mise en garde', en: 'accepted your warning' },
  refused: { fr: 'a refusé votre mise en garde', en: 'refused your warning' },
  'quote-asked': { fr: 'demande un devis sur votre mise en garde', en: 'asks for a quote on your warning' },
  acknowledged: { fr: 'a pris acte de votre mise en garde', en: 'took note of your warning' },
};

export interface DecidedWords {
  readonly decision: WarningDecision;
  readonly organisation: string;
  readonly title: string;
  readonly address: string;
}

export function decidedLetter(
  language: Language,
  { decision, organisation, title, address }: DecidedWords,
): ReturnType<typeof composeLetter> {
  const act = answered[decision][language];
  if (language === 'fr') {
    return composeLetter({
      subject: `${organisation} ${act}\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `${organisation} ${act}, pour «\u00a0${title}\u00a0». Sa décision est datée, signée et gardée avec le texte exact de la mise en garde.`,
      ],
      button: { label: 'Lire la décision', address },
    });
  }
  return composeLetter({
    subject: `${organisation} ${act}: ${title}`,
    paragraphs: [
      'Hello,',
      `${organisation} ${act}, for “${title}”. Its decision is dated, signed and kept with the exact text of the warning.`,
    ],
    button: { label: 'Read the decision', address },
  });
}
