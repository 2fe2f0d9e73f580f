import { typeset } from '../library/typeset.js';
import { UnreadableImport, type ImportWarning } from './imported-questionnaire.js';

/** A sentence of an import in both languages, typeset. */
export function said(fr: string, en: string): Readonly<Record<'fr' | 'en', string>> {
  return { fr: typeset(fr, 'fr'), en: typeset(en, 'en') };
}

export function warned(where: string, fr: string, en: string): ImportWarning {
  return { where, message: said(fr, en) };
}

export function unreadable(where: string, fr: string, en: string): UnreadableImport {
  return new UnreadableImport(where, said(fr, en));
}
