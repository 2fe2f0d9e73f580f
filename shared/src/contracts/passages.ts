/** A stretch of a contract that is read, shown and quoted as one; offsets are in UTF-16 units of the text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly kind: 'heading' | 'passage';
  /** Number or title of the article it stands in, as the contract writes it; null before the first one. */
  readonly article: string | null;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const maxHeadingLength = 110;
const maxTitleLength = 45;
const maxPassageLength = 1_500;
const named =
  /^(?:article|art\.|clause|section|annexe|appendix|schedule)[ \u00a0]+(\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5})(?![\p{L}\p{N}])/iu;
const numbered = /^(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?[ \u00a0]*(?:[-–—:][ \u00a0]*)?(?=\p{Lu})/u;
const leading = /^(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?[ \u00a0]/u;
const endsSentence = /[.;:!?»”]/u;
const startsItem = /^(?:[-–—•▪·*]|[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}\))[ \u00a0]/u;

/**
 * Cuts a text into headings and passages. A line that breaks in the middle of a sentence, as in a PDF, is joined with the
 * next one; a passage that would be too long to read is cut between two sentences.
 */
export function splitPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  let article: string | null = null;
  let open: { start: number; end: number } | null = null;
  const close = (): void => {
    if (open !== null) passages.push(...cutLong(text, open.start, open.end, article));
    open = null;
  };
  const lines = linesOf(text);
  for (const [place, line] of lines.entries()) {
    if (line.text === '') {
      close();
      continue;
    }
    const heading =
      headingOf(line.text) ?? titleOf(line.text, lines[place - 1]?.text, lines[place + 1]?.text);
    if (heading !== null) {
      close();
      article = heading;
      passages.push({ start: line.start, end: line.end, kind: 'heading', article });
      continue;
    }
    const goesOn: boolean =
      open !== null &&
      !startsItem.test(line.text) &&
      !leading.test(line.text) &&
      !endsSentence.test(text.charAt(open.end - 1));
    if (goesOn && open !== null) open = { start: open.start, end: line.end };
    else {
      close();
      article = leading.exec(line.text)?.[1] ?? article;
      open = { start: line.start, end: line.end };
    }
  }
  close();
  return passages;
}

/** Lines without the white space around them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const whole of text.split('\n')) {
    const trimmed = whole.trim();
    const start = from + (whole.length - whole.trimStart().length);
    lines.push({ start, end: start + trimmed.length, text: trimmed });
    from += whole.length + 1;
  }
  return lines;
}

/** What a heading calls its article; null for a line that is none. */
function headingOf(line: string): string | null {
  if (line.length > maxHeadingLength || /[.;,:]$/u.test(line)) return isNamedAlone(line);
  return named.exec(line)?.[1] ?? numbered.exec(line)?.[1] ?? null;
}

/** A short line of capitals by itself: a clause that is printed in capitals has others beside it. */
function titleOf(line: string, before = '', after = ''): string | null {
  const alone = (before === '' || endsSentence.test(before.slice(-1))) && !isCapitals(after);
  return alone && line.length <= maxTitleLength && isCapitals(line) && !endsSentence.test(line.slice(-1))
    ? line
    : null;
}

function isCapitals(line: string): boolean {
  return /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** `Article 12.` on a line of its own. */
function isNamedAlone(line: string): string | null {
  const match = line.length > 24 ? null : named.exec(line);
  return match !== null && /^[.:]?$/u.test(line.slice(match[0].length)) ? (match[1] ?? null) : null;
}

function cutLong(text: string, start: number, end: number, article: string | null): Passage[] {
  const parts: Passage[] = [];
  let from = start;
  while (end - from > maxPassageLength) {
    const cut = sentenceEnd(text, from, from + maxPassageLength);
    parts.push({ start: from, end: cut, kind: 'passage', article });
    from = cut;
    while (from < end && /\s/u.test(text.charAt(from))) from += 1;
  }
  if (from < end) parts.push({ start: from, end, kind: 'passage', article });
  return parts;
}

/** The last end of a sentence in the stretch; else the last space; else the whole of it. */
function sentenceEnd(text: string, from: number, to: number): number {
  for (let at = to; at > from + 1; at -= 1) {
    if (/\s/u.test(text.charAt(at)) && /[.;!?]/u.test(text.charAt(at - 1))) return at;
  }
  const space = text.slice(from, to).lastIndexOf(' ');
  if (space > 0) return from + space;
  // Never between the two halves of a character.
  return /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to;
}
