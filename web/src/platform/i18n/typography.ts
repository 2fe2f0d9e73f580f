/**
 * French typography for a text written with ordinary spaces: a no-break space before `: ; ? ! % €` and inside guillemets.
 * A colon without a space before it (`10:42`, `https://…`) is left alone.
 */
export function toFrenchTypography(text: string): string {
  return text.replace(/ (?=[:;?!%€»])/g, '\u00A0').replace(/« /g, '«\u00A0');
}

/** The apostrophe of a printed page, between letters or before a placeholder; a straight quote elsewhere is left alone. */
export function toCurlyApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})'(?=[\p{L}{«])/gu, '’');
}
