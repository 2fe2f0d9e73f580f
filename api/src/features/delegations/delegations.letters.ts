import type { Language } from '@probant/shared/questionnaires/document';
import { dayInWords } from '@probant/shared/words/dates';
import { composeLetter } from '../../platform/mail/letter.js';

export interface PartWords {
  readonly sender: string;
  readonly organisation: string;
  readonly buyerName: string;
  readonly title: string;
  readonly note: string;
  readonly dueOn: string | null;
  readonly questions: number;
  readonly address: string;
}

type Composed = ReturnType<typeof composeLetter>;

export function handedOverLetter(language: Language, words: PartWords): Composed {
  const { sender, organisation, buyerName, title, questions, address } = words;
  if (language === 'fr') {
    const asked = questions > 1 ? `${questions} questions` : 'une question';
    return composeLetter({
      subject: `${sender} vous confie ${asked}\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `${sender} (${organisation}) vous confie ${asked} de la demande «\u00a0${title}\u00a0» de ${buyerName}. Vous ne verrez et ne modifierez que cette partie.`,
        ...noteOf(words, 'fr'),
        ...dueOf(words, 'fr'),
        'À la première ouverture, un code vous sera envoyé à cette adresse. Ce lien est personnel\u00a0: ne le transférez pas.',
      ],
      button: { label: 'Répondre', address },
    });
  }
  const asked = questions > 1 ? `${questions} questions` : 'one question';
  return composeLetter({
    subject: `${sender} hands ${asked} over to you: ${title}`,
    paragraphs: [
      'Hello,',
      `${sender} (${organisation}) hands ${asked} of the request “${title}” of ${buyerName} over to you. You will see and change that part only.`,
      ...noteOf(words, 'en'),
      ...dueOf(words, 'en'),
      'When you first open it, a code is sent to this address. The link is yours: do not forward it.',
    ],
    button: { label: 'Answer', address },
  });
}

export function partReminderLetter(language: Language, words: PartWords, late: boolean): Composed {
  const { sender, organisation, title, questions, address } = words;
  if (language === 'fr') {
    const left = questions > 1 ? `${questions} questions attendent` : 'une question attend';
    return composeLetter({
      subject: late ? `En retard\u00a0: ${title}` : `Rappel\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `Dans la partie que ${sender} (${organisation}) vous a confiée de «\u00a0${title}\u00a0», ${left} encore votre réponse.`,
        ...noteOf(words, 'fr'),
        ...dueOf(words, 'fr'),
        'Ce lien remplace le précédent, qui n’ouvre plus rien.',
      ],
      button: { label: 'Répondre', address },
    });
  }
  const left = questions > 1 ? `${questions} questions still wait` : 'one question still waits';
  return composeLetter({
    subject: late ? `Late: ${title}` : `Reminder: ${title}`,
    paragraphs: [
      'Hello,',
      `In the part of “${title}” that ${sender} (${organisation}) handed over to you, ${left} for your answer.`,
      ...noteOf(words, 'en'),
      ...dueOf(words, 'en'),
      'This link takes the place of the one before, which opens nothing any more.',
    ],
    button: { label: 'Answer', address },
  });
}

function noteOf({ note, sender }: PartWords, language: Language): string[] {
  if (note === '') return [];
  return [
    language === 'fr' ? `${sender} vous écrit\u00a0:\n«\u00a0${note}\u00a0»` : `${sender} writes:\n“${note}”`,
  ];
}

function dueOf({ dueOn }: PartWords, language: Language): string[] {
  if (dueOn === null) return [];
  return [
    language === 'fr'
      ? `Réponse attendue pour le ${dayInWords(dueOn, 'fr')}.`
      : `To be answered by ${dayInWords(dueOn, 'en')}.`,
  ];
}
