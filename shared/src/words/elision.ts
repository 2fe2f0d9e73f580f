/** A vowel, a silent h of the commonest beginnings, or a y before a consonant, as in Yves. */
const elides = /^(?:[aeiouœæ]|h(?:e(?:b|l|m|r|x)|i(?!t)|o(?:r|ne)|u(?:i(?!t)|m)|y)|y[^aeiouy])/u;
/** They begin with a vowel and are said as if they did not. */
const heldApart = /^(?:onze|oui|ouistiti)\b/u;

/** `d’Alizé`, `de Nord`: "of" in front of a name in French. */
export function ofName(name: string): string {
  const start = name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  return elides.test(start) && !heldApart.test(start) ? `d’${name}` : `de ${name}`;
}
