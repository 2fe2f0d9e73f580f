import type { Language } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';

type Composed = ReturnType<typeof composeLetter>;

/** The code stands in the body only: an organisation may read the subjects of its messages, never their text. */
export function codeLetter(language: Language, code: string, minutes: number): Composed {
  const spaced = `${code.slice(0, 4)}\u00a0${code.slice(4)}`;
  return composeLetter(
    language === 'fr'
      ? {
          subject: 'Votre code d’accès Probant',
          paragraphs: [
            'Bonjour,',
            `Votre code\u00a0: ${spaced}`,
            `Il vaut ${minutes} minutes, sur la page où vous l’avez demandé. Personne ne vous le demandera par téléphone ni par courriel. Si vous n’avez rien demandé, ignorez ce message\u00a0: le lien seul n’ouvre rien.`,
          ],
        }
      : {
          subject: 'Your Probant access code',
          paragraphs: [
            'Hello,',
            `Your code: ${spaced}`,
            `It is valid for ${minutes} minutes, on the page where you asked for it. Nobody will ask you for it by telephone or e-mail. If you asked for nothing, ignore this message: the link alone opens nothing.`,
          ],
        },
  );
}

export interface DeclineWords {
  readonly title: string;
  readonly recipient: string;
  readonly reason: string;
  /** Name and address of the right person, as far as they were given. */
  readonly suggested: string;
  readonly address: string;
}

export function declinedLetter(language: Language, words: DeclineWords): Composed {
  const { title, recipient, reason, suggested, address } = words;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Demande mal adressée\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `${recipient} signale que votre demande «\u00a0${title}\u00a0» ne lui revient pas\u00a0: ${reason}`,
            ...(suggested === '' ? [] : [`La bonne personne serait\u00a0: ${suggested}.`]),
            'Vous pouvez remplacer le destinataire depuis la page de l’évaluation.',
          ],
          button: { label: 'Ouvrir l’évaluation', address },
        }
      : {
          subject: `Request for someone else: ${title}`,
          paragraphs: [
            'Hello,',
            `${recipient} says that your request “${title}” is not for them: ${reason}`,
            ...(suggested === '' ? [] : [`The right person would be: ${suggested}.`]),
            'You can replace the recipient from the page of the assessment.',
          ],
          button: { label: 'Open the assessment', address },
        },
  );
}
