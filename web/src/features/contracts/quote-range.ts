interface Span {
  readonly start: number;
  readonly end: number;
}

/** The passage that begins before the range, put in front of it. */
export function extendBefore(passages: readonly Span[], range: Span): Span {
  const before = passages.findLast(({ start }) => start < range.start);
  return before === undefined ? range : { start: before.start, end: range.end };
}

export function extendAfter(passages: readonly Span[], range: Span): Span {
  const after = passages.find(({ end }) => end > range.end);
  return after === undefined ? range : { start: range.start, end: after.end };
}

export function previousPassage(passages: readonly Span[], range: Span): Span {
  return spanOf(passages.findLast(({ end }) => end <= range.start) ?? range);
}

export function nextPassage(passages: readonly Span[], range: Span): Span {
  return spanOf(passages.find(({ start }) => start >= range.end) ?? range);
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

export interface Segment extends Span {
  readonly marked: boolean;
  readonly quoted: boolean;
}

/** A passage cut where its marks and the quote begin and end. */
export function cutSegments(passage: Span, marks: readonly Span[], quote: Span | null): Segment[] {
  const within = (span: Span): boolean => span.end > passage.start && span.start < passage.end;
  const spans = [...marks, ...(quote === null ? [] : [quote])].filter(within);
  const cuts = new Set([passage.start, passage.end]);
  for (const { start, end } of spans) {
    cuts.add(Math.max(start, passage.start));
    cuts.add(Math.min(end, passage.end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? passage.end;
    const covers = (span: Span): boolean => span.start <= start && span.end >= end;
    return { start, end, marked: marks.some(covers), quoted: quote !== null && covers(quote) };
  });
}

/** Folded for a search that neither accents nor capitals stop; as long as what it folds. */
export function foldForSearch(text: string): string {
  return text
    .split('')
    .map((unit) => unit.normalize('NFD').charAt(0).toLowerCase())
    .join('');
}
