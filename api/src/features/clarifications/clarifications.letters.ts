import type { Language } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';

export interface MessageWords {
  readonly act: 'asked' | 'answered';
  readonly author: string;
  readonly organisation: string;
  readonly title: string;
  /** Empty for the request as a whole. */
  readonly questionId: string;
  /** What was written, where it may be read in a letter; empty where it may not. */
  readonly body: string;
  readonly address: string;
}

/** A letter may tell of several messages; of what it quotes, the beginning. */
export function messageLetter(language: Language, words: MessageWords): ReturnType<typeof composeLetter> {
  const { act, author, organisation, title, questionId, body, address } = words;
  if (language === 'fr') {
    const about = questionId === '' ? 'sur l’ensemble de la demande' : `sur la question ${questionId}`;
    return composeLetter({
      subject:
        act === 'asked'
          ? `${organisation} demande une précision\u00a0: ${title}`
          : `${organisation} a répondu à votre demande de précision\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        act === 'asked'
          ? `${author} (${organisation}) vous demande une précision ${about}, dans «\u00a0${title}\u00a0».`
          : `${author} (${organisation}) vous a répondu ${about}, dans «\u00a0${title}\u00a0».`,
        ...(body === '' ? [] : [`«\u00a0${beginningOf(body)}\u00a0»`]),
        'D’autres messages écrits dans l’heure ne font pas l’objet d’un nouveau courriel.',
      ],
      button: { label: 'Lire et répondre', address },
    });
  }
  const about = questionId === '' ? 'about the request as a whole' : `about question ${questionId}`;
  return composeLetter({
    subject:
      act === 'asked'
        ? `${organisation} asks you to clarify an answer: ${title}`
        : `${organisation} has answered your request for clarification: ${title}`,
    paragraphs: [
      'Hello,',
      act === 'asked'
        ? `${author} (${organisation}) asks you for clarification ${about}, in “${title}”.`
        : `${author} (${organisation}) has answered you ${about}, in “${title}”.`,
      ...(body === '' ? [] : [`“${beginningOf(body)}”`]),
      'Other messages written within the hour do not lead to another e-mail.',
    ],
    button: { label: 'Read and answer', address },
  });
}

export interface MentionWords {
  readonly author: string;
  readonly title: string;
  /** Empty for the request as a whole. */
  readonly questionId: string;
  readonly body: string;
  readonly address: string;
}

/** To a colleague, who reads the same online. */
export function mentionLetter(
  language: Language,
  { author, title, questionId, body, address }: MentionWords,
): ReturnType<typeof composeLetter> {
  const quoted = beginningOf(body);
  if (language === 'fr') {
    const about = questionId === '' ? 'l’ensemble de la demande' : `la question ${questionId}`;
    return composeLetter({
      subject: `${author} vous mentionne\u00a0: ${title}`,
      paragraphs: [
        'Bonjour,',
        `${author} vous mentionne dans l’échange sur ${about}, dans «\u00a0${title}\u00a0».`,
        ...(quoted === '' ? [] : [`«\u00a0${quoted}\u00a0»`]),
        'La réponse se lit et s’écrit dans l’échange, pas par retour de courriel.',
      ],
      button: { label: 'Ouvrir l’échange', address },
    });
  }
  const about = questionId === '' ? 'the request as a whole' : `question ${questionId}`;
  return composeLetter({
    subject: `${author} mentions you: ${title}`,
    paragraphs: [
      'Hello,',
      `${author} mentions you in the thread about ${about}, in “${title}”.`,
      ...(quoted === '' ? [] : [`“${quoted}”`]),
      'It is read and answered in the thread, not by replying to this e-mail.',
    ],
    button: { label: 'Open the thread', address },
  });
}

const quotedLength = 600;

/** Whole words, and no more than a letter wants. */
function beginningOf(body: string): string {
  const text = body.trim();
  if (text.length <= quotedLength) return text;
  return `${text.slice(0, quotedLength).replace(/\s+\S*$/, '')} […]`;
}
