/** Words of a search beyond this many are not looked for. */
const maxWords = 12;
const maxWordLength = 60;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** What somebody typed as the words that are looked for: signs part them, and ask for nothing. */
export function searchWords(text: string): string[] {
  const words = text.normalize('NFC').match(word) ?? [];
  return words.slice(0, maxWords).map((one) => one.slice(0, maxWordLength).toLowerCase());
}

/** Without case and accents, sign for sign: every sign stands where it stood. */
export function folded(text: string): string {
  return Array.from(text, (sign) => {
    const plain = sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join('');
}
