import type { Language } from '../questionnaires/document.js';

/** A place in a file as its reader says it: lines have a name in each language, the rest is the file's own. */
export function tellPlace(where: string, language: Language): string {
  return language === 'fr' ? where.replace(/^line (?=\d+$)/, 'ligne ') : where;
}
