import type { Language } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';

export interface IncidentWords {
  readonly first: boolean;
  readonly author: string;
  readonly organisation: string;
  /** As the request calls it. */
  readonly service: string;
  /** Of the incident; empty where the letter may not say. */
  readonly title: string;
  readonly address: string;
}

/** Tells the customer that its supplier reported an incident, or completed what it had said. */
export function incidentLetter(language: Language, words: IncidentWords): ReturnType<typeof composeLetter> {
  const { first, author, organisation, service, title, address } = words;
  if (language === 'fr') {
    const act = first ? 'signale un incident' : 'complète un incident';
    return composeLetter({
      subject: `${organisation} ${act}\u00a0: ${service}`,
      paragraphs: [
        'Bonjour,',
        `${author} (${organisation}) ${act} sur «\u00a0${service}\u00a0».`,
        ...(title === '' ? [] : [`«\u00a0${title}\u00a0»`]),
        'Vos propres délais de notification courent dès que vous en avez connaissance.',
      ],
      button: { label: 'Voir l’incident', address },
    });
  }
  const act = first ? 'reports an incident' : 'completes an incident';
  return composeLetter({
    subject: `${organisation} ${act}: ${service}`,
    paragraphs: [
      'Hello,',
      `${author} (${organisation}) ${act} on “${service}”.`,
      ...(title === '' ? [] : [`“${title}”`]),
      'Your own time limits to notify run from when you know of it.',
    ],
    button: { label: 'See the incident', address },
  });
}
