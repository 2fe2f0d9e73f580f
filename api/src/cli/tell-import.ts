import { countImport } from '@probant/shared/imports/count-import';
import type { ImportedQuestion, ImportedQuestionnaire } from '@probant/shared/imports/imported-questionnaire';
import { tellPlace } from '@probant/shared/imports/place-words';

import type { TerminalLanguage } from './terminal-language.js';

/** The shape that programs read. */
export function toJson(imported: ImportedQuestionnaire, language: TerminalLanguage): string {
  const { format, title, questions, warnings } = imported;
  const told = {
    format,
    title: title[language] ?? title.fr ?? title.en ?? '',
    counts: countImport(imported),
    questions,
    warnings: warnings.map(({ where, message }) => ({ where, message: message[language] })),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

const words = {
  fr: {
    counts: (counts: ReturnType<typeof countImport>) =>
      `sections : ${counts.sections}, questions : ${counts.questions}, réponses possibles : ${counts.options}, conditions : ${counts.conditions}`,
    guessed: 'deviné : ',
    names: { type: 'type', options: 'réponses', risk: 'risques', section: 'section', condition: 'condition' },
    warnings: 'À savoir',
  },
  en: {
    counts: (counts: ReturnType<typeof countImport>) =>
      `sections: ${counts.sections}, questions: ${counts.questions}, options: ${counts.options}, conditions: ${counts.conditions}`,
    guessed: 'guessed: ',
    names: { type: 'type', options: 'options', risk: 'risks', section: 'section', condition: 'condition' },
    warnings: 'To know',
  },
} as const;

export function toText(imported: ImportedQuestionnaire, saved: string, language: TerminalLanguage): string {
  const { counts, warnings } = words[language];
  const title = imported.title[language] ?? imported.title.fr ?? imported.title.en ?? '';
  const lines = [`${title} (${imported.format})`, counts(countImport(imported))];
  for (const section of imported.sections) {
    lines.push('', section.title[language] ?? section.title.fr ?? section.title.en ?? section.key);
    const own = imported.questions.filter((question) => question.section === section.key);
    lines.push(...own.map((question) => `  ${tellQuestion(question, language)}`));
  }
  if (imported.warnings.length > 0) lines.push('', warnings);
  lines.push(
    ...imported.warnings.map(({ where, message }) => `  ${tellPlace(where, language)}: ${message[language]}`),
    '',
    saved,
  );
  return `${lines.join('\n')}\n`;
}

function tellQuestion(
  { key, text, type, options, guessed }: ImportedQuestion,
  language: TerminalLanguage,
): string {
  const { guessed: before, names } = words[language];
  const guesses = guessed.length === 0 ? '' : `, ${before}${guessed.map((one) => names[one]).join(', ')}`;
  const count = options.length === 0 ? '' : ` ${options.length}`;
  const asked = (text[language] ?? text.fr ?? text.en ?? '').replaceAll(/\s+/g, ' ');
  return `${key} [${type}${count}${guesses}] ${asked}`;
}
