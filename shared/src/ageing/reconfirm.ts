import { maxLengths } from '../limits.js';
import type { Language } from '../questionnaires/document.js';

export interface QuestionToReconfirm {
  readonly id: string;
  readonly label: string;
  /** What stands beside it and lapses, in the words of the reader; nothing where only the answer does. */
  readonly lapsing?: string;
}

/** What a buyer writes to ask whether answers still hold, naming every question; by number alone where the words do not fit. */
export function reconfirmText(questions: readonly QuestionToReconfirm[], language: Language): string {
  const opening = openingOf(questions.length, language);
  const lines = questions.map(({ id, label, lapsing }) => `- ${id}, ${label}${suffix(lapsing)}`).join('\n');
  const whole = `${opening}\n\n${lines}`;
  return whole.length <= maxLengths.longText
    ? whole
    : `${opening}\n\n${questions.map(({ id }) => id).join(', ')}`;
}

function suffix(lapsing: string | undefined): string {
  return lapsing === undefined ? '' : ` (${lapsing})`;
}

function openingOf(count: number, language: Language): string {
  if (language === 'fr') {
    return count === 1
      ? 'Bonjour,\n\nla réponse suivante date\u00a0: est-elle toujours exacte\u00a0? Si elle a changé, dites-nous ce qui a changé et depuis quand\u00a0; si une pièce arrive à son terme, joignez la suivante.'
      : 'Bonjour,\n\nles réponses suivantes datent\u00a0: sont-elles toujours exactes\u00a0? Pour celles qui ont changé, dites-nous ce qui a changé et depuis quand\u00a0; pour les pièces qui arrivent à leur terme, joignez les suivantes.';
  }
  return count === 1
    ? 'Hello,\n\nthe following answer is some time old: does it still hold? If it has changed, please tell us what and since when; if a piece comes to its end, please attach the next one.'
    : 'Hello,\n\nthe following answers are some time old: do they still hold? For those that have changed, please tell us what and since when; for pieces that come to their end, please attach the next ones.';
}
