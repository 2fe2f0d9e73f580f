import { textOf } from './imported-values.js';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The plain text of a text with HTML tags and entities: paragraphs and items of lists on lines of their own. */
export function markupText(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/[<&]/.test(text)) return text;
  const untagged = text
    .replaceAll(/<li(?:\s[^<>]*)?>/gi, '\n- ')
    .replaceAll(/<br\s*\/?>|<\/?(?:p|div|ul|ol|h[1-6])(?:\s[^<>]*)?>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '');
  return textOf(untagged.replaceAll(/&(#\d{1,7}|[a-z]{2,6});/gi, decodeEntity).replaceAll(/\s*\n\s*/g, '\n'));
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? entity;
  const code = Number(name.slice(1));
  return code >= 32 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : entity;
}
