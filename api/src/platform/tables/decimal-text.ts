const spaces = /[\s\u00a0\u202f']/gu;

/**
 * The number that a person wrote, French (1 234,56) or English (1,234.56). With one separator only, a comma is a decimal
 * comma and a point a decimal point, as French lists have it; nothing when the text is no number or could be two.
 */
export function findNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replaceAll(spaces, '')
    .replace(/^\u2212/u, '-');
  const plain = toPlain(bare);
  return plain === undefined || !/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(plain) ? undefined : Number(plain);
}

function toPlain(text: string): string | undefined {
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  if (lastComma === -1 || lastPoint === -1) return oneSeparator(text, lastComma === -1 ? '.' : ',');
  const [decimal, grouping] = lastComma > lastPoint ? [',', '.'] : ['.', ','];
  const [whole = '', ...fraction] = text.split(decimal);
  if (fraction.length !== 1 || !/^[+-]?\d{1,3}(?:[,.]\d{3})+$/u.test(whole)) return undefined;
  return `${whole.replaceAll(grouping, '')}.${fraction[0] ?? ''}`;
}

/** Twice the same separator can only group: 1.234.567. */
function oneSeparator(text: string, separator: string): string | undefined {
  const parts = text.split(separator);
  if (parts.length <= 2) return parts.join('.');
  return /^[+-]?\d{1,3}$/u.test(parts[0] ?? '') && parts.slice(1).every((part) => /^\d{3}$/u.test(part))
    ? parts.join('')
    : undefined;
}
