import { typeset } from '../library/typeset.js';
import { UnreadableImport, type ImportWarning } from './imported-questionnaire.js';

/** A sentence of an import in both languages, typeset. */
export function said(fr: string, en: string): Readonly<Record<'fr' | 'en', string>> {
  return { fr: typeset(fr, 'fr'), en: typeset(en, 'en') };
}

export function warned(where: string, fr: string, en: string): ImportWarning {
  return { where, message: said(fr, en) };
}

/** A key that another question of the file has already; conditions may then mean either. */
export function tellTaken(where: string, wanted: string, key: string): readonly ImportWarning[] {
  if (wanted === key) return [];
  return [
    warned(
      where,
      `identifiant « ${wanted} » déjà pris dans ce fichier : lu sous « ${key} »`,
      `identifier "${wanted}" taken already in this file: read as "${key}"`,
    ),
  ];
}

export function unreadable(where: string, fr: string, en: string): UnreadableImport {
  return new UnreadableImport(where, said(fr, en));
}
