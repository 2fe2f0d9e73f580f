import { composeLetter } from '../../platform/mail/letter.js';

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
