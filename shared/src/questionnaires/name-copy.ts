import { maxLengths } from '../limits.js';
import type { Language, Localised } from './document.js';

const words: Localised = { fr: 'copie', en: 'copy' };

/** The title that a copy gets when nobody gave it one: that of its origin while it is free, then `Titre (copie)`, `Titre (copie 2)`. */
export function nameCopy(origin: Localised, taken: readonly Localised[]): Localised {
  const isTaken = (title: Localised): boolean =>
    taken.some(({ fr, en }) => fr === title.fr || en === title.en);
  if (!isTaken(origin)) return origin;
  let number = 1;
  while (isTaken(numbered(origin, number))) number += 1;
  return numbered(origin, number);
}

function numbered(origin: Localised, number: number): Localised {
  return { fr: mark(origin.fr, 'fr', number), en: mark(origin.en, 'en', number) };
}

/** A copy of a copy counts on instead of stacking its marks; a title at its full length makes room. */
function mark(title: string, language: Language, number: number): string {
  const word = words[language];
  const stem = title.replace(new RegExp(` \\(${word}( \\d+)?\\)$`), '');
  const end = number === 1 ? ` (${word})` : ` (${word} ${number})`;
  return stem.slice(0, maxLengths.title - end.length).trimEnd() + end;
}
