/** A word of a text, folded for comparison, with its place in the text as it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const words = /[\p{L}\p{M}\p{N}]+/gu;
const plain = /^[a-z0-9]+$/;

/** The words of a text without accents, capitals and punctuation; offsets are those of the text as given. */
export function foldWords(text: string, from = 0, to = text.length): Word[] {
  const found: Word[] = [];
  for (const { 0: word, index } of text.slice(from, to).matchAll(words)) {
    found.push({ folded: fold(word), start: from + index, end: from + index + word.length });
  }
  return found;
}

export function fold(word: string): string {
  if (plain.test(word)) return word;
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
