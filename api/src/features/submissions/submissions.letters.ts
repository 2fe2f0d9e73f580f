import { composeLetter } from '../../platform/mail/letter.js';

/** To the buyer: there is something to review. */
export function submittedLetter(
  language: 'fr' | 'en',
  { supplier, title, number, address }: { supplier: string; title: string; number: number; address: string },
): ReturnType<typeof composeLetter> {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${supplier} a répondu : ${title}`,
          paragraphs: [
            'Bonjour,',
            `${supplier} a remis ses réponses (remise n° ${number}) à votre demande « ${title} ».`,
          ],
          button: { label: 'Examiner les réponses', address },
        }
      : {
          subject: `${supplier} has answered: ${title}`,
          paragraphs: [
            'Hello,',
            `${supplier} has submitted its answers (submission no. ${number}) to your request “${title}”.`,
          ],
          button: { label: 'Review the answers', address },
        },
  );
}

interface ReceiptWords {
  readonly buyer: string;
  readonly title: string;
  readonly number: number;
  readonly submittedAt: string;
  readonly attestedBy: string;
  readonly sha256: string;
  readonly address: string;
}

/** To whoever submitted: the hash and the instant stand in the letter itself, which proves them without the product. */
export function receiptLetter(
  language: 'fr' | 'en',
  { buyer, title, number, submittedAt, attestedBy, sha256, address }: ReceiptWords,
): ReturnType<typeof composeLetter> {
  const instant = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(new Date(submittedAt));
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Accusé de votre remise n°\u00a0${number}\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `Vos réponses à «\u00a0${title}\u00a0» ont été remises à ${buyer} le ${instant}. Exactitude attestée par ${attestedBy}.`,
            `Empreinte sha256 de la remise n°\u00a0${number}\u00a0:\n${sha256}`,
            'L’accusé complet, avec l’empreinte de chaque pièce, se télécharge en ligne. Conservez-le avec ce message.',
          ],
          button: { label: 'Ouvrir l’accusé de remise', address },
        }
      : {
          subject: `Receipt of your submission no. ${number}: ${title}`,
          paragraphs: [
            'Hello,',
            `Your answers to “${title}” were submitted to ${buyer} on ${instant}. Accuracy attested by ${attestedBy}.`,
            `sha256 of submission no. ${number}:\n${sha256}`,
            'The whole receipt, with the hash of each piece, can be downloaded online. Keep it with this message.',
          ],
          button: { label: 'Open the receipt', address },
        },
  );
}
