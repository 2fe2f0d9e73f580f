import type { Language } from '@probant/shared/questionnaires/document';
import { counted } from '@probant/shared/words/numbers';
import { composeLetter } from '../../platform/mail/letter.js';

interface MoveWords {
  readonly buyerName: string;
  readonly sender: string;
  readonly title: string;
  readonly version: number;
  /** Questions that changed for whoever answers, whatever was answered. */
  readonly changed: number;
  readonly address: string;
}

export function movedLetter(language: Language, words: MoveWords): ReturnType<typeof composeLetter> {
  const { buyerName, title, version, changed, address, sender } = words;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Questionnaire mis à jour\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `${buyerName} a fait passer sa demande «\u00a0${title}\u00a0» à la version ${version} du questionnaire\u00a0: ${
              changed === 0
                ? 'aucune question n’a changé pour vous.'
                : `${counted(changed, 'question a changé', 'questions ont changé', 'fr')}.`
            }`,
            'Rien de ce que vous avez saisi n’est perdu. Vos réponses aux questions inchangées restent telles quelles\u00a0; les autres vous sont montrées, à reconfirmer avant la remise.',
          ],
          button: { label: 'Voir ce qui a changé', address },
          closing: `${sender}, ${buyerName}`,
        }
      : {
          subject: `Questionnaire updated: ${title}`,
          paragraphs: [
            'Hello,',
            `${buyerName} has moved its request “${title}” to version ${version} of the questionnaire: ${
              changed === 0
                ? 'no question has changed for you.'
                : `${counted(changed, 'question has changed', 'questions have changed', 'en')}.`
            }`,
            'Nothing that you entered is lost. Your answers to unchanged questions stay as they are; the others are shown to you, to be reconfirmed before you submit.',
          ],
          button: { label: 'See what changed', address },
          closing: `${sender}, ${buyerName}`,
        },
  );
}

export function returnedLetter(language: Language, words: MoveWords): ReturnType<typeof composeLetter> {
  const { buyerName, title, version, address, sender } = words;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Retour à la version d’avant\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `${buyerName} a ramené sa demande «\u00a0${title}\u00a0» à la version ${version} du questionnaire. Vos réponses sont redevenues celles d’avant le changement\u00a0; ce que vous avez saisi entre-temps reste dans l’historique de chaque question.`,
          ],
          button: { label: 'Ouvrir la demande', address },
          closing: `${sender}, ${buyerName}`,
        }
      : {
          subject: `Back to the version before: ${title}`,
          paragraphs: [
            'Hello,',
            `${buyerName} has taken its request “${title}” back to version ${version} of the questionnaire. Your answers are again those of before the change; what you entered in between stays in the history of each question.`,
          ],
          button: { label: 'Open the request', address },
          closing: `${sender}, ${buyerName}`,
        },
  );
}
