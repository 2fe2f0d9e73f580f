import { composeLetter } from '../../platform/mail/letter.js';

interface StoppedWords {
  readonly name: string;
  readonly url: string;
  readonly reason: 'failing' | 'gone';
  readonly publicUrl: string;
}

export function stoppedLetter(
  language: 'fr' | 'en',
  { name, url, reason, publicUrl }: StoppedWords,
): ReturnType<typeof composeLetter> {
  const address = `${publicUrl}/settings/api`;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Le webhook ${name} est arrêté`,
          paragraphs: [
            'Bonjour,',
            reason === 'gone'
              ? `L’adresse ${url} répond qu’elle n’existe plus (410)\u00a0: Probant ne lui envoie plus rien.`
              : `Les envois à ${url} échouent depuis trois jours\u00a0: Probant ne lui envoie plus rien.`,
            'Ce qui attendait est gardé, et repart quand vous réactivez le webhook. Ce qui arrive d’ici là ne lui sera pas envoyé.',
          ],
          button: { label: 'Voir le webhook', address },
        }
      : {
          subject: `The webhook ${name} is stopped`,
          paragraphs: [
            'Hello,',
            reason === 'gone'
              ? `The address ${url} answers that it is gone (410): Probant sends nothing more to it.`
              : `Deliveries to ${url} have failed for three days: Probant sends nothing more to it.`,
            'What waited is kept and leaves again once you switch the webhook back on. What happens until then is not sent to it.',
          ],
          button: { label: 'See the webhook', address },
        },
  );
}
