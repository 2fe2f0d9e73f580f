import { folded } from './words.js';

/** A piece of a text, and whether it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

/** The stem of a word that was looked for; of the last one only the beginning may have been typed. */
export interface Stem {
  readonly stem: string;
  readonly begun: boolean;
}

/** Endings of a form of the same word: `sauvegard` in `sauvegarderions`. */
const longestEnding = 8;
const excerptLength = 180;
const before = 60;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The whole text with the words that were found in it. */
export function markWords(text: string, stems: readonly Stem[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const found of text.matchAll(word)) {
    if (!stems.some((stem) => isForm(folded(found[0]), stem))) continue;
    if (found.index > end) segments.push({ text: text.slice(end, found.index), match: false });
    segments.push({ text: found[0], match: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end), match: false });
  return segments;
}

/** Some words around the first that was found; the beginning where none is there. */
export function excerptOf(text: string, stems: readonly Stem[]): Segment[] {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const marked = markWords(line, stems);
  const first = marked.findIndex(({ match }) => match);
  const at = marked.slice(0, Math.max(first, 0)).reduce((length, segment) => length + segment.text.length, 0);
  const from = at <= before ? 0 : wordStart(line, at - before);
  const to = line.length - from <= excerptLength ? line.length : wordEnd(line, from + excerptLength);
  const segments = markWords(line.slice(from, to), stems);
  return [
    ...(from > 0 ? [{ text: '… ', match: false }] : []),
    ...segments,
    ...(to < line.length ? [{ text: ' …', match: false }] : []),
  ];
}

export function hasMatch(segments: readonly Segment[]): boolean {
  return segments.some(({ match }) => match);
}

function isForm(shown: string, { stem, begun }: Stem): boolean {
  // English stems end in i where the word ends in y.
  const head = stem.endsWith('i') && !shown.startsWith(stem) ? stem.slice(0, -1) : stem;
  if (!shown.startsWith(head)) return false;
  return begun || (stem.length > 2 ? shown.length - head.length <= longestEnding : shown === stem);
}

function wordStart(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space < 0 || space - at > 40 ? at : space + 1;
}

function wordEnd(line: string, at: number): number {
  const space = line.lastIndexOf(' ', at);
  return at - space > 40 ? at : space;
}
