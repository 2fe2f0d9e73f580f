import type { Language } from '@probant/shared/questionnaires/document';
import { withOrdinal } from '@probant/shared/words/dates';
import { counted } from '@probant/shared/words/numbers';
import { composeLetter, type Letter } from '../../platform/mail/letter.js';

export interface RequestWords {
  readonly buyerName: string;
  readonly sender: string;
  readonly title: string;
  readonly dueOn: string;
  readonly questions: number;
  readonly message: string;
  readonly address: string;
  /** The request asks again what was answered before. */
  readonly again?: AnsweredBefore;
}

/** Of the last submission, as far as it opens the next assessment. */
export interface AnsweredBefore {
  readonly answeredOn: string;
  readonly answers: number;
}

type Composed = ReturnType<typeof composeLetter>;

/** The first message of a request; the same for its new sending, which says that the earlier link is dead. */
export function requestLetter(language: Language, words: RequestWords, again: boolean): Composed {
  return composeLetter(language === 'fr' ? frenchRequest(words, again) : englishRequest(words, again));
}

function frenchRequest(words: RequestWords, again: boolean): Letter {
  return {
    subject: `${words.buyerName} vous demande de répondre\u00a0: ${words.title}`,
    paragraphs: [
      'Bonjour,',
      `${words.buyerName} vous demande de répondre sur «\u00a0${words.title}\u00a0» avant le ${longDay(words.dueOn, 'fr')}\u00a0: ${words.questions} questions, avec des pièces à l’appui.`,
      ...quoted(words.message),
      ...answeredBefore(words.again, 'fr'),
      'Aucun mot de passe à inventer\u00a0: ouvrez le lien, demandez un code, et répondez. Vos réponses sont enregistrées au fur et à mesure et ne sont vues de personne d’autre tant que vous ne les remettez pas.',
      ...(again ? ['Ce lien remplace celui du message précédent, qui ne fonctionne plus.'] : []),
    ],
    button: { label: 'Ouvrir la demande', address: words.address },
    closing: `${words.sender}, ${words.buyerName}\nLien personnel\u00a0: ne le transférez pas. Si la demande n’est pas pour vous, la page permet d’indiquer la bonne personne.`,
  };
}

function englishRequest(words: RequestWords, again: boolean): Letter {
  return {
    subject: `${words.buyerName} asks you to answer: ${words.title}`,
    paragraphs: [
      'Hello,',
      `${words.buyerName} asks you to answer ${words.questions} questions about “${words.title}” by ${longDay(words.dueOn, 'en')}, with supporting evidence.`,
      ...quoted(words.message),
      ...answeredBefore(words.again, 'en'),
      'No password to invent: open the link, ask for a code, and answer. Your answers are saved as you go and nobody else sees them before you submit.',
      ...(again ? ['This link replaces the one in the previous message, which no longer works.'] : []),
    ],
    button: { label: 'Open the request', address: words.address },
    closing: `${words.sender}, ${words.buyerName}\nThis link is personal: do not forward it. If the request is not for you, the page lets you name the right person.`,
  };
}

/** A reminder carries a link of its own: the first one is kept as a hash only and cannot be written again. */
export function reminderLetter(
  language: Language,
  words: RequestWords,
  { late, said }: { readonly late: boolean; readonly said: string },
): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Rappel\u00a0: ${words.title}, pour ${words.buyerName}`,
          paragraphs: [
            'Bonjour,',
            late
              ? `La demande «\u00a0${words.title}\u00a0» de ${words.buyerName} était à rendre le ${longDay(words.dueOn, 'fr')}. Vous pouvez toujours répondre.`
              : `La demande «\u00a0${words.title}\u00a0» de ${words.buyerName} est à rendre le ${longDay(words.dueOn, 'fr')}.`,
            ...quoted(said),
            'Ce que vous avez déjà saisi est conservé. Ce lien remplace les précédents, qui ne fonctionnent plus.',
          ],
          button: { label: 'Reprendre mes réponses', address: words.address },
          closing: `${words.sender}, ${words.buyerName}`,
        }
      : {
          subject: `Reminder: ${words.title}, for ${words.buyerName}`,
          paragraphs: [
            'Hello,',
            late
              ? `The request “${words.title}” from ${words.buyerName} was due on ${longDay(words.dueOn, 'en')}. You can still answer.`
              : `The request “${words.title}” from ${words.buyerName} is due on ${longDay(words.dueOn, 'en')}.`,
            ...quoted(said),
            'What you have entered is kept. This link replaces the earlier ones, which no longer work.',
          ],
          button: { label: 'Go on answering', address: words.address },
          closing: `${words.sender}, ${words.buyerName}`,
        },
  );
}

export interface ChangeWords {
  readonly buyerName: string;
  readonly sender: string;
  readonly title: string;
  readonly reason: string;
}

export function cancelledLetter(language: Language, words: ChangeWords): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Demande annulée\u00a0: ${words.title}`,
          paragraphs: [
            'Bonjour,',
            `${words.buyerName} a annulé sa demande «\u00a0${words.title}\u00a0». Vous n’avez plus rien à faire\u00a0; ce que vous avez saisi vous reste.`,
            `Motif\u00a0: ${words.reason}`,
          ],
          closing: `${words.sender}, ${words.buyerName}`,
        }
      : {
          subject: `Request cancelled: ${words.title}`,
          paragraphs: [
            'Hello,',
            `${words.buyerName} has cancelled its request “${words.title}”. There is nothing left for you to do; what you entered stays yours.`,
            `Reason: ${words.reason}`,
          ],
          closing: `${words.sender}, ${words.buyerName}`,
        },
  );
}

export function reopenedLetter(language: Language, words: ChangeWords): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `Demande rouverte\u00a0: ${words.title}`,
          paragraphs: [
            'Bonjour,',
            `${words.buyerName} a rouvert sa demande «\u00a0${words.title}\u00a0». Votre lien et vos réponses sont conservés.`,
            `Motif\u00a0: ${words.reason}`,
          ],
          closing: `${words.sender}, ${words.buyerName}`,
        }
      : {
          subject: `Request reopened: ${words.title}`,
          paragraphs: [
            'Hello,',
            `${words.buyerName} has reopened its request “${words.title}”. Your link and your answers are kept.`,
            `Reason: ${words.reason}`,
          ],
          closing: `${words.sender}, ${words.buyerName}`,
        },
  );
}

function answeredBefore(again: AnsweredBefore | undefined, language: Language): string[] {
  if (again === undefined || again.answers === 0) return [];
  const { answeredOn, answers } = again;
  return [
    language === 'fr'
      ? `Vous avez déjà répondu le ${longDay(answeredOn, 'fr')}\u00a0: ${counted(answers, 'réponse est reprise', 'réponses sont reprises', 'fr')} et vous attendent. Du temps a passé\u00a0: chacune reste à reconfirmer, d’un geste si elle vaut toujours, avant la remise. Les pièces expirées ne sont pas reprises.`
      : `You answered before, on ${longDay(answeredOn, 'en')}: ${counted(answers, 'answer is carried over and waits', 'answers are carried over and wait', 'en')} for you. Time has passed: each is to be reconfirmed before you submit, with one click where it still holds. Expired pieces are not carried over.`,
  ];
}

function quoted(message: string): string[] {
  return message === '' ? [] : [message];
}

export function longDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return withOrdinal(format.format(new Date(`${day}T00:00:00Z`)), language);
}
