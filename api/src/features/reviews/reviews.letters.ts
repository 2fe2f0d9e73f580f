import type { Language } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';

export interface ReturnWords {
  readonly buyerName: string;
  readonly sender: string;
  readonly title: string;
  readonly reason: string;
  readonly address: string;
}

export function returnedLetter(language: Language, words: ReturnWords): ReturnType<typeof composeLetter> {
  const { buyerName, sender, title, reason, address } = words;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${buyerName} vous retourne vos réponses pour précision\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `${buyerName} a lu vos réponses à «\u00a0${title}\u00a0» et vous demande de les préciser.`,
            `Motif\u00a0: ${reason}`,
            'Les constats et les points à préciser vous attendent en ligne\u00a0; ce que vous avez remis est conservé. Ce lien remplace les précédents, qui ne fonctionnent plus.',
          ],
          button: { label: 'Compléter mes réponses', address },
          closing: `${sender}, ${buyerName}`,
        }
      : {
          subject: `${buyerName} returns your answers for clarification: ${title}`,
          paragraphs: [
            'Hello,',
            `${buyerName} has read your answers to “${title}” and asks you to clarify some of them.`,
            `Reason: ${reason}`,
            'The findings and the points to make more precise are online; what you submitted is kept. This link replaces the earlier ones, which no longer work.',
          ],
          button: { label: 'Complete my answers', address },
          closing: `${sender}, ${buyerName}`,
        },
  );
}
