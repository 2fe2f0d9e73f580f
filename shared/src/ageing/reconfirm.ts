import type { Language } from '../questionnaires/document.js';

export interface QuestionToReconfirm {
  readonly id: string;
  readonly label: string;
}

/** What a buyer writes to ask whether answers still hold; one line per question. */
export function reconfirmText(questions: readonly QuestionToReconfirm[], language: Language): string {
  const lines = questions.map(({ id, label }) => `- ${id}, ${label}`).join('\n');
  if (language === 'fr') {
    return questions.length === 1
      ? `Bonjour,\n\nla réponse suivante date\u00a0: est-elle toujours exacte\u00a0? Si elle a changé, dites-nous ce qui a changé et depuis quand.\n\n${lines}`
      : `Bonjour,\n\nles réponses suivantes datent\u00a0: sont-elles toujours exactes\u00a0? Pour celles qui ont changé, dites-nous ce qui a changé et depuis quand.\n\n${lines}`;
  }
  return questions.length === 1
    ? `Hello,\n\nthe following answer is some time old: does it still hold? If it has changed, please tell us what and since when.\n\n${lines}`
    : `Hello,\n\nthe following answers are some time old: do they still hold? For those that have changed, please tell us what and since when.\n\n${lines}`;
}
