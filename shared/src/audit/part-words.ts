import type { Language } from '../questionnaires/document.js';

export function withFile(file: { readonly name: string } | undefined, language: Language): string {
  if (file === undefined) return '';
  return language === 'fr' ? `, avec le fichier ${file.name}` : `, with the file ${file.name}`;
}

/** The themes and questions that were handed over. */
export function partInWords(
  themes: readonly string[],
  questions: readonly string[],
  language: Language,
): string {
  const parts = [
    ...(themes.length === 0
      ? []
      : [
          language === 'fr'
            ? `${themes.length > 1 ? 'les thèmes' : 'le thème'} ${themes.join(', ')}`
            : `${themes.length > 1 ? 'themes' : 'theme'} ${themes.join(', ')}`,
        ]),
    ...(questions.length === 0
      ? []
      : [
          language === 'fr'
            ? `${questions.length > 1 ? 'les questions' : 'la question'} ${questions.join(', ')}`
            : `${questions.length > 1 ? 'questions' : 'question'} ${questions.join(', ')}`,
        ]),
  ];
  return parts.join(language === 'fr' ? ' et ' : ' and ');
}
