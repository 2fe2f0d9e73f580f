/**
 * What a spreadsheet program may run on opening a CSV: a formula sign, full-width ones included, whatever blank stands
 * before it. Apostrophes in front count with it, so that guarding can always be undone.
 */
const startsFormula = /^'*(?:\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n])/u;

/** An apostrophe in front makes a text of it. */
export function guardFormula(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text;
}
