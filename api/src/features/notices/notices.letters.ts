import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { NoticeChannel } from '@probant/shared/notices/draft';
import { dayInWords } from '@probant/shared/words/dates';
import { composeLetter } from '../../platform/mail/letter.js';

export interface PostedWords {
  readonly letter: 'formal-notice' | 'termination';
  readonly buyer: string;
  /** As the request calls the service. */
  readonly title: string;
  readonly channel: NoticeChannel;
  readonly postedOn: string;
  readonly address: string;
}

const named: Readonly<Record<PostedWords['letter'], Localised>> = {
  'formal-notice': { fr: 'une mise en demeure', en: 'a formal notice' },
  termination: { fr: 'une notification de résiliation', en: 'a notice of termination' },
};

const carried: Readonly<Record<NoticeChannel, Localised>> = {
  registered: {
    fr: 'par lettre recommandée avec avis de réception',
    en: 'by registered letter with proof of receipt',
  },
  bailiff: { fr: 'par commissaire de justice', en: 'by a court-appointed bailiff' },
  other: { fr: 'par courrier', en: 'by post' },
};

/** Says that a letter is on its way and where to read it; it is not that letter, and says so. */
export function postedLetter(language: Language, words: PostedWords): ReturnType<typeof composeLetter> {
  const { letter, buyer, title, channel, postedOn, address } = words;
  const what = named[letter][language];
  const how = carried[channel][language];
  const day = dayInWords(postedOn, language);
  if (language === 'fr') {
    return composeLetter({
      subject: `${buyer} vous adresse ${what}\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `${buyer} vous a adressé le ${day}, ${how}, ${what} pour «\u00a0${title}\u00a0».`,
        'Ce courriel vous en informe et ne remplace pas cette lettre\u00a0: les délais courent à compter de la réception de la lettre, non de ce courriel.',
        'Vous pouvez lire son texte exact, répondre et joindre vos preuves.',
      ],
      button: { label: 'Lire la lettre', address },
    });
  }
  return composeLetter({
    subject: `${buyer} sends you ${what}: ${title}`,
    paragraphs: [
      'Hello,',
      `On ${day} ${buyer} sent you ${what} ${how}, for “${title}”.`,
      'This e-mail tells you of that letter and does not replace it: time runs from the receipt of the letter, not from this e-mail.',
      'You can read its exact text, reply and attach your evidence.',
    ],
    button: { label: 'Read the letter', address },
  });
}
