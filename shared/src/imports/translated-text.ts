import type { ImportedText } from './imported-questionnaire.js';
import { entriesAt, textAt } from './imported-values.js';

/** Reads the texts of a file whose main language is `locale` and whose other languages stand under `translations`. */
export interface Translator {
  readonly read: (entries: unknown, key: string) => ImportedText | undefined;
  /** A text that stands alone, in the main language. */
  readonly write: (text: string) => ImportedText;
  /** Whether a text of neither French nor English had to stand as English. */
  readonly stoodIn: () => boolean;
  /** The main language where a translation took the place of some of its texts. */
  readonly replaced: () => readonly string[];
}

export function makeTranslator(locale: string): Translator {
  const main = locale.slice(0, 2).toLowerCase();
  let stoodIn = false;
  let replaced = false;

  const write = (text: string): ImportedText => {
    if (main === 'fr') return { fr: text };
    if (main !== 'en') stoodIn = true;
    return { en: text };
  };
  const read = (entries: unknown, key: string): ImportedText | undefined => {
    const own = textAt(entries, key);
    const others = entriesAt(entries, 'translations');
    const fr = main === 'fr' ? own : textAt(entriesAt(others, 'fr'), key);
    const en = main === 'en' ? own : textAt(entriesAt(others, 'en'), key);
    if (fr === undefined && en === undefined) return own === undefined ? undefined : write(own);
    if (main !== 'fr' && main !== 'en' && own !== undefined) replaced = true;
    return { ...(fr === undefined ? {} : { fr }), ...(en === undefined ? {} : { en }) };
  };
  return { read, write, stoodIn: () => stoodIn, replaced: () => (replaced ? [main] : []) };
}
