/** A label as it stands inside a sentence: "Non, ou refus" becomes "non, ou refus"; "ISO 27001" and "SI" stay. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toLocaleLowerCase('fr') ? first.toLocaleLowerCase('fr') + label.slice(1) : label;
}
